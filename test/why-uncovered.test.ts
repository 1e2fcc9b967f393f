import { randomBytes } from 'node:crypto';
import { PutTraceSegmentsCommand, XRayClient } from '@aws-sdk/client-xray';
import { describe, expect, test } from 'vitest';
import { httpTransport } from '../src/adapters/http-transport.js';
import { systemClock } from '../src/adapters/system-clock.js';
import { traceSourceOf } from '../src/adapters/xray-trace-source.js';
import type { TraceSearch, TraceSource } from '../src/collect/trace-source.js';
import { GateError } from '../src/errors.js';
import type { InputName } from '../src/input-list.js';
import { readInputs } from '../src/inputs.js';
import { type LocalXRaySettings, startLocalXRay } from '../src/local/local-xray.js';
import { type GateRun, runGate } from '../src/main.js';
import { reportJson } from '../src/report/json.js';
import { reportMarkdown } from '../src/report/markdown.js';
import { segmentDocument } from './support/segment-builder.js';
import { BLUE, GREEN, simulatedWorld } from './support/simulated-world.js';
import { startTracedTarget, type TracedTargetOptions } from './support/traced-target.js';

const INPUTS: Partial<Record<InputName, string>> = {
  version: 'v2',
  requests: '1 GET /orders',
  rate: '20',
  duration: '2s',
  'warm-up': '0s',
  ramp: '0s',
  'ready-timeout': '0s',
  'settle-timeout': '5s',
  'aws-region': 'eu-west-1',
  seed: '7',
};

interface Account {
  readonly target?: Partial<TracedTargetOptions>;
  readonly xray?: Partial<LocalXRaySettings>;
  /** Traces of others that X-Ray has from the time of the run. */
  readonly others?: number;
  /** Whether a baseline that is traced is driven beside it. */
  readonly inPairs?: boolean;
  /** Operations that the role may not call. */
  readonly denied?: readonly string[];
}

/** The gate over real sockets: a target of its own, and a local X-Ray that stands for the account's. */
async function gate(
  { target = {}, xray = {}, others = 0, inPairs = false, denied = [] }: Account,
  onTestFinished: OnFinished,
): Promise<GateRun> {
  const local = await startLocalXRay({ host: '127.0.0.1', port: 0, apiPort: 0, ...xray });
  const service = await startTracedTarget({ daemon: local.daemonAddress, version: 'v2', ...target });
  const baseline = await startTracedTarget({ daemon: local.daemonAddress, version: 'v1' });
  onTestFinished(async () => {
    await Promise.all([service.stop(), baseline.stop()]);
    await local.stop();
  });
  const client = new XRayClient({
    endpoint: local.apiUrl,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local', accountId: '111122223333' },
  });
  const documents = Array.from({ length: others }, () => JSON.stringify(ofOthers()));
  if (others > 0) await client.send(new PutTraceSegmentsCommand({ TraceSegmentDocuments: documents }));
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (!denied.includes(commandName.replace('Command', ''))) return next(args);
        const error = { name: 'AccessDeniedException', $metadata: { httpStatusCode: 403 } };
        throw Object.assign(new Error('User is not authorized'), error);
      },
    { step: 'initialize', priority: 'low' },
  );
  const beside = inPairs ? { 'baseline-url': baseline.url, baseline: 'v1', pairs: '40' } : {};
  const settings = readInputs((name) => ({ ...INPUTS, ...beside, url: service.url })[name]);
  return runGate(settings, {
    ...simulatedWorld({}).world,
    transport: httpTransport(systemClock),
    clock: systemClock,
    randomBytes,
    traces: traceSourceOf({ fetching: client, searching: client }, systemClock),
  });
}

function ofOthers(): object {
  const startS = Date.now() / 1000;
  const trace_id = newTraceId();
  return segmentDocument({ trace_id, id: hex(8), name: 'others', start_time: startS, end_time: startS + 0.1 });
}

const hex = (bytes: number) => randomBytes(bytes).toString('hex');
const newTraceId = () => `1-${Math.floor(Date.now() / 1000).toString(16)}-${hex(12)}`;

type OnFinished = (work: () => Promise<void>) => void;

async function failure(account: Account, onTestFinished: OnFinished): Promise<GateError> {
  const error = await gate(account, onTestFinished).catch((thrown: unknown) => thrown);
  if (error instanceof GateError) return error;
  throw new Error('something was measured');
}

/** Causes of the build's losses, and the comment. */
async function explained(account: Account, onTestFinished: OnFinished) {
  const { report } = await gate(account, onTestFinished);
  const [candidate] = report.run.uncovered;
  const comment = reportMarkdown(report).replaceAll(/\\([():])/g, '$1');
  return { causes: candidate?.causes ?? [], report, comment, result: JSON.parse(reportJson(report)) };
}

