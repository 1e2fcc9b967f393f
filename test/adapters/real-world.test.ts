import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { inRealWorld } from '../../src/adapters/real-world.js';
import type { InputName } from '../../src/input-list.js';
import { readInputs } from '../../src/inputs.js';
import type { World } from '../../src/world.js';

const INPUTS: Partial<Record<InputName, string>> = {
  url: 'http://127.0.0.1',
  version: 'v2',
  'trace-source': 'local',
  'local-port': '0',
  'otlp-port': 'none',
};

/** What a run with the local X-Ray says, that sends one request to each of these addresses. */
async function saidOf(...urls: readonly string[]): Promise<string> {
  const said: string[] = [];
  const outside = {
    history: { earlierVersions: async () => ({ lastDeployed: null, mergeBase: null }) },
    progress: { step: (sentence: string) => said.push(sentence), sent: () => {}, settled: () => {} },
    mask: () => {},
  };
  await inRealWorld(
    readInputs((name) => INPUTS[name]),
    outside,
    async ({ transport }: World) => {
      for (const url of urls) {
        await transport.send({
          url: new URL(url),
          method: 'GET',
          headers: {},
          body: null,
          timeoutMs: 5000,
          keepsAnswer: false,
        });
      }
      await transport.close();
    },
  );
  return said.join('\n');
}

async function untracedServer(): Promise<string> {
  const server = createServer((_, response) => response.end('ok'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('a service that answers and sends no segments is told where to send them', async () => {
  expect(await saidOf(await untracedServer())).toMatch(
    /Nothing came to the local X-Ray\. The services must send to AWS_XRAY_DAEMON_ADDRESS=127\.0\.0\.1:\d+;/,
  );
});

test('a service that was not reached is not told so: it had nothing to send', async () => {
  const said = await saidOf('http://127.0.0.1:1');
  expect(said).toContain('The local X-Ray listens');
  expect(said).not.toContain('Nothing came');
});
