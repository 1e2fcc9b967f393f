import { describe, expect, test } from 'vitest';
import { type Alignment, align, narrow, smallerSide } from '../../src/compare/alignment.js';
import type { RequestProfile } from '../../src/trace/profile.js';
import { aProfile, aRequest } from '../support/simulated-run.js';

function requests(count: number, of: (i: number) => Partial<RequestProfile> = () => ({})): RequestProfile[] {
  return Array.from({ length: count }, (_, order) => aRequest({ order, ...of(order) }));
}

function unitSizes({ requests, design }: Alignment): number[] {
  const sizes = Array(design.units).fill(0);
  for (const { unit } of [...requests.baseline, ...requests.candidate]) sizes[unit] += 1;
  return sizes;
}

describe('profiles of one run', () => {
  test('are aligned by the pair’s number, however they are listed', () => {
    const { design, requests: aligned } = align({
      baseline: aProfile({ requests: requests(40).toReversed() }),
      candidate: aProfile({ requests: requests(40) }),
    });
    expect([design.kind, design.units]).toEqual(['pairs', 40]);
    expect(aligned.baseline.map(({ request }) => request.order)).toEqual(
      aligned.candidate.map(({ request }) => request.order),
    );
    expect(aligned.baseline.map(({ unit }) => unit)).toEqual(aligned.candidate.map(({ unit }) => unit));
  });

  test('leave out requests whose partner was not delivered', () => {
    const alignment = align({
      baseline: aProfile({ requests: requests(40).slice(5) }),
      candidate: aProfile({ requests: requests(38) }),
    });
    expect(alignment.design.units).toBe(33);
    expect(smallerSide(alignment)).toBe(33);
  });

  test('lose a pair when either of its requests is dropped', () => {
    const alignment = align({
      baseline: aProfile({ requests: requests(10, (i) => ({ cold: i === 2 })) }),
      candidate: aProfile({ requests: requests(10, (i) => ({ cold: i === 7 })) }),
    });
    const kept = narrow(alignment, ({ cold }) => !cold).requests;
    const expected = [0, 1, 3, 4, 5, 6, 8, 9];
    expect(kept.baseline.map(({ request }) => request.order)).toEqual(expected);
    expect(kept.candidate.map(({ request }) => request.order)).toEqual(expected);
  });
});

describe('flows of several requests', () => {
  const flows = (count: number, of: (i: number) => Partial<RequestProfile> = () => ({})) =>
    requests(2 * count, (i) => ({ slot: Math.floor(i / 2), ...of(i) }));

  test('are one unit each: one coin dealt all of their requests', () => {
    const { design, requests: aligned } = align({
      baseline: aProfile({ requests: flows(10) }),
      candidate: aProfile({ requests: flows(10) }),
    });
    expect(design.units).toBe(10);
    expect(aligned.candidate.map(({ unit }) => unit)).toEqual(Array.from({ length: 20 }, (_, i) => i >> 1));
    expect(aligned.baseline.map(({ unit }) => unit)).toEqual(aligned.candidate.map(({ unit }) => unit));
  });

  test('lose the requests that one side did not come to, and keep the others', () => {
    const alignment = align({
      baseline: aProfile({ requests: flows(3) }),
      candidate: aProfile({ requests: flows(3).toSpliced(3, 1) }),
    });
    expect(alignment.requests.baseline.map(({ request }) => request.order)).toEqual([0, 1, 2, 4, 5]);
    const kept = narrow(alignment, ({ order }) => order !== 0).requests;
    expect(kept.baseline.map(({ request }) => request.order)).toEqual([1, 2, 4, 5]);
  });

  test('are narrowed request by request, not flow by flow', () => {
    const alignment = align({
      baseline: aProfile({ requests: flows(2, (i) => ({ cold: i === 0 })) }),
      candidate: aProfile({ requests: flows(2) }),
    });
    const kept = narrow(alignment, ({ cold }) => !cold).requests;
    expect(kept.candidate.map(({ request }) => request.order)).toEqual([1, 2, 3]);
    expect(kept.baseline.map(({ request }) => request.order)).toEqual([1, 2, 3]);
  });
});

describe('profiles of two runs', () => {
  const runs = (baseline: number, candidate: number) =>
    align({
      baseline: aProfile({ run: 'one', requests: requests(baseline) }),
      candidate: aProfile({ run: 'two', requests: requests(candidate) }),
    });

  test('are never paired, also where nobody drove either', () => {
    const profile = aProfile({ run: null, requests: requests(40) });
    expect(align({ baseline: profile, candidate: profile }).design.kind).toBe('sequential');
  });

  test.each([
    ['300 and 300: blocks of 15', 300, 300, 40, 15],
    ['100 and 100: blocks of 12 at most', 100, 100, 18, 12],
    ['1000 and 64: blocks of 8', 1000, 64, 133, 8],
    ['31 and 5: one request each', 31, 5, 36, 1],
    ['40 and none', 40, 0, 40, 1],
    ['none and none', 0, 0, 0, 0],
  ])('are cut into blocks of equal size: %s', (_, baseline, candidate, blocks, largest) => {
    const alignment = runs(baseline, candidate);
    const sizes = unitSizes(alignment);
    expect(alignment.design.units).toBe(blocks);
    expect(Math.max(0, ...sizes)).toBe(largest);
    expect(Math.min(...sizes, largest)).toBeGreaterThanOrEqual(largest - 1);
  });

  test('have blocks of requests that followed each other in time', () => {
    const shuffled = requests(60, (i) => ({ startMs: ((i * 7) % 60) * 100 }));
    const { requests: aligned } = align({
      baseline: aProfile({ run: null, requests: shuffled }),
      candidate: aProfile({ run: null, requests: shuffled }),
    });
    const units = aligned.baseline.toSorted((a, b) => a.request.startMs - b.request.startMs).map(({ unit }) => unit);
    expect(units).toEqual(units.toSorted((a, b) => a - b));
    expect(aligned.candidate.filter(({ unit }) => units.includes(unit))).toEqual([]);
  });

  test('have no block that holds requests of two earlier runs', () => {
    const named = requests(180, (i) => ({ run: i < 50 ? 'a' : i < 150 ? 'b' : null }));
    const { earlierRuns, requests: aligned } = align({
      baseline: aProfile({ run: null, requests: named }),
      candidate: aProfile({ run: null, requests: requests(120) }),
    });
    const runsOf = Map.groupBy(aligned.baseline, ({ unit }) => unit);
    for (const of of runsOf.values()) expect(new Set(of.map(({ request }) => request.run)).size).toBe(1);
    expect(earlierRuns).toEqual([
      { run: 'a', from: 0, to: 4 },
      { run: 'b', from: 4, to: 11 },
    ]);
    expect(new Set(aligned.candidate.map(({ unit }) => unit))).toEqual(new Set([13, 14, 15, 16, 17, 18, 19, 20]));
  });

  test('drop requests on one side alone', () => {
    const alignment = align({
      baseline: aProfile({ run: 'one', requests: requests(30, (i) => ({ cold: i < 3 })) }),
      candidate: aProfile({ run: 'two', requests: requests(30) }),
    });
    const kept = narrow(alignment, ({ cold }) => !cold).requests;
    expect([kept.baseline.length, kept.candidate.length]).toEqual([27, 30]);
  });
});
