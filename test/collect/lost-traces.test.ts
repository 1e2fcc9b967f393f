import { describe, expect, test } from 'vitest';
import type { CollectedTrace } from '../../src/collect/collected.js';
import { lostTraces, type SentRequest } from '../../src/collect/lost-traces.js';
import { traceIdOf } from '../support/exchange-builder.js';
import { aSegment, aTrace, told } from '../support/segment-builder.js';

const DEPARTED_MS = 1_000_000;

function aRequest(number: number, answered = true): SentRequest {
  return { traceId: traceIdOf(number), departedMs: DEPARTED_MS, endedMs: DEPARTED_MS + 80, answered };
}

interface Held extends Partial<CollectedTrace> {
  readonly version?: string;
  readonly startMs?: number;
  readonly service?: string;
}

function lost(
  held: readonly (Held | null)[],
  requests = held.map((_, n) => aRequest(n)),
  version: string | null = 'v2',
) {
  const traces = held.flatMap((one, n) => {
    if (one === null) return [];
    const { version: named, startMs = DEPARTED_MS + 1, service = 'api', ...overrides } = one;
    const annotations = named === undefined ? {} : { version: named };
    const segment = aSegment({ name: service, startMs, endMs: startMs + 50, annotations });
    const whole = { told: told(aTrace({ segments: [segment] })), client: null, complete: true, missing: null };
    return [[traceIdOf(n), { ...whole, settled: true, ...overrides }] as const];
  });
  return lostTraces(requests, { traces: new Map(traces) }, version);
}

const CALL = JSON.stringify(['api', 'orders']);
const waiting = (calls: readonly string[]): Held => ({ complete: false, missing: { what: 'called segment', calls } });

describe('what was lost', () => {
  test('are requests without a trace, with an answer and without', () => {
    const requests = [aRequest(0), aRequest(1), aRequest(2, false)];
    expect(lost([{}, null, null], requests)).toMatchObject({ untraced: 1, unanswered: 1 });
  });

  test('are traces in part, by what they lack, and the calls that nobody answered', () => {
    const ended: Held = { complete: false, missing: { what: 'end of a segment', calls: [] } };
    const { inPart, silentCalls } = lost([waiting([CALL]), waiting([CALL, '["orders","stock"]']), ended, {}]);
    expect([...inPart]).toEqual([
      ['called segment', 2],
      ['end of a segment', 1],
    ]);
    expect(silentCalls).toEqual([
      { caller: 'api', callee: 'orders', traces: 2 },
      { caller: 'orders', callee: 'stock', traces: 1 },
    ]);
  });

  test('are traces of other versions, each counted, whatever else they lack; none where any version will do', () => {
    const held = [{ version: 'v1' }, { version: 'v0', ...waiting([CALL]) }, { version: 'v1' }, { version: 'v2' }, {}];
    expect(lost(held)).toMatchObject({
      otherVersions: [
        { version: 'v1', traces: 2 },
        { version: 'v0', traces: 1 },
      ],
      silentCalls: [],
    });
    expect(lost(held, undefined, null).otherVersions).toEqual([]);
  });
});

describe('a wrong clock', () => {
  const clocksOf = (...startsMs: readonly number[]) =>
    lost(startsMs.map((startMs) => ({ startMs: DEPARTED_MS + startMs, ...waiting([CALL]) }))).wrongClocks;

  test.each([
    ['requests begin before they left', [-600_000, -610_000, -620_000], -610_000, 3],
    ['requests begin after they ended', [600_080, 610_080, 5], 600_000, 2],
  ])('is one by which %s', (_, starts, aheadMs, traces) => {
    expect(clocksOf(...starts)).toEqual([{ service: 'api', aheadMs, traces }]);
  });

  test('is none of traces that were found whole', () => {
    expect(lost([-600_000, -600_000].map((startMs) => ({ startMs: DEPARTED_MS + startMs }))).wrongClocks).toEqual([]);
  });

  test.each([
    ['requests begin while they are under way', [1, 40, 79]],
    ['they begin less than five minutes off, by which nothing is lost', [-6000, -299_000, 200_000]],
    ['most are right', [1, 2, 600_000]],
  ])('is none where %s', (_, starts) => {
    expect(clocksOf(...starts)).toEqual([]);
  });
});
