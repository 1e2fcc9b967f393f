import { describe, expect, test } from 'vitest';
import type { BothSides } from '../../src/compare/alignment.js';
import type { Change } from '../../src/compare/change.js';
import type { Profile } from '../../src/trace/profile.js';
import {
  awsCall,
  entityId,
  type Fields,
  ran,
  remoteCall,
  segmentDocument,
  subsegmentDocument,
} from '../support/segment-builder.js';
import { type DocumentsOf, tracedPairs } from './real-traces.js';
import { changesOf } from './samples.js';

const PAIRS = 50;

/** So many subsegments, one after the other, with ids of their own from `first` on. */
function times(count: number, first: number, of: (overrides: Fields) => Fields): Fields[] {
  return Array.from({ length: count }, (_, i) => of({ id: entityId(first + i), ...ran(10 + 2 * i, 11 + 2 * i) }));
}

const local = (name: string) => (overrides: Fields) => subsegmentDocument({ name, ...overrides });
const tableCall = (operation: string) => (overrides: Fields) =>
  awsCall('DynamoDB', { table_name: 'order-lines', operation }, overrides);

const api = (...subsegments: Fields[]): Fields[] => [segmentDocument({ subsegments })];

/** `api render-line: 5 → 6 regressed`, of all numbers per request of places that are part of a node or an edge. */
function steps(profiles: BothSides<Profile>): string[] {
  return changesOf(profiles)
    .filter(({ metric, place }) => metric === 'calls' && place.step !== undefined)
    .map((change) => `${nameOf(change)}: ${change.baseline} → ${change.candidate} ${change.state}`);
}

function edges(profiles: BothSides<Profile>): string[] {
  return changesOf(profiles)
    .filter(({ metric, place }) => metric === 'calls' && place.step === undefined)
    .map((change) => `${nameOf(change)}: ${change.baseline} → ${change.candidate} ${change.state}`);
}

function nameOf({ place: { node, edge, step } }: Change): string {
  const names = [node?.name ?? `${edge?.from.name} → ${edge?.to.name}`, ...(step === undefined ? [] : [step])];
  return names.join(' ');
}

function pairs(baseline: DocumentsOf, candidate: DocumentsOf) {
  return tracedPairs(PAIRS, baseline, candidate);
}

describe('a local subsegment', () => {
  const rendering = (count: number) => () => api(...times(count, 10, local('render-line')));

  test('that every request repeats once more is found', () => {
    expect(steps(pairs(rendering(5), rendering(6)))).toEqual(['api render-line: 5 → 6 regressed']);
  });

  test('that is done twice instead of once is found', () => {
    expect(steps(pairs(rendering(1), rendering(2)))).toEqual(['api render-line: 1 → 2 regressed']);
  });

  test('that is repeated as often as before is not asked about', () => {
    expect(steps(pairs(rendering(5), rendering(5)))).toEqual([]);
  });

  test('that no request repeats is not asked about, though not every request has it', () => {
    const half = (i: number) => (i % 2 === 0 ? rendering(1)() : api());
    expect(steps(pairs(half, rendering(1)))).toEqual([]);
  });

  test('that one version alone has is instrumentation, not a regression', () => {
    expect(steps(pairs(rendering(0), rendering(3)))).toEqual([]);
  });

  test('is the same below a new subsegment around it', () => {
    const wrapped = (count: number) => () =>
      api(subsegmentDocument({ name: 'render', subsegments: times(count, 10, local('render-line')) }));
    expect(steps(pairs(rendering(5), wrapped(5)))).toEqual([]);
    expect(steps(pairs(rendering(5), wrapped(6)))).toEqual(['api render-line: 5 → 6 regressed']);
  });

  test('that varies alike on both sides is unchanged', () => {
    const varying = (i: number) => rendering(1 + (i % 4))();
    expect(steps(pairs(varying, varying))).toEqual(['api render-line: 2.46 → 2.46 unchanged']);
  });

  test('is asked about once with all that it repeats', () => {
    const nested = (count: number) => () =>
      api(
        ...times(count, 10, ({ id, ...overrides }) =>
          subsegmentDocument({
            name: 'line',
            id,
            ...overrides,
            subsegments: [subsegmentDocument({ name: 'price', id: `f${String(id).slice(1)}`, ...overrides })],
          }),
        ),
      );
    expect(steps(pairs(nested(5), nested(6)))).toEqual(['api line: 5 → 6 regressed']);
  });

  test('that makes a call each time is told by the edge', () => {
    const querying = (count: number) => () =>
      api(
        ...times(count, 10, ({ id, ...overrides }) =>
          subsegmentDocument({
            name: 'load-line',
            id,
            ...overrides,
            subsegments: [tableCall('Query')({ id: `f${String(id).slice(1)}`, ...overrides })],
          }),
        ),
      );
    const profiles = pairs(querying(3), querying(4));
    expect(steps(profiles)).toEqual([]);
    expect(edges(profiles)).toEqual(['api → order-lines: 3 → 4 regressed']);
  });
});

