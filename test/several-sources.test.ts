import { createSocket } from 'node:dgram';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, type TestContext, test, vi } from 'vitest';
import { inRealWorld } from '../src/adapters/real-world.js';
import { GateError } from '../src/errors.js';
import type { InputName } from '../src/input-list.js';
import { readInputs } from '../src/inputs.js';
import type { Faults } from '../src/local/faults/faults.js';
import { type LocalXRay, startLocalXRay } from '../src/local/local-xray.js';
import { type GateRun, runGate } from '../src/main.js';
import { reportMarkdown } from '../src/report/markdown.js';
import { type LocalSts, startLocalSts } from './support/local-sts.js';
import { entityId } from './support/segment-builder.js';
import { scattered } from './support/traced-target.js';

const PAYMENTS = '222233334444';

let sts: LocalSts;
beforeAll(async () => {
  sts = await startLocalSts();
  vi.stubEnv('AWS_ENDPOINT_URL_STS', sts.url);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAJOB');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  vi.stubEnv('AWS_REGION', 'eu-west-1');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await sts.stop();
});

type Finished = TestContext['onTestFinished'];

async function account(finished: Finished, faults: Partial<Faults> = {}): Promise<LocalXRay> {
  const xray = await startLocalXRay({ host: '127.0.0.1', port: 0, apiPort: 0, faults });
  finished(() => xray.stop());
  return xray;
}