const kinds = (causes: readonly { readonly kind: string }[]) => causes.map(({ kind }) => kind);

describe.concurrent('where nothing is traced, the error names', { timeout: 60_000 }, () => {
  test('the service that begins traces of its own', async ({ onTestFinished }) => {
    const segments: TracedTargetOptions['segments'] = ({ parent_id, ...segment }) => [
      { ...segment, trace_id: newTraceId() },
    ];
    const { message, remedy } = await failure({ target: { segments } }, onTestFinished);
    expect(message).toContain('X-Ray has none of the traces of 40 candidate requests, 40 of which were answered.');
    expect(message).toContain(
      '- Likely (candidate): target did not take over the trace header. X-Ray has 40 of the 40',
    );
    expect(message.match(/Likely/g)).toHaveLength(1);
    expect(remedy).toContain('When traces are missing');
  });

  test('region and account where X-Ray has nothing at all', async ({ onTestFinished }) => {
    const { message } = await failure({ target: { daemon: null } }, onTestFinished);
    expect(message).toContain('X-Ray in eu-west-1 of account 111122223333 has no trace of anybody');
    expect(message.match(/Likely/g)).toHaveLength(1);
  });

  test('the target where others are traced', async ({ onTestFinished }) => {
    const { message } = await failure({ target: { daemon: null }, others: 3 }, onTestFinished);
    expect(message).toContain('no trace of these requests, under any id, while other traffic left traces meanwhile');
    expect(message).not.toContain('of anybody');
  });

  test('the action that would tell more', async ({ onTestFinished }) => {
    const { message } = await failure({ target: { daemon: null }, denied: ['GetTraceSummaries'] }, onTestFinished);
    expect(message).toContain('The role may not call xray:GetTraceSummaries');
    expect(message).toContain('eu-west-1');
    expect(message).toContain('not traced');
  });

  test('that traces came too late', async ({ onTestFinished }) => {
    const xray = { faults: { ingestionDelayMs: 5400, ingestionJitterMs: 1000 } };
    const { message } = await failure({ xray }, onTestFinished);
    expect(message).toMatch(/\d+ of the missing traces came to X-Ray after the gate had stopped waiting, 5 s after/);
  });
});

describe.concurrent('where too little is traced, the report names', { timeout: 60_000 }, () => {
  test('the callee that does not send the segments that its caller announces', async ({ onTestFinished }) => {
    const segments: TracedTargetOptions['segments'] = (segment, n) => {
      const call = { id: hex(8), name: 'orders', namespace: 'remote', traced: true };
      const { trace_id, start_time, end_time } = segment;
      const caller = { ...segment, subsegments: [{ ...call, start_time, end_time }] };
      const callee = { trace_id, start_time, end_time, id: hex(8), parent_id: call.id, name: 'orders' };
      return n % 2 === 0 ? [caller, callee] : [caller];
    };
    const { causes, comment } = await explained({ target: { segments } }, onTestFinished);
    expect(causes[0]).toMatchObject({ kind: 'called segment', requests: 20 });
    expect(comment).toContain('In 20 traces target announces a segment of orders that never came');
  });

  test('versions that answered too', async ({ onTestFinished }) => {
    const segments: TracedTargetOptions['segments'] = (segment, n) => [
      { ...segment, annotations: { version: n % 4 === 0 ? 'v1' : 'v2' } },
    ];
    const { causes, comment } = await explained({ target: { segments } }, onTestFinished);
    expect(kinds(causes)).toEqual(['other version']);
    expect(comment).toContain('10 traces name another version than v2: v1 (10)');
  });

  test('services of which some begin traces of their own', async ({ onTestFinished }) => {
    const segments: TracedTargetOptions['segments'] = (segment, n) => [
      n % 2 === 0 ? segment : { ...segment, trace_id: newTraceId() },
    ];
    const { causes, report, result } = await explained({ target: { segments }, inPairs: true }, onTestFinished);
    expect(causes).toEqual([
      { kind: 'own trace ids', requests: 20, strangers: 20, untraced: 20, services: ['target'], view: 'all' },
    ]);
    expect(report.verdict).toBe('inconclusive');
    expect(report.compared?.reasons[0]).toMatch(
      /^Whole traces were found for 20 of 40 candidate requests .* version\.$/,
    );
    expect(result.uncovered).toMatchObject([
      { side: 'candidate', stage: 'first', causes: [{ kind: 'own trace ids', evidence: expect.any(String) }] },
    ]);
  });

  test('sampling rules that decide, and the rule that would help', async ({ onTestFinished }) => {
    const segments: TracedTargetOptions['segments'] = (segment, n) => (n % 7 === 0 ? [segment] : []);
    const { causes, comment } = await explained({ target: { segments } }, onTestFinished);
    expect(kinds(causes)).toEqual(['sampling rules']);
    expect(comment).toContain('6 of 40 requests left a trace');
    const [, rule] = /```json\n(.*?)\n```/s.exec(comment) ?? [];
    expect(JSON.parse(rule ?? '')).toMatchObject({
      SamplingRule: { HTTPMethod: 'GET', URLPath: '/orders', FixedRate: 1, Version: 1 },
    });
  });

  test('what the role may not ask where Transaction Search has X-Ray know a share of the traces', async ({
    onTestFinished,
  }) => {
    const denied = ['GetTraceSegmentDestination', 'StartTraceRetrieval'];
    const xray = { faults: { transactionSearch: { indexingPercentage: 20 } } };
    const { causes, comment } = await explained({ xray, denied }, onTestFinished);
    expect(kinds(causes)[0]).toBe('Transaction Search');
    expect(comment).toContain('the role may not call xray:GetTraceSegmentDestination');
  });

  test('the service whose clock is wrong', async ({ onTestFinished }) => {
    const segments: TracedTargetOptions['segments'] = (segment, n) => {
      const later = (time: unknown) => Number(time) + 600;
      const moved = { ...segment, start_time: later(segment.start_time), end_time: later(segment.end_time) };
      const { start_time } = moved;
      const call = { id: hex(8), name: 'orders', namespace: 'remote', start_time, in_progress: true };
      return n % 2 === 0 ? [segment] : [{ ...moved, subsegments: [call] }];
    };
    const { causes, comment } = await explained({ target: { segments } }, onTestFinished);
    expect(kinds(causes)).toContain('host clock');
    expect(comment).toContain('the clock of target is wrong.** It is 10 min ahead of');
  });
});

