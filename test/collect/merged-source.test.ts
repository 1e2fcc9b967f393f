import { describe, expect, test } from 'vitest';
import { collectTraces } from '../../src/collect/collect-traces.js';
import { mergedSource } from '../../src/collect/merged-source.js';
import type { Source } from '../../src/collect/source.js';
import { CredentialsExpired, type TraceSearch } from '../../src/collect/trace-source.js';
import { GateError } from '../../src/errors.js';
import { traceIdOf } from '../support/exchange-builder.js';
import { FakeTraceSource, type FakeTraceSourceScript, portsOf } from '../support/fake-trace-source.js';
import { entityId, ran, remoteCall, segmentDocument } from '../support/segment-builder.js';
import { VirtualClock } from '../support/virtual-clock.js';

const ID = traceIdOf(1);

function source(name: string, account?: string): Source {
  const role = account === undefined ? null : { arn: `arn:aws:iam::${account}:role/reader`, externalId: null };
  return { name, region: 'eu-west-1', role, endpoint: null };
}

const OWN = source('own');
const PAYMENTS = source('payments', '222233334444');

/** Two sources, each after its script. */
function two(first: FakeTraceSourceScript, second: FakeTraceSourceScript, sources = [OWN, PAYMENTS]) {
  const clock = new VirtualClock();
  const fakes = [new FakeTraceSource(clock, first), new FakeTraceSource(clock, second)] as const;
  const merged = mergedSource([
    { source: sources[0]!, traces: fakes[0] },
    { source: sources[1]!, traces: fakes[1] },
  ]);
  return { clock, fakes, merged };
}

const caller = (id: string, more = {}) =>
  segmentDocument({
    trace_id: id,
    name: 'api',
    subsegments: [remoteCall('payments')],
    ...more,
  });
const callee = (id: string, more = {}) =>
  segmentDocument({ trace_id: id, id: entityId(3), parent_id: entityId(2), name: 'payments', ...ran(10, 80), ...more });

/** The nodes of a trace that was collected of two sources, by name. */
async function nodesOf(first: FakeTraceSourceScript, second: FakeTraceSourceScript, sources?: Source[]) {
  const { clock, merged } = two(first, second, sources);
  const settings = { looks: 2, versionAnnotation: 'version', settleTimeoutMs: 60_000 } as const;
  const collected = await clock.run(collectTraces([ID], portsOf(clock, merged), settings));
  const trace = collected.traces.get(ID);
  return {
    complete: trace?.complete,
    nodes: trace?.told.work.map(({ node }) => `${node.name} in ${node.account}`).toSorted(),
  };
}

describe('several sources', () => {
  test('make one trace of what each has of it', async () => {
    const { complete, nodes } = await nodesOf({ holds: (id) => [caller(id)] }, { holds: (id) => [callee(id)] });
    expect(complete).toBe(true);
    expect(nodes).toEqual(['api in ', 'payments in 222233334444']);
  });

  test('leave the account to a segment that names its own', async () => {
    const named = { aws: { account_id: '999900001111' } };
    const { nodes } = await nodesOf({ holds: (id) => [caller(id)] }, { holds: (id) => [callee(id, named)] });
    expect(nodes).toContain('payments in 999900001111');
  });

  test('that both have a document count it once, in the account of the first', async () => {
    const both = { holds: (id: string) => [caller(id), callee(id)] };
    const { complete, nodes } = await nodesOf(both, both, [source('billing', '333344445555'), PAYMENTS]);
    expect(complete).toBe(true);
    expect(nodes).toEqual(['api in 333344445555', 'payments in 333344445555']);
    const longer = { holds: (id: string) => [caller(id, { user: 'x' }), callee(id, { user: 'x' })] };
    expect(await nodesOf(both, longer, [source('billing', '333344445555'), PAYMENTS])).toEqual({ complete, nodes });
  });

  test('are one that is busy until each has answered, and who has answered is not asked again', async () => {
    const { clock, fakes, merged } = two(
      { holds: (id) => [caller(id)] },
      { holds: (id) => [callee(id)], busy: (call) => (call < 2 ? 'ThrottledException' : null) },
    );
    const fetch = () => clock.run(merged.fetch([ID]));
    expect(await fetch()).toEqual({ kind: 'busy', reason: 'payments: ThrottledException' });
    expect(await fetch()).toMatchObject({ kind: 'busy' });
    const third = await fetch();
    expect(third).toMatchObject({ kind: 'traces', traces: [{ traceId: ID, documents: { length: 2 } }] });
    expect(fakes.map(({ calls }) => calls.length)).toEqual([1, 3]);
    await fetch();
    expect(fakes.map(({ calls }) => calls.length)).toEqual([2, 4]);
  });

  test('ask only for what is left where the ids come in other company', async () => {
    const { clock, fakes, merged } = two({}, { busy: (call) => (call === 0 ? 'busy' : null) });
    await clock.run(merged.fetch([traceIdOf(1), traceIdOf(2)]));
    expect(await clock.run(merged.fetch([traceIdOf(2), traceIdOf(3)]))).toEqual({ kind: 'traces', traces: [] });
    expect(fakes[0].calls.map(({ traceIds }) => traceIds)).toEqual([[traceIdOf(1), traceIdOf(2)], [traceIdOf(3)]]);
  });

  test('cut a trace where one of them does', async () => {
    const { clock, merged } = two(
      { holds: (id) => [caller(id)] },
      { holds: (id) => ({ documents: [callee(id)], limitExceeded: true }) },
    );
    expect(await clock.run(merged.fetch([ID]))).toMatchObject({ traces: [{ limitExceeded: true }] });
  });

  test('say which of them refuses, and whether its credentials have expired', async () => {
    const refusing = (error: GateError) =>
      two(
        {},
        {
          busy: () => {
            throw error;
          },
        },
      );
    const denied = refusing(new GateError('Access denied.', 'Allow it.'));
    const error = await denied.clock.run(denied.merged.fetch([ID]).catch((reason: unknown) => reason));
    expect(error).toMatchObject({ message: 'Source payments: Access denied.', remedy: 'Allow it.' });
    expect(error).not.toBeInstanceOf(CredentialsExpired);
    const expired = refusing(new CredentialsExpired('Too late.', 'Be quick.'));
    expect(await expired.clock.run(expired.merged.fetch([ID]).catch((reason: unknown) => reason))).toBeInstanceOf(
      CredentialsExpired,
    );
  });
});

