import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { type LocalGitHub, type LocalGitHubOptions, startLocalGitHub } from '../demo/local-github.js';
import { randomBytes } from '../src/adapters/chance.js';
import { writeExternalAgent } from '../src/collect/external-agent.js';
import { mintTraceContext, traceHeaders } from '../src/drive/trace-header.js';
import { externalRunId } from '../src/hand-over.js';
import type { InputName } from '../src/input-list.js';
import type { Faults } from '../src/local/faults/faults.js';
import { startLocalXRay } from '../src/local/local-xray.js';
import { readRequestLines } from '../src/scenario/request-line.js';
import { workloadHash } from '../src/scenario/workload-hash.js';
import { type ActionRun, PULL_REQUEST, runAction } from './support/action.js';
import { type Refusal, startLocalCloudWatch } from './support/local-cloudwatch.js';
import { scattered, startTracedTarget, type TracedTargetOptions } from './support/traced-target.js';

interface Scene {
  readonly faults?: Partial<Faults>;
  readonly baseline?: Partial<TracedTargetOptions>;
  readonly candidate?: Partial<TracedTargetOptions>;
  readonly github?: LocalGitHubOptions;
}

/** The test's own: of tests that run at the same time, the imported one takes whichever is current. */
type Finished = TestContext['onTestFinished'];

interface Stage {
  readonly github: LocalGitHub;
  readonly baselineUrl: string;
  readonly candidateUrl: string;
  readonly xrayUrl: string;
  readonly run: (
    inputs?: Partial<Record<InputName, string>>,
    environment?: Readonly<Record<string, string>>,
  ) => Promise<ActionRun>;
}

/** Two instrumented targets, the local X-Ray that they send to, and a GitHub; all real servers on free ports. */
async function setUp(finished: Finished, { baseline, candidate, faults, github: options }: Scene = {}): Promise<Stage> {
  const xray = await startLocalXRay({ host: '127.0.0.1', port: 0, apiPort: 0, faults: faults ?? {} });
  const daemon = xray.daemonAddress;
  const v1 = await startTracedTarget({ daemon, version: 'v1', durationMs: scattered(50), ...baseline });
  const v2 = await startTracedTarget({ daemon, version: 'v2', durationMs: scattered(50), ...candidate });
  const github = await startLocalGitHub(options ?? {});
  finished(async () => {
    await Promise.all([v1.stop(), v2.stop(), github.stop(), xray.stop()]);
  });
  const run = (inputs: Partial<Record<InputName, string>> = {}, environment: Readonly<Record<string, string>> = {}) =>
    runAction({
      environment,
      githubUrl: github.url,
      xrayUrl: xray.apiUrl,
      inputs: {
        url: v2.url,
        version: 'v2',
        'baseline-url': v1.url,
        baseline: 'v1',
        rate: '50',
        duration: '3s',
        'warm-up': '0s',
        requests: '2 POST /orders\n1 GET /orders/42',
        ...inputs,
      },
    });
  return { github, baselineUrl: v1.url, candidateUrl: v2.url, xrayUrl: xray.apiUrl, run };
}

