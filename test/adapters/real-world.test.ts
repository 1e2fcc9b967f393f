import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { inRealWorld } from '../../src/adapters/real-world.js';
import type { InputName } from '../../src/input-list.js';
import { readInputs } from '../../src/inputs.js';
import type { World } from '../../src/world.js';
import { startLocalSts } from '../support/local-sts.js';

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

describe('the world of a job in AWS', () => {
  afterEach(() => void vi.unstubAllEnvs());

  async function inAws<T>(
    environment: Readonly<Record<string, string>>,
    ask: (world: World) => Promise<T>,
  ): Promise<T> {
    const usual = { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'AKIAJOB', AWS_SECRET_ACCESS_KEY: 'secret' };
    for (const [name, value] of Object.entries({ ...usual, ...environment })) vi.stubEnv(name, value);
    const outside = {
      history: { earlierVersions: async () => ({ lastDeployed: null, mergeBase: null }) },
      progress: { step: () => {}, sent: () => {}, settled: () => {} },
      mask: () => {},
    };
    const inputs = { ...INPUTS, 'trace-source': 'aws' };
    return inRealWorld(
      readInputs((name) => inputs[name]),
      outside,
      ask,
    );
  }

  test.each([
    ['the region’s', ''],
    ['a VPC endpoint', 'https://vpce-0a1b2c-3d4e5f.xray.eu-west-1.vpce.amazonaws.com'],
    ['an endpoint for IPv4 and IPv6', 'https://xray.eu-west-1.api.aws'],
    ['China’s', 'https://xray.cn-north-1.amazonaws.com.cn/'],
  ])('has links, and says what it costs, where X-Ray is asked at %s', async (_, url) => {
    const told = await inAws({ AWS_ENDPOINT_URL_XRAY: url }, async ({ awsRegion, tracesCostMoney }) => [
      awsRegion,
      tracesCostMoney,
    ]);
    expect(told).toEqual(['eu-west-1', true]);
  });

  test.each(['http://127.0.0.1:8000', 'https://xray.example.com', 'https://amazonaws.com.example.com'])(
    'has neither where X-Ray is asked at %s',
    async (url) => {
      const told = await inAws({ AWS_ENDPOINT_URL_XRAY: url }, async ({ awsRegion, tracesCostMoney }) => [
        awsRegion,
        tracesCostMoney,
      ]);
      expect(told).toEqual([null, false]);
    },
  );

  test('has neither where all of AWS is elsewhere, unless X-Ray is not', async () => {
    const all = { AWS_ENDPOINT_URL: 'http://127.0.0.1:4566' };
    expect(await inAws(all, async ({ tracesCostMoney }) => tracesCostMoney)).toBe(false);
    const apart = { ...all, AWS_ENDPOINT_URL_XRAY: 'https://xray.eu-west-1.amazonaws.com' };
    expect(await inAws(apart, async ({ tracesCostMoney }) => tracesCostMoney)).toBe(true);
  });

  test('takes a source’s role on in the region that the environment names, not in the source’s', async () => {
    const sts = await startLocalSts({ code: 'AccessDenied', message: 'no', status: 403 });
    onTestFinished(() => sts.stop());
    const role = { arn: 'arn:aws:iam::222233334444:role/reader', externalId: null };
    const source = { name: 'far', region: 'af-south-1', role, endpoint: 'http://127.0.0.1:1' };
    await inAws({ AWS_ENDPOINT_URL_STS: sts.url }, async ({ xrayOf }) => {
      await xrayOf(source, '0a1b2c3d')
        .traces.fetch(['1-6b006c35-aaaaaaaaaaaaaaaaaaaaaaaa'])
        .catch(() => {});
    });
    expect(new Set(sts.regions)).toEqual(new Set(['eu-west-1']));
  });
});