/** A shop that calls payments: each sends its segments to the X-Ray of its own account. Returns the shop's URL. */
async function shop(finished: Finished, version: string, own: LocalXRay, payments: LocalXRay): Promise<string> {
  const socket = createSocket('udp4').unref();
  const durationMs = scattered(50);
  let count = version === 'v1' ? 0 : 500_000;
  const send = ({ daemonAddress }: LocalXRay, segment: object) => {
    const [host, port] = daemonAddress.split(':');
    socket.send(`{"format":"json","version":1}\n${JSON.stringify(segment)}`, Number(port), host);
  };
  const server = createServer((request, response) => {
    response.end();
    const [, trace_id, parent_id] = /Root=([^;]+);Parent=(\w+)/.exec(String(request.headers['x-amzn-trace-id'])) ?? [];
    if (trace_id === undefined) return;
    count += 3;
    const n = count;
    const start_time = Date.now() / 1000;
    const end_time = start_time + durationMs(n / 3) / 1000;
    const http = { request: { method: 'GET', url: 'http://shop/' }, response: { status: 200 } };
    const call = {
      id: entityId(n + 1),
      name: 'payments',
      namespace: 'remote',
      traced: true,
      start_time,
      end_time,
      http,
    };
    const annotations = { version };
    send(own, {
      trace_id,
      id: entityId(n),
      parent_id,
      name: 'shop',
      start_time,
      end_time,
      http,
      annotations,
      subsegments: [call],
    });
    send(payments, { trace_id, id: entityId(n + 2), parent_id: call.id, name: 'payments', start_time, end_time, http });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  finished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    socket.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Runs the gate side by side with what the file says. */
async function gate(file: string, urls: readonly [string, string], inputs: Partial<Record<InputName, string>> = {}) {
  const path = join(await mkdtemp(join(tmpdir(), 'sources-')), 'xray-gate.yml');
  await writeFile(path, `${file}\nscenarios: [{ request: GET / }]`);
  const given: Partial<Record<InputName, string>> = {
    ...{ url: urls[1], version: 'v2', 'baseline-url': urls[0], baseline: 'v1', scenarios: path },
    ...{ rate: '50', duration: '3s', 'warm-up': '0s', 'settle-timeout': '60s' },
    ...inputs,
  };
  const settings = readInputs((name) => given[name]);
  const steps: string[] = [];
  const outside = {
    history: { earlierVersions: async () => ({ lastDeployed: null, mergeBase: null }) },
    progress: { step: (sentence: string) => steps.push(sentence), sent: () => {}, settled: () => {} },
    mask: () => {},
  };
  const run: GateRun = await inRealWorld(settings, outside, (world) => runGate(settings, world));
  return { ...run, steps };
}

describe.concurrent('a run whose traces are in several accounts', () => {
  test('has whole traces of them, and knows whose each node is', async ({ onTestFinished }) => {
    const [own, payments] = [await account(onTestFinished), await account(onTestFinished)];
    const urls = [
      await shop(onTestFinished, 'v1', own, payments),
      await shop(onTestFinished, 'v2', own, payments),
    ] as const;
    const file = `
sources:
  - { region: eu-central-1, endpoint: "${own.apiUrl}" }
  - { role: "arn:aws:iam::${PAYMENTS}:role/reader", external-id: checkout, endpoint: "${payments.apiUrl}" }`;
    const { report, steps } = await gate(file, urls);
    expect(report.verdict).toBe('passed');
    expect(report.compared?.coverage.candidate).toMatchObject({ sent: 150, complete: 150 });
    const edges = report.compared?.edges.map(({ from, to }) => [from.name, from.account, to.name, to.account]);
    expect(edges).toContainEqual(['shop', '', 'payments', PAYMENTS]);
    expect(report.run.awsRegion).toBe('eu-central-1');
    expect(report.run.awsUse.tracesRetrieved).toBeGreaterThanOrEqual(4 * 300);
    expect(steps).toContain(`Traces come from eu-central-1, account ${PAYMENTS}.`);
    expect(sts.asked[0]?.get('ExternalId')).toBe('checkout');
  });

  test('has no whole trace where one of them is left out', async ({ onTestFinished }) => {
    const [own, payments] = [await account(onTestFinished), await account(onTestFinished)];
    const urls = [
      await shop(onTestFinished, 'v1', own, payments),
      await shop(onTestFinished, 'v2', own, payments),
    ] as const;
    const file = `sources: [{ region: eu-central-1, endpoint: "${own.apiUrl}" }]`;
    const { report } = await gate(file, urls, { 'settle-timeout': '8s', 'ready-timeout': '0s', rate: '20' });
    expect(report).toMatchObject({ verdict: 'inconclusive', candidateCoverage: { sent: 60, complete: 0 } });
  });

  test('cannot have them in the local X-Ray', async () => {
    const file = 'sources: [{ region: eu-central-1 }]';
    const local = { 'trace-source': 'local', 'local-port': '0', 'otlp-port': 'none' };
    const error = await gate(file, ['http://127.0.0.1:1', 'http://127.0.0.1:2'], local).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(GateError);
    expect((error as GateError).message).toContain('has sources in AWS, and the input "trace-source" is local');
  });

  test('names the one whose X-Ray cannot be read', async ({ onTestFinished }) => {
    const own = await account(onTestFinished);
    const refusing = await account(onTestFinished, { expireAfterCalls: 1 });
    const file = `sources: [{ region: eu-west-1, endpoint: "${own.apiUrl}" }, { region: us-east-1, name: payments, endpoint: "${refusing.apiUrl}" }]`;
    const urls = [await shop(onTestFinished, 'v1', own, own), await shop(onTestFinished, 'v2', own, own)] as const;
    await expect(gate(file, urls)).rejects.toThrow(/^Source payments: The AWS credentials have expired/);
  });
});

describe.concurrent('a run whose credentials expire', () => {
  test('keeps the traces that it has, is inconclusive, and says why and what to do', async ({ onTestFinished }) => {
    const own = await account(onTestFinished, { expireAfterCalls: 20 });
    const urls = [await shop(onTestFinished, 'v1', own, own), await shop(onTestFinished, 'v2', own, own)] as const;
    const { report } = await gate(`sources: [{ region: eu-west-1, endpoint: "${own.apiUrl}" }]`, urls);
    expect(report.verdict).toBe('inconclusive');
    expect(report.candidateCoverage.sent).toBeLessThan(150);
    const ended = report.run.collected?.shortcomings.ended;
    expect(ended?.collected).toBeGreaterThan(0);
    expect(ended?.collected).toBeLessThan(ended?.expected ?? 0);
    expect(reportMarkdown(report)).toMatch(/Collecting ended early, after \d+ of \d+ traces.*role-duration-seconds/);
    expect(report.run.uncovered[0]?.causes).toMatchObject([{ kind: 'reading ended', ...ended }]);
    expect(report.compared?.reasons.join(' ')).not.toContain('sampling decision');
  });

  test('once nearly all was collected decides with what there is', async ({ onTestFinished }) => {
    const own = await account(onTestFinished, { expireAfterCalls: 100 });
    const urls = [await shop(onTestFinished, 'v1', own, own), await shop(onTestFinished, 'v2', own, own)] as const;
    const { report } = await gate(`sources: [{ region: eu-west-1, endpoint: "${own.apiUrl}" }]`, urls);
    expect(report.verdict).toBe('passed');
    expect(report.run.collected?.shortcomings.ended).not.toBeNull();
  });
});