describe('a search of several sources', () => {
  const search: TraceSearch = {
    filter: null,
    group: null,
    what: 'traces',
    sinceMs: 1_600_000_000_000,
    untilMs: 1_900_000_000_000,
    limit: 4,
    isEnough: () => false,
  };
  const at = (seconds: number, letter: string) => `1-${seconds.toString(16)}-${letter.repeat(24)}`;
  const [newest, newer, older, oldest] = [
    at(1_800_000_003, 'a'),
    at(1_800_000_002, 'b'),
    at(1_800_000_001, 'c'),
    at(1_800_000_000, 'd'),
  ];
  const ofChance = at(7, 'e');

  test('finds each trace once, the newest first; ids of chance stay behind the one before', async () => {
    const { clock, merged } = two(
      {
        found: () => ({
          traceIds: [newest, ofChance, older],
          annotations: new Map([['version', new Set(['v1'])]]),
          scanned: 10,
        }),
      },
      {
        found: () => ({
          traceIds: [newer, older, oldest],
          annotations: new Map([['version', new Set(['v2'])]]),
          scanned: 5,
          endedEarly: true,
        }),
      },
    );
    expect(await clock.run(merged.find(search))).toEqual({
      traceIds: [newest, ofChance, newer, older],
      annotations: new Map([['version', new Set(['v1', 'v2'])]]),
      scanned: 15,
      endedEarly: true,
    });
  });

  test('is over for all once they have scanned enough together', async () => {
    const asked: boolean[] = [];
    const pages = ({ isEnough }: TraceSearch) => {
      for (const scanned of [300, 400]) asked.push(isEnough({ operations: new Map(), scanned }));
      return { traceIds: [], scanned: 400 };
    };
    const { clock, merged } = two({ found: pages }, { found: pages });
    await clock.run(merged.find({ ...search, isEnough: ({ scanned }) => scanned >= 700 }));
    expect(asked).toEqual([false, false, true, true]);
  });

  test('of a group asks the first alone, whose group it is', async () => {
    const { clock, fakes, merged } = two({}, {});
    await clock.run(merged.find({ ...search, group: 'shop' }));
    expect(fakes.map(({ searches }) => searches.length)).toEqual([1, 0]);
  });

  test('is over for all once one has enough', async () => {
    const asked: boolean[] = [];
    const tell =
      (count: number) =>
      ({ isEnough }: TraceSearch) => {
        asked.push(isEnough({ operations: new Map([['GET /', count]]), scanned: 0 }));
        return { traceIds: [], scanned: 0 };
      };
    const { clock, merged } = two({ found: tell(5) }, { found: tell(1) });
    await clock.run(merged.find({ ...search, isEnough: ({ operations }) => (operations.get('GET /') ?? 0) >= 5 }));
    expect(asked).toEqual([true, true]);
  });
});

test('one source alone adds no account', async () => {
  const clock = new VirtualClock();
  const traces = new FakeTraceSource(clock, { holds: (id) => [callee(id)] });
  const merged = mergedSource([{ source: PAYMENTS, traces }]);
  expect(await clock.run(merged.fetch([ID]))).toEqual(await clock.run(traces.fetch([ID])));
});
