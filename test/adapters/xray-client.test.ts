import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { systemClock } from '../../src/adapters/system-clock.js';
import { xrayTraceSource } from '../../src/adapters/xray-trace-source.js';

const TRACE = '1-6b006c36-aaaaaaaaaaaaaaaaaaaaaaaa';

const signedMs = (date: string) => Date.parse(date.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z'));

/**
 * An X-Ray whose clock is so far ahead of the runner's, and that refuses what is signed more than five minutes from it, as
 * AWS does: `Signature expired: 20261121T080452Z is now earlier than 20261121T081000Z (20261121T081500Z - 5 min.)`.
 */
async function xrayAhead(
  { aheadMs, tellsTime = true }: { readonly aheadMs: number; readonly tellsTime?: boolean },
  onTestFinished: (work: () => void) => void,
) {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    const nowMs = Date.now() + aheadMs;
    const askedMs = signedMs(String(request.headers['x-amz-date']));
    response.sendDate = false;
    if (tellsTime) response.setHeader('date', new Date(nowMs).toUTCString());
    paths.push(request.url ?? '');
    if (Math.abs(nowMs - askedMs) > 300_000) {
      const message = askedMs < nowMs ? 'Signature expired: it is earlier.' : 'Signature not yet current: it is later.';
      response.writeHead(403, { 'x-amzn-errortype': 'InvalidSignatureException' });
      response.end(JSON.stringify({ message }));
    } else response.end('{"Traces":[],"Destination":"XRay","Status":"ACTIVE"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { paths, source: xrayTraceSource({ region: 'eu-west-1', endpoint }, systemClock) };
}

test.for([600_000, -600_000])(
  'a runner whose clock is %d ms from that of X-Ray reads traces all the same, and tells how far it is',
  async (aheadMs, { onTestFinished }) => {
    const { source, paths } = await xrayAhead({ aheadMs }, onTestFinished);
    expect(await source.fetch([TRACE])).toEqual({ kind: 'traces', traces: [] });
    expect(await source.fetch([TRACE])).toEqual({ kind: 'traces', traces: [] });
    expect(paths.filter((path) => path === '/Traces')).toHaveLength(3);
    const [told] = await source.told();
    expect(Math.abs(told!.clockAheadMs - aheadMs)).toBeLessThan(60_000);
  },
);

test('where the clock cannot be corrected, it is named as the cause', async ({ onTestFinished }) => {
  const { source } = await xrayAhead({ aheadMs: 600_000, tellsTime: false }, onTestFinished);
  await expect(source.fetch([TRACE])).rejects.toMatchObject({
    message:
      "The runner's clock is more than five minutes from that of AWS (InvalidSignatureException): Signature expired: it is earlier.",
    remedy: expect.stringContaining('NTP'),
  });
}, 60_000);
