import { spawn } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { NO_POLICY } from '../src/compare/edge-policy.js';
import { oneStage } from '../src/compare/evidence.js';
import { startLocalXRay } from '../src/local/local-xray.js';
import { writeRun } from '../src/saved-run.js';
import { runNode } from './support/process.js';
import { simulatedPairs } from './support/simulated-run.js';
import { traceFile } from './support/trace-file.js';
import { scattered, startTracedTarget } from './support/traced-target.js';

const CLI = 'dist/cli/index.js';

async function fileOf(content: unknown): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'xray-gate-')), 'file.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const V2 = () => ({ annotations: { version: 'v2' } });

describe('the command line', () => {
  it.each([
    ['petstore.yaml', 'request: GET /store/inventory'],
    ['shop.har', 'scenarios:'],
    ['rest-client.http', 'scenarios:'],
  ])('imports %s as a file of scenarios', async (file, line) => {
    const { exitCode, stdout } = await runNode([CLI, 'import', `test/import/fixtures/${file}`]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(line);
  });

  it('says what it cannot import', async () => {
    const { exitCode, stderr } = await runNode([CLI, 'import', 'package.json']);
    expect(stderr).toContain('package.json is no OpenAPI 3 document, HAR file or .http file.');
    expect(exitCode).toBe(2);
  });

  it.each([
    ['k6', ['k6.js']],
    ['artillery', ['artillery.yml', 'artillery-processor.mjs']],
  ])('exports the traffic for %s, and says how to go on', async (engine, files) => {
    const folder = await mkdtemp(join(tmpdir(), 'export-'));
    const traffic = [
      '--url',
      'https://green.example.com',
      '--baseline-url',
      'https://blue.example.com',
      '--pairs',
      '100',
    ];
    const { exitCode, stdout } = await runNode([CLI, 'export', engine, ...traffic, '--output', folder]);
    expect(exitCode).toBe(0);
    for (const file of files) expect(await readFile(join(folder, file), 'utf8')).toContain('https://green.example.com');
    expect(stdout).toMatch(/--traffic external --external-run [0-9a-f]{16}/);
  });

  it('exports to no other engine', async () => {
    const { exitCode, stderr } = await runNode([CLI, 'export', 'jmeter', '--url', 'https://green.example.com']);
    expect(stderr).toBe('There is no engine "jmeter" to export to. Write it as xray-gate export k6 or artillery.\n');
    expect(exitCode).toBe(2);
  });

  it('explains itself', async () => {
    const { exitCode, stdout } = await runNode([CLI, '--help']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/gate .*\n.*compare .*\n.*export .*\n.*import .*\n.*local .*\n.*demo /);
    expect(stdout).toContain(
      '0 passed, 1 regressed, 2 could not measure or wrong usage, 3 inconclusive or no baseline',
    );
  });

  it.each(['gate', 'compare', 'export', 'import', 'local', 'demo'])('explains %s', async (command) => {
    const { exitCode, stdout } = await runNode([CLI, command, '--help']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`Usage: xray-gate ${command}`);
  });

  it.each([
    ['an unknown command', ['gete'], 'There is no command "gete".'],
    ['an unknown option', ['compare', '--basline', 'x'], "Unknown option '--basline'"],
    ['a missing file name', ['compare', '--baseline', 'x'], '--candidate is missing.'],
    ['a missing file', ['compare', '--baseline', 'none.json', '--candidate', 'none.json'], 'Cannot read none.json'],
    ['missing inputs, all of them', ['gate', '--rate', 'fast'], '3 inputs are wrong'],
    ['a port that is none', ['local', '--port', 'http'], '--port must be a port from 0 to 65535; got "http".'],
    ['memory that is none', ['local', '--max-memory', 'all'], '--max-memory must be a number of megabytes above 0'],
    ['a fault that there is not', ['local', '--faults', '{"latency": 5}'], 'There is no fault "latency".'],
  ])('ends with 2 after %s', async (_, args, message) => {
    const { exitCode, stderr } = await runNode([CLI, ...args]);
    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
  });
});

describe('compare of several runs in pairs', () => {
  const aRun = (run: string, seed: number, inputs: { readonly minimumTraces?: number } = {}) => {
    const { baseline, candidate } = simulatedPairs({ requests: 60, seed });
    return fileOf(
      writeRun({
        candidateVersion: 'v2',
        baselineChoice: 'driven side by side',
        seed,
        inputs: {
          tolerances: { typical: 0.05, p95: 0.1, faults: 0.005, floorMs: 2 },
          resolution: 0.25,
          minimumTraces: 30,
          minimumCoverage: 0.9,
          failOnNewEdges: true,
          ...inputs,
        },
        policy: NO_POLICY,
        evidence: oneStage({ baseline: { ...baseline, run }, candidate: { ...candidate, run } }),
        timelines: [],
        awsRegion: null,
      }),
    );
  };

  it('pools their pairs', async () => {
    const { stdout } = await runNode([
      CLI,
      'compare',
      '--json',
      '--run',
      await aRun('a', 1),
      '--run',
      await aRun('b', 2),
    ]);
    expect(JSON.parse(stdout).design).toMatchObject({ kind: 'pairs', units: 120 });
  });

  it('refuses two that tossed the same coins', async () => {
    const { stderr, exitCode } = await runNode([
      CLI,
      'compare',
      '--run',
      await aRun('a', 1),
      '--run',
      await aRun('b', 1),
    ]);
    expect(stderr).toContain('cannot be taken together. Give runs that drove the same two versions');
    expect(exitCode).toBe(2);
  });

  it('refuses two that were driven with other inputs', async () => {
    const other = await aRun('b', 2, { minimumTraces: 31 });
    const { stderr, exitCode } = await runNode([CLI, 'compare', '--run', await aRun('a', 1), '--run', other]);
    expect(stderr).toContain('cannot be taken together. Give runs that drove the same two versions');
    expect(stderr).toContain('with the same inputs');
    expect(exitCode).toBe(2);
  });
});

describe('compare', () => {
  it.each([
    ['passed', 0, scattered(50), 200],
    ['regressed', 1, scattered(80), 200],
    ['inconclusive', 3, scattered(50), 12],
  ])('of two files of traces that says %s ends with %i', async (verdict, code, candidateMs, count) => {
    const baseline = await fileOf(traceFile(count, scattered(50)));
    const candidate = await fileOf(traceFile(count, candidateMs, V2));
    const { exitCode, stdout, stderr } = await runNode([
      CLI,
      'compare',
      '--baseline',
      baseline,
      '--candidate',
      candidate,
      '--json',
    ]);
    expect(stderr).toBe('');
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({
      schemaVersion: 3,
      verdict,
      candidate: { version: 'v2' },
      baseline: { version: 'v1' },
      coverage: { baseline: { sent: count, complete: count }, candidate: { sent: count, complete: count } },
    });
    expect(exitCode).toBe(code);
  });

  it('takes several baselines for earlier runs of it', async () => {
    const earlier = await Promise.all([40, 50, 60].map((ms) => fileOf(traceFile(60, scattered(ms)))));
    const candidate = await fileOf(traceFile(60, scattered(50), V2));
    const baselines = earlier.flatMap((path) => ['--baseline', path]);
    const { stdout } = await runNode([CLI, 'compare', ...baselines, '--candidate', candidate, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      baseline: { version: 'v1' },
      coverage: { baseline: { complete: 180 } },
      design: { kind: 'sequential', sequential: { runs: 3 } },
    });
  });

  it('names the fault that it finds, and says that the runs followed each other', async () => {
    const baseline = await fileOf(traceFile(200, scattered(50)));
    const candidate = await fileOf(
      traceFile(200, scattered(50), (n) => ({ ...V2(), ...(n % 5 === 0 ? { fault: true } : {}) })),
    );
    const { exitCode, stdout } = await runNode([CLI, 'compare', '--baseline', baseline, '--candidate', candidate]);
    expect(stdout).toContain('❌ Regressed: v2 against v1');
    expect(stdout).toMatch(/faults\s+0 % → 20.0 %\s+\+20.0 points/);
    expect(stdout).toContain('GET /orders/{id}');
    expect(stdout).toContain('one after the other');
    expect(exitCode).toBe(1);
  });

  it('takes documents that cannot be read for what they are, not for a new graph', async () => {
    const baseline = await fileOf(traceFile(60, scattered(50)));
    const cut = traceFile(60, scattered(50), V2) as { Traces: { Segments: { Document: string }[] }[] };
    for (const { Segments } of cut.Traces) Segments.push({ Document: '{"name":"db","start' });
    const { exitCode, stdout } = await runNode([
      CLI,
      'compare',
      '--baseline',
      baseline,
      '--candidate',
      await fileOf(cut),
    ]);
    expect(stdout).toContain('Whole traces were found for 0 of 60 candidate requests');
    expect(exitCode).toBe(3);
  });

  it('says of a file without traces that it holds none', async () => {
    const empty = await fileOf('\ufeff{"Traces":[]}');
    const { exitCode, stderr } = await runNode([CLI, 'compare', '--baseline', empty, '--candidate', empty]);
    expect(stderr).toContain('holds no traces.');
    expect(exitCode).toBe(2);
  });

  it('says of a file of another kind what it should be', async () => {
    const other = await fileOf({ Items: [] });
    const { exitCode, stderr } = await runNode([CLI, 'compare', '--baseline', other, '--candidate', other]);
    expect(stderr).toContain(
      'holds neither a saved profile nor traces. Give a file that "save-profile" wrote, or the output of aws xray batch-get-traces',
    );
    expect(exitCode).toBe(2);
  });
});

describe('gate', () => {
  it('compares with a profile that an earlier run saved', async () => {
    const xray = await startLocalXRay({ host: '127.0.0.1', port: 0, apiPort: 0 });
    const target = await startTracedTarget({ daemon: xray.daemonAddress, version: 'v1', durationMs: scattered(50) });
    onTestFinished(async () => {
      await target.stop();
      await xray.stop();
    });
    const folder = await mkdtemp(join(tmpdir(), 'xray-gate-'));
    const profile = join(folder, 'v1.json');
    const gate = (...more: string[]) =>
      runNode(
        [
          CLI,
          'gate',
          '--url',
          target.url,
          '--version',
          'v1',
          '--rate',
          '60',
          '--duration',
          '2s',
          '--warm-up',
          '0',
          '--report-path',
          folder,
          ...more,
        ],
        {
          AWS_ENDPOINT_URL_XRAY: xray.apiUrl,
          AWS_REGION: 'eu-west-1',
          AWS_ACCESS_KEY_ID: 'x',
          AWS_SECRET_ACCESS_KEY: 'x',
        },
      );
    const first = await gate('--save-profile', profile);
    expect(first.stdout).toContain('⚪ No baseline');
    expect(first.exitCode).toBe(3);

    const second = await gate('--baseline-profile', profile);
    expect(second.stdout).toContain('✅ Passed');
    expect(second.exitCode).toBe(0);
    const result = JSON.parse(await readFile(join(folder, 'result.json'), 'utf8'));
    expect(result.design.kind).toBe('sequential');
    expect(result.coverage).toMatchObject({ baseline: { complete: 120 }, candidate: { complete: 120 } });
  });
});

describe('local', () => {
  it('prints its addresses as the first line of JSON, serves, and ends at SIGINT with what came', async () => {
    const child = spawn(
      process.execPath,
      [CLI, 'local', '--json', '--port', '0', '--api-port', '0', '--otlp-port', '0'],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    onTestFinished(() => void child.kill('SIGKILL'));
    const lines = createInterface({ input: child.stdout });
    const printed: string[] = [];
    lines.on('line', (line) => printed.push(line));
    const first = await new Promise<string>((resolve) => lines.once('line', resolve));
    const { event, daemon, api } = JSON.parse(first);
    expect(event).toBe('listening');
    expect(daemon).toMatch(/^127\.0\.0\.1:\d+$/);

    const id = '1-6b006c35-aaaaaaaaaaaaaaaaaaaaaaaa';
    const answer = await fetch(`${api}/Traces`, { method: 'POST', body: JSON.stringify({ TraceIds: [id] }) });
    expect(await answer.json()).toMatchObject({ Traces: [], UnprocessedTraceIds: [id] });
    const document = { trace_id: id, id: 'f9646a977e9593e1', name: 'inventory', start_time: 1, end_time: 2 };
    const segments = JSON.stringify({ TraceSegmentDocuments: [JSON.stringify(document)] });
    await fetch(`${api}/TraceSegments`, { method: 'POST', body: segments });

    const ended = new Promise((resolve) => child.once('close', resolve));
    // Twice: npm passes on the Ctrl-C that the terminal has sent already.
    child.kill('SIGINT');
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(printed.slice(1).map((line) => JSON.parse(line))).toMatchObject([
      { event: 'trace', traceId: id, name: 'inventory', durationMs: 1000, segments: 1 },
      { event: 'ended', documents: 1, traces: 1, rejected: 0, evictedTraces: 0 },
    ]);
  });
});