async function xrayThatAnswers(finished: Finished, status: number, code: string): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(status, { 'x-amzn-errortype': code, 'content-type': 'application/json' });
    response.end(JSON.stringify({ message: 'User: arn:aws:iam::1:role/ci is not authorized' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  finished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function cloudWatchThatAnswers(finished: Finished, refusal: Refusal | null = null) {
  const cloudWatch = await startLocalCloudWatch(() => refusal);
  finished(() => cloudWatch.stop());
  const keys = { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' };
  return { cloudWatch, environment: { ...keys, AWS_ENDPOINT_URL_CLOUDWATCH: cloudWatch.url } };
}

describe.concurrent('the bundled action', () => {
  it('passes an equal build: summary, comment, files and outputs say so', async ({ onTestFinished }) => {
    const { github, run } = await setUp(onTestFinished);
    const { exitCode, stdout, outputs, summary, result, folder } = await run();
    expect(stdout).toContain('✅ Passed: v2 against v1');
    expect(exitCode).toBe(0);
    expect(result).toMatchObject({ verdict: 'passed', findings: [] });
    expect(result?.coverage).toMatchObject({
      baseline: { sent: 150, answered: 150, traced: 150, complete: 150, otherVersion: 0 },
      candidate: { sent: 150, answered: 150, traced: 150, complete: 150, otherVersion: 0 },
    });
    expect(github.comments).toMatchObject([{ issue: PULL_REQUEST }]);
    expect(outputs).toEqual({
      verdict: 'passed',
      regressions: '0',
      'report-path': join(folder, 'report'),
      'result-path': join(folder, 'report/result.json'),
      'comment-url': expect.stringContaining('#issuecomment-'),
      'baseline-version': 'v1',
      traces: '150',
    });
    const markdown = await readFile(join(folder, 'report/comment.md'), 'utf8');
    expect(summary).toContain(markdown.trim());
    expect(github.comments[0]?.body).toBe(`<!-- aws-xray-performance-gate:default -->\n${markdown}`);
    expect(await readFile(join(folder, 'report/report.html'), 'utf8')).toContain('<!doctype html>');
  });

  it('puts metrics into the namespace of CloudWatch that it is given, and says what that costs', async ({
    onTestFinished,
  }) => {
    const { cloudWatch, environment } = await cloudWatchThatAnswers(onTestFinished);
    const { run } = await setUp(onTestFinished);
    const { exitCode, summary } = await run({ 'cloudwatch-namespace': 'PerformanceGate/shop' }, environment);
    expect(exitCode).toBe(0);
    expect(cloudWatch.taken).toMatchObject([{ Namespace: 'PerformanceGate/shop' }]);
    const [{ MetricData } = { MetricData: [] }] = cloudWatch.taken;
    expect(MetricData.find(({ MetricName }) => MetricName === 'Passed')).toMatchObject({ Value: 1, Unit: 'Count' });
    expect(summary).toContain(`free tier not counted: ${MetricData.length} metrics put.`);
  });

  it('passes an equal build all the same where CloudWatch takes no metrics, with a warning', async ({
    onTestFinished,
  }) => {
    const { environment } = await cloudWatchThatAnswers(onTestFinished, { status: 403, code: 'AccessDenied' });
    const { run } = await setUp(onTestFinished);
    const { exitCode, stdout, summary } = await run({ 'cloudwatch-namespace': 'PerformanceGate/shop' }, environment);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^::warning::CloudWatch took 0 of \d+ metrics: AccessDenied/m);
    expect(summary).not.toContain('Cost:');
  });

  it('fails a slower build that faults, and names both', async ({ onTestFinished }) => {
    const { github, run } = await setUp(onTestFinished, {
      candidate: { durationMs: scattered(80), faults: (n) => n % 5 === 0 },
    });
    const { exitCode, stdout, outputs, result } = await run();
    expect(exitCode).toBe(1);
    expect(stdout).toContain('::error::Regressed');
    expect(outputs.verdict).toBe('regressed');
    expect(new Set(result?.findings.map(({ metric }) => metric))).toEqual(new Set(['p95', 'typical', 'faults']));
    expect(github.comments[0]?.body).toContain('## ❌ Regressed: `v2` against `v1`');
  });

  it('is inconclusive with too few traces: the job fails, or only warns, as the input says', async ({
    onTestFinished,
  }) => {
    const { run } = await setUp(onTestFinished);
    const failed = await run({ 'minimum-traces': '500' });
    expect(failed).toMatchObject({ exitCode: 1, outputs: { verdict: 'inconclusive' } });
    expect(failed.result?.reasons[0]).toContain('"minimum-traces" is 500');
    const warned = await run({ 'minimum-traces': '500', 'on-inconclusive': 'warn' });
    expect(warned.exitCode).toBe(0);
    expect(warned.stdout).toContain('::warning::Inconclusive');
  });

  it('is inconclusive while another version answers', async ({ onTestFinished }) => {
    const { run } = await setUp(onTestFinished, { candidate: { version: 'v1' } });
    const { exitCode, result } = await run({ 'ready-timeout': '0s' });
    expect(exitCode).toBe(1);
    expect(result?.verdict).toBe('inconclusive');
    expect(result?.coverage.candidate).toMatchObject({ traced: 150, complete: 0, otherVersion: 150 });
    expect(result?.reasons[0]).toMatch(/150 a trace of another version\.$/);
    expect(result?.uncovered).toMatchObject([
      { side: 'candidate', causes: [{ kind: 'other version', remedy: expect.stringContaining('"ready-timeout"') }] },
    ]);
  });

  it('says that there is no baseline, and saves its profile for next time', async ({ onTestFinished }) => {
    const { run } = await setUp(onTestFinished);
    const { exitCode, outputs, result, stdout } = await run({ 'baseline-url': '', baseline: 'v0' });
    expect(outputs.verdict).toBe('no-baseline');
    expect(stdout).toContain('X-Ray has no traces of version "v0" from ');
    expect(exitCode).toBe(0);
    expect(result?.coverage.candidate?.complete).toBe(150);
    expect((await run({ 'baseline-url': '', baseline: 'v0', 'on-no-baseline': 'fail' })).exitCode).toBe(1);
  });

  it("finds an earlier version's traces in X-Ray, and calls the comparison sequential", async ({ onTestFinished }) => {
    const { run, baselineUrl } = await setUp(onTestFinished);
    await run({ url: baselineUrl, version: 'v1', 'baseline-url': '', baseline: 'v0' });
    const { exitCode, result, stdout } = await run({ 'baseline-url': '', baseline: 'v1' });
    expect(result).toMatchObject({ verdict: 'passed', design: { kind: 'sequential', nullMargin: 0.15 } });
    expect(stdout).toContain('one after the other');
    expect(exitCode).toBe(0);
  });

  it('lists what X-Ray found in the group that it is given, meanwhile', async ({ onTestFinished }) => {
    const { run, xrayUrl, github } = await setUp(onTestFinished);
    const insights = [{ StartTime: Date.now() / 1000 - 3600, Summary: 'Faults of payments rise' }];
    await fetch(`${xrayUrl}/_local/insights`, { method: 'PUT', body: JSON.stringify(insights) });
    const { exitCode, stdout } = await run({ group: 'Default' });
    expect(stdout).toContain('Faults of payments rise');
    expect(github.comments[0]?.body).toContain('### 1 X-Ray insight, active');
    expect(exitCode).toBe(0);
  });

  it('updates its own comment on the second run, and nobody else’s', async ({ onTestFinished }) => {
    const marker = '<!-- aws-xray-performance-gate:default -->';
    const strangers = Array.from({ length: 130 }, (_, i) => ({
      issue: PULL_REQUEST,
      login: 'octocat',
      body: `${marker} ${i}`,
    }));
    const { github, run } = await setUp(onTestFinished, { github: { comments: strangers } });
    const first = await run();
    const second = await run({ 'minimum-traces': '500', 'on-inconclusive': 'warn' });
    expect(github.comments).toHaveLength(131);
    expect(second.outputs['comment-url']).toBe(first.outputs['comment-url']);
    expect(github.comments.at(-1)?.body).toContain('Inconclusive');
    expect(github.comments[0]?.body).toBe(`${marker} 0`);
  });

  it('makes no comment where nothing changed and only changes are wanted', async ({ onTestFinished }) => {
    const { github, run } = await setUp(onTestFinished);
    const { exitCode, outputs } = await run({ comment: 'changes' });
    expect({ exitCode, comments: github.comments.length, url: outputs['comment-url'] }).toEqual({
      exitCode: 0,
      comments: 0,
      url: '',
    });
  });

  it("warns, and keeps its verdict, when a fork's token may not comment", async ({ onTestFinished }) => {
    const { run } = await setUp(onTestFinished, { github: { readOnly: true } });
    const { exitCode, stdout, outputs } = await run();
    expect(stdout).toMatch(
      /::warning::No comment on the pull request: Resource not accessible by integration.*pull-requests: write/,
    );
    expect(outputs.verdict).toBe('passed');
    expect(exitCode).toBe(0);
  });

  it('fails with the remedy when access to X-Ray is denied, before anything is sent', async ({ onTestFinished }) => {
    const target = await startTracedTarget({ daemon: null, version: 'v2' });
    onTestFinished(() => target.stop());
    const { exitCode, stdout, outputs } = await runAction({
      githubUrl: 'http://127.0.0.1:9',
      xrayUrl: await xrayThatAnswers(onTestFinished, 403, 'AccessDeniedException'),
      inputs: { url: target.url, version: 'v2', duration: '1s', 'warm-up': '0', 'baseline-url': target.url },
    });
    expect(stdout).toContain('::error::X-Ray denied access: User: arn:aws:iam::1:role/ci is not authorized.');
    expect(stdout).toContain('xray:BatchGetTraces');
    expect(target.requests).toEqual([]);
    expect({ exitCode, verdict: outputs.verdict }).toEqual({ exitCode: 1, verdict: undefined });
  });

  it('fails with the likely reasons when no request left a trace', async ({ onTestFinished }) => {
    const { run } = await setUp(onTestFinished, { candidate: { daemon: null }, baseline: { daemon: null } });
    const { exitCode, stdout, outputs } = await run({ duration: '1s', 'settle-timeout': '5s' });
    expect(stdout).toContain(
      '::error::X-Ray has none of the traces of 50 candidate requests, 50 of which were answered.',
    );
    expect({ exitCode, verdict: outputs.verdict }).toEqual({ exitCode: 1, verdict: undefined });
  });

  it('puts right what an earlier run said when it cannot measure, in the comment and the summary', async ({
    onTestFinished,
  }) => {
    const { github, run } = await setUp(onTestFinished);
    await run();
    const { summary } = await run({ url: 'http://127.0.0.1:9' });
    expect(github.comments).toHaveLength(1);
    for (const text of [summary, github.comments[0]?.body]) expect(text).toContain('## 🛑 Could not measure');
  });

  it('keeps its verdict when the report cannot be written, and says so', async ({ onTestFinished }) => {
    const { github, run } = await setUp(onTestFinished, { candidate: { durationMs: scattered(80) } });
    const { exitCode, stdout, outputs } = await run({ 'report-path': 'package.json/report' });
    expect(stdout).toContain('Cannot write package.json/report/comment.md');
    expect(outputs).toMatchObject({ verdict: 'regressed', regressions: expect.stringMatching(/[1-9]/) });
    expect(github.comments[0]?.body).toContain('## ❌ Regressed');
    expect(exitCode).toBe(1);
  });

  it('is an error when both URLs answer as the same version', async ({ onTestFinished }) => {
    const { run } = await setUp(onTestFinished, { baseline: { version: 'v2' } });
    const { exitCode, stdout } = await run({ baseline: '' });
    expect(stdout).toContain('::error::Both URLs answer as version v2: there is nothing to compare.');
    expect(exitCode).toBe(1);
  });

  it('warns when no trace says which build answered', async ({ onTestFinished }) => {
    const { run } = await setUp(onTestFinished, { candidate: { version: null } });
    const { exitCode, summary } = await run();
    expect(summary).toContain('No trace of the candidate names a version');
    expect(exitCode).toBe(0);
  });

  it('fails when not one trace was whole, even where inconclusive only warns', async ({ onTestFinished }) => {
    const { run } = await setUp(onTestFinished, { candidate: { version: 'v1' } });
    const { exitCode, result } = await run({ 'on-inconclusive': 'warn', 'ready-timeout': '0s' });
    expect({ exitCode, verdict: result?.verdict }).toEqual({ exitCode: 1, verdict: 'inconclusive' });
  });

  it('is inconclusive when every request fails on both versions', async ({ onTestFinished }) => {
    const failing = { faults: () => true };
    const { run } = await setUp(onTestFinished, { baseline: failing, candidate: failing });
    const { exitCode, result } = await run({ 'ready-timeout': '0s' });
    expect(result?.reasons[0]).toContain("100 % of the candidate's requests and 100 % of the baseline's are faults");
    expect({ exitCode, verdict: result?.verdict }).toEqual({ exitCode: 1, verdict: 'inconclusive' });
  });

  it('fails when nothing answers at the URL', async ({ onTestFinished }) => {
    const { run } = await setUp(onTestFinished);
    const { exitCode, stdout } = await run({ url: 'http://127.0.0.1:9', 'ready-timeout': '2s' });
    expect(stdout).toContain('::error::http://127.0.0.1:9 is not ready after 2 s: connect ECONNREFUSED 127.0.0.1:9.');
    expect(exitCode).toBe(1);
    const unready = await run({ url: 'http://127.0.0.1:9', 'ready-timeout': '0s' });
    expect(unready.stdout).toContain('::error::Nothing answered at http://127.0.0.1:9:');
    expect(unready.exitCode).toBe(1);
  });

  it('waits for the version that is expected, and says which one answers when it does not come', async ({
    onTestFinished,
  }) => {
    const { run } = await setUp(onTestFinished, { candidate: { version: 'v1' } });
    const { exitCode, stdout } = await run({ 'ready-timeout': '2s' });
    expect(stdout).toMatch(/::error::http:\S+ is to be version v2, and after 2 s it answers as version v1\./);
    expect(exitCode).toBe(1);
  });

  it('judges what another engine drove, found by the user agent', async ({ onTestFinished }) => {
    const { run, baselineUrl, candidateUrl } = await setUp(onTestFinished, {
      candidate: { durationMs: scattered(80) },
    });
    const runId = externalRunId(Date.now(), randomBytes);
    const requests = '1 GET /orders';
    const scenarios = readRequestLines(requests).flatMap((line) => (line.kind === 'scenario' ? [line.scenario] : []));
    const workload = workloadHash({ scenarios, variables: new Map() });
    const send = async (url: string, side: 'baseline' | 'candidate', slot: number) => {
      const { traceId, parentId } = mintTraceContext(Date.now(), randomBytes);
      const agent = writeExternalAgent({ runId, workload, side, slot: String(slot), scenario: 0, step: 0 }, '1.0.0');
      await fetch(`${url}/orders`, {
        headers: { ...traceHeaders({ traceId, parentId }), 'user-agent': agent },
      });
    };
    for (let slot = 0; slot < 100; slot++) {
      await send(baselineUrl, 'baseline', slot);
      await send(candidateUrl, 'candidate', slot);
    }
    const inputs = { traffic: 'external', 'external-run': runId, pairs: '100', requests };
    const { exitCode, result, stdout } = await run(inputs);
    expect(stdout).toContain(`Looking for the traces of run ${runId}`);
    expect(result?.verdict).toBe('regressed');
    expect(exitCode).toBe(1);
    expect(result?.coverage).toMatchObject({
      baseline: { sent: 100, answered: 100, traced: 100, complete: 100, otherVersion: 0 },
      candidate: { sent: 100, answered: 100, traced: 100, complete: 100, otherVersion: 0 },
    });
    expect(result?.operations).toMatchObject([{ operation: 'GET /orders', comparable: 100 }]);
  });

  it('drives flows of a scenario file over a secret, which the log never shows', async ({ onTestFinished }) => {
    const { run } = await setUp(onTestFinished);
    const file = join(await mkdtemp(join(tmpdir(), 'scenarios-')), 'shop.yml');
    await writeFile(
      file,
      [
        'variables: { key: { secret: SHOP_KEY } }',
        'auth: { bearer: "{{key}}" }',
        'scenarios:',
        '  - steps:',
        '      - request: POST /orders',
        '        json: { sku: A-1 }',
        '      - request: GET /orders/42',
      ].join('\n'),
    );
    const { exitCode, stdout, result, folder } = await run(
      { requests: '', scenarios: file, pairs: '60' },
      { SHOP_KEY: 's3cret-key' },
    );
    expect(stdout).toContain(`Scenarios of ${file}: POST /orders.`);
    expect(stdout.replaceAll('::add-mask::s3cret-key', '')).not.toContain('s3cret-key');
    expect(exitCode).toBe(0);
    const lines = (await readFile(join(folder, 'report/requests.jsonl'), 'utf8')).trim().split('\n');
    expect(lines).toHaveLength(240);
    expect(JSON.parse(lines[0]!)).toMatchObject({ slot: 0, step: 0, operation: 'POST /orders', status: 200 });
    expect(result?.operations.map(({ operation, comparable }) => [operation, comparable])).toEqual([
      ['GET /orders/{id}', 60],
      ['POST /orders', 60],
    ]);
  });

  it('reports all wrong inputs at once, before anything is sent', async ({ onTestFinished }) => {
    const { run } = await setUp(onTestFinished);
    const { exitCode, stdout } = await run({ rate: 'fast', duration: 'long', version: '' });
    expect(stdout).toContain('3 inputs are wrong');
    expect(exitCode).toBe(1);
  });

  // Whether X-Ray lists ids that it does not know, and by which name it throttles, AWS does not say.
  it.for<Partial<Faults>>([
    { unknownIds: 'unprocessed', ingestionDelayMs: 2000 },
    { unknownIds: 'silent', ingestionDelayMs: 2000 },
    { throttleEvery: 3, throttleCode: 'ThrottledException' },
    { throttleEvery: 3, throttleCode: 'ThrottlingException' },
  ])('collects every trace where X-Ray is %j', async (faults, { onTestFinished }) => {
    const { run } = await setUp(onTestFinished, { faults });
    const { exitCode, result } = await run();
    expect(result?.coverage).toMatchObject({
      baseline: { sent: 150, complete: 150 },
      candidate: { sent: 150, complete: 150 },
    });
    expect(exitCode).toBe(0);
  });

  it('says that nothing came where no service sends to the local X-Ray', async ({ onTestFinished }) => {
    const { run } = await setUp(onTestFinished);
    const { exitCode, stdout } = await run({
      'trace-source': 'local',
      'local-port': '0',
      'otlp-port': '0',
      duration: '1s',
      'settle-timeout': '5s',
    });
    expect(stdout).toContain(
      'Nothing came to the local X-Ray. The services must send to AWS_XRAY_DAEMON_ADDRESS=127.0.0.1:',
    );
    expect(exitCode).toBe(1);
  });

  it('opens the local X-Ray for an application that sends to its port', async ({ onTestFinished }) => {
    const probe = await startLocalXRay({ host: '127.0.0.1', port: 0, apiPort: 0 });
    const daemon = probe.daemonAddress;
    await probe.stop();
    const { run } = await setUp(onTestFinished, { candidate: { daemon }, baseline: { daemon } });
    const { exitCode, stdout, result } = await run({
      'trace-source': 'local',
      'local-port': daemon.split(':')[1]!,
      'otlp-port': '0',
    });
    expect(stdout).toContain(`AWS_XRAY_DAEMON_ADDRESS=${daemon}`);
    expect(stdout).not.toContain('rejected');
    expect(result?.verdict).toBe('passed');
    expect(exitCode).toBe(0);
  });
});