describe.concurrent('where Transaction Search has X-Ray index a share of the traces', { timeout: 60_000 }, () => {
  const strangers: TracedTargetOptions['segments'] = ({ parent_id, ...segment }) => [
    { ...segment, trace_id: newTraceId() },
  ];
  const indexing = (indexingPercentage: number) => ({ faults: { transactionSearch: { indexingPercentage } } });

  test('the few traces of its own that X-Ray knows tell of the service that begins them', async ({
    onTestFinished,
  }) => {
    const { message } = await failure({ target: { segments: strangers }, xray: indexing(40) }, onTestFinished);
    expect(message).toMatch(
      /Likely \(candidate\): target did not take over the trace header\. X-Ray has \d+ of the 40/,
    );
    expect(message).toContain('So there may be more of them.');
    expect(message).not.toMatch(/sampling rules decided|of anybody/);
  });

  test('none of them tells neither that nothing is recorded nor that it is elsewhere', async ({ onTestFinished }) => {
    const { message } = await failure({ target: { segments: strangers }, xray: indexing(0) }, onTestFinished);
    expect(message).toContain('the services do not take over the trace header, or are not traced.');
    expect(message).toContain('With Transaction Search X-Ray can be searched only for the share of traces');
    expect(message).not.toMatch(/of anybody|under any id/);
  });

  test('some traces tell of sampling, and nothing of other ids', async ({ onTestFinished }) => {
    const segments: TracedTargetOptions['segments'] = (segment, n) => (n % 7 === 0 ? [segment] : []);
    const { causes, comment } = await explained({ target: { segments }, xray: indexing(0) }, onTestFinished);
    expect(kinds(causes)).toEqual(['sampling rules', 'searched in part']);
    expect(comment).not.toContain('under no other id');
  });
});

describe('X-Ray is searched', () => {
  const inputs: Partial<Record<InputName, string>> = { ...INPUTS, url: GREEN, 'baseline-url': BLUE, baseline: 'v1' };

  async function searches(version: (elapsedMs: number) => string) {
    const { world, clock } = simulatedWorld({ v2: { version } });
    const made: TraceSearch[] = [];
    const find: TraceSource['find'] = (search) => {
      made.push(search);
      return world.traces.find(search);
    };
    const { batchSize, fetch, told } = world.traces;
    const settings = readInputs((name) => inputs[name]);
    const run = runGate(settings, { ...world, traces: { batchSize, fetch, told, find } });
    const { report } = await clock.run(run);
    return { searches: made, uncovered: report.run.uncovered };
  }

  test('neither where enough was found', async () => {
    expect(await searches(() => 'v2')).toEqual({ searches: [], uncovered: [] });
  });

  test('nor where every request has a trace, if another version', async () => {
    const { searches: made, uncovered } = await searches((elapsedMs) => (elapsedMs < 1000 ? 'v1' : 'v2'));
    expect(made).toEqual([]);
    expect(uncovered).toMatchObject([{ side: 'candidate', causes: [{ kind: 'other version' }] }]);
  });
});
