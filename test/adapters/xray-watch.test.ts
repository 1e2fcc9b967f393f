import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BatchGetTracesCommand, XRayClient } from '@aws-sdk/client-xray';
import { expect, test } from 'vitest';
import { XRayWatch } from '../../src/adapters/xray-watch.js';

/** A client of something that answers with this status, and says that it is so late. */
async function clientOf(answer: { status: number; aheadMs: number }, onTestFinished: (work: () => void) => void) {
  const server = createServer((_, response) => {
    const date = new Date(Date.now() + answer.aheadMs).toUTCString();
    response.writeHead(answer.status, {
      date,
      'x-amzn-errortype': answer.status === 200 ? '' : 'AccessDeniedException',
    });
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return new XRayClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'eu-west-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

const ask = (client: XRayClient) => client.send(new BatchGetTracesCommand({ TraceIds: ['1-6b006c36-0'] }));

test.for([0, 3_600_000, -3_600_000])(
  "a clock that is %d ms ahead of the runner's is noticed",
  async (aheadMs, context) => {
    const client = await clientOf({ status: 200, aheadMs }, context.onTestFinished);
    const watch = new XRayWatch([client, client]);
    await ask(client);
    expect(Math.abs(watch.clockAheadMs - aheadMs)).toBeLessThan(60_000);
    expect(watch.denied).toEqual([]);
  },
);

test('an action that is denied is noted by its name, and stays denied', async ({ onTestFinished }) => {
  const client = await clientOf({ status: 403, aheadMs: 0 }, onTestFinished);
  const watch = new XRayWatch([client]);
  await expect(ask(client)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  expect(watch.denied).toEqual(['xray:BatchGetTraces']);
});
