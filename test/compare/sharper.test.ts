import { describe, expect, test } from 'vitest';
import type { BothSides } from '../../src/compare/alignment.js';
import type { Change } from '../../src/compare/change.js';
import { type Sharper, sharperParts } from '../../src/compare/sharper.js';
import type { Profile } from '../../src/trace/profile.js';
import { aChange } from '../support/blame-builder.js';
import { aCall, aNode, aProfile, aRequest, aWork, Chance, OPERATION } from '../support/simulated-run.js';
import { changesOf } from './samples.js';

const WHOLE = { operation: OPERATION, node: null, edge: null };
const QUERY = { operation: OPERATION, node: null, edge: { from: aNode('api'), to: aNode('table') } };
const API = { operation: OPERATION, node: aNode('api'), edge: null };

function named(sharper: readonly Sharper[]): string[] {
  const where = ({ place }: Change) => place.node?.name ?? place.edge?.to.name ?? 'whole';
  return sharper.map(
    ({ part, whole }) => `${part.metric} of ${where(part)} ${part.state}, ${whole.metric} ${whole.state}`,
  );
}

/** A query within a request that takes 200 ± 90 ms, of which nobody knows why. */
function scatteredRequests(queryMs: BothSides<number>): BothSides<Profile> {
  const chance = new Chance(11);
  const side = (ms: number) =>
    aProfile({
      nodes: [aNode('api'), aNode('table')],
      requests: Array.from({ length: 150 }, (_, order) => {
        const selfMs = Math.max(20, 160 + 90 * chance.normal());
        const durationMs = ms + 5 * chance.normal();
        return aRequest({
          order,
          responseMs: selfMs + durationMs,
          work: [aWork({ node: 0, selfMs })],
          calls: [aCall({ durationMs })],
        });
      }),
    });
  return { baseline: side(queryMs.baseline), candidate: side(queryMs.candidate) };
}

describe('a part that is sharper than the whole', () => {
  test('is a query that is surely slower within requests that scatter too much to tell', () => {
    const [found, ...more] = sharperParts(changesOf(scatteredRequests({ baseline: 40, candidate: 61 })));
    expect(more).toEqual([]);
    expect(found!.part.place.edge?.to.name).toBe('table');
    expect(found!.part.ratio).toBeGreaterThan(1.4);
    expect(found!.whole.place).toEqual(WHOLE);
    expect(found!.whole.state).not.toBe('regressed');
  });

  test('is none where nothing is slower', () => {
    expect(sharperParts(changesOf(scatteredRequests({ baseline: 40, candidate: 40 })))).toEqual([]);
  });

  test('is one that stands out further from its own interval than a whole that is slower, too', () => {
    const whole = aChange({ place: WHOLE, ratio: 1.35, interval: [1.21, 1.48], p: 0.0005 });
    const clear = aChange({ place: QUERY, ratio: 2.2, interval: [2, 2.4], p: 0.0005 });
    expect(named(sharperParts([whole, clear]))).toEqual(['p95 of table regressed, p95 regressed']);
    expect(sharperParts([whole, { ...clear, interval: [1.1, 4] }])).toEqual([]);
    expect(sharperParts([whole, { ...clear, interval: [1.1, Number.POSITIVE_INFINITY] }])).toEqual([]);
    expect(sharperParts([whole, { ...clear, p: 0.01 }])).toEqual([]);
    expect(sharperParts([whole, { ...clear, state: 'inconclusive' }])).toEqual([]);
  });

  test('is the surest of several, and of equally sure ones the one that grew most', () => {
    const whole = aChange({ place: WHOLE, state: 'inconclusive', p: 0.4 });
    const typical = aChange({ place: WHOLE, metric: 'typical', state: 'unchanged', p: 0.8 });
    const small = aChange({ place: API, baseline: 10, candidate: 14 });
    const large = aChange({ place: QUERY, baseline: 40, candidate: 61, metric: 'typical' });
    expect(named(sharperParts([whole, typical, small, large]))).toEqual([
      'typical of table regressed, typical unchanged',
    ]);
    expect(named(sharperParts([whole, typical, { ...small, p: 0.0001 }, large]))).toEqual([
      'p95 of api regressed, p95 inconclusive',
    ]);
  });

  test('is told of each operation by itself, and never of counts', () => {
    const other = { ...WHOLE, operation: 'GET /other' };
    const whole = aChange({ place: WHOLE, state: 'inconclusive' });
    const calls = aChange({ place: QUERY, metric: 'calls' });
    expect(sharperParts([whole, calls])).toEqual([]);
    expect(sharperParts([aChange({ place: other, state: 'inconclusive' }), aChange({ place: QUERY })])).toEqual([]);
  });
});