describe('calls of one operation', () => {
  const calling = (counts: Readonly<Record<string, number>>) => () =>
    api(...Object.entries(counts).flatMap(([operation, count], i) => times(count, 16 * (i + 1), tableCall(operation))));

  test('on an edge with no other are asked about by the edge alone', () => {
    const profiles = pairs(calling({ Query: 3 }), calling({ Query: 4 }));
    expect(steps(profiles)).toEqual([]);
    expect(edges(profiles)).toEqual(['api → order-lines: 3 → 4 regressed']);
  });

  test('are found among many others, where all calls of the edge rise by less than a tenth', () => {
    const profiles = pairs(calling({ GetItem: 12, Query: 1 }), calling({ GetItem: 12, Query: 2 }));
    expect(steps(profiles)).toEqual(['api → order-lines Query: 1 → 2 regressed']);
    expect(edges(profiles)).toEqual(['api → order-lines: 13 → 14 regressed']);
  });

  test.each([10, 15, 100])('are found where each request makes one more than %i', (count) => {
    const profiles = pairs(calling({ GetItem: count }), calling({ GetItem: count + 1 }));
    expect(edges(profiles)).toEqual([`api → order-lines: ${count} → ${count + 1} regressed`]);
  });

  test('are tolerated where one request in ten makes one more than four', () => {
    const some = (i: number) => calling({ GetItem: i % 10 === 0 ? 5 : 4 })();
    expect(edges(pairs(calling({ GetItem: 4 }), some))[0]).not.toContain('regressed');
  });

  test('of a new operation count among those of the edge', () => {
    const profiles = pairs(calling({ GetItem: 2 }), calling({ GetItem: 2, Query: 1 }));
    expect(steps(profiles)).toEqual([]);
    expect(edges(profiles)).toEqual(['api → order-lines: 2 → 3 regressed']);
  });

  test('that take the place of others are not worse', () => {
    const profiles = pairs(calling({ GetItem: 10, Query: 1 }), calling({ GetItem: 1, Query: 2 }));
    expect(steps(profiles)).toEqual([
      'api → order-lines Query: 1 → 2 inconclusive',
      'api → order-lines GetItem: 10 → 1 improved',
    ]);
  });

  test('to a callee with segments are told by the edge to it', () => {
    const served = (count: number) => () => {
      const calls = times(count, 16, (overrides) => remoteCall('payments', overrides));
      const callees = calls.map(({ id, start_time, end_time }, i) =>
        segmentDocument({ id: entityId(100 + i), name: 'payments', parent_id: id, start_time, end_time }),
      );
      return [...api(...calls), ...callees];
    };
    const profiles = pairs(served(1), served(2));
    expect(steps(profiles)).toEqual([]);
    expect(edges(profiles)).toEqual(['api → payments: 1 → 2 regressed']);
  });
});
