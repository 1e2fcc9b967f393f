import { describe, expect, test } from 'vitest';
import { failedAlone, judgeReplays, MOST_REPLAYS, worthReplaying } from '../../src/compare/replay.js';
import { fisherOneSided } from '../../src/compare/special-functions.js';
import type { RequestProfile } from '../../src/trace/profile.js';
import { aNode, aProfile, aRequest } from '../support/simulated-run.js';
import { pairs } from './samples.js';

const failing = (overrides: Partial<RequestProfile> = {}): Partial<RequestProfile> => ({ fault: true, ...overrides });
const sentAgain = (candidate: number, baseline: number) => ({
  baseline: { failed: baseline, of: 8 },
  candidate: { failed: candidate, of: 8 },
});

function aFailure() {
  const [failure] = failedAlone(
    pairs(
      3,
      () => ({}),
      (pair) => (pair === 1 ? failing() : {}),
    ),
  );
  return failure!;
}

describe('what failed alone', () => {
  test('is what the candidate failed and its partner did not', () => {
    const found = failedAlone(
      pairs(
        10,
        (pair) => (pair === 2 ? failing() : {}),
        (pair) => (pair === 2 || pair === 5 ? failing() : {}),
      ),
    );
    expect(found).toMatchObject([{ pairs: 1, order: 5, exampleTraceId: 'trace-5' }]);
  });

  test('is pooled by operation and root cause, the most frequent first', () => {
    const nodes = [aNode('payments'), aNode('orders')];
    const failure = (node: number, exception: string) => failing({ failure: { node, status: 500, exception } });
    const causes = [failure(0, 'TypeError'), failure(1, 'TimeoutError'), failure(1, 'TimeoutError'), {}];
    const requests = causes.map((cause, order) => aRequest({ order, ...cause }));
    const found = failedAlone({
      baseline: aProfile({ requests: causes.map((_, order) => aRequest({ order })) }),
      candidate: aProfile({ nodes, requests }),
    });
    expect(found.map(({ cause, pairs, order }) => [cause.node?.name, cause.exception, pairs, order])).toEqual([
      ['orders', 'TimeoutError', 2, 1],
      ['payments', 'TypeError', 1, 0],
    ]);
  });

  test('is nothing where the partner is missing', () => {
    const { candidate } = pairs(
      5,
      () => ({}),
      () => failing(),
    );
    expect(failedAlone({ baseline: aProfile({ requests: [] }), candidate })).toEqual([]);
  });

  test('is cut at so many as can be tried', () => {
    const operations = (pair: number) => ({ operation: `GET /${pair}` });
    expect(failedAlone(pairs(80, operations, (pair) => failing(operations(pair))))).toHaveLength(50);
  });
});

describe('what is worth replaying', () => {
  test('failed at each try', () => {
    const tries = [
      { failed: 2, of: 2 },
      { failed: 1, of: 2 },
      { failed: 0, of: 2 },
      { failed: 1, of: 1 },
      { failed: 0, of: 0 },
    ];
    expect(worthReplaying(tries.map((tried) => ({ tried }))).map(({ tried }) => tried)).toEqual([tries[0], tries[3]]);
  });

  test('is cut at so many that each can still be certain', () => {
    const kept = worthReplaying(Array.from({ length: 40 }, () => ({ tried: { failed: 2, of: 2 } })));
    expect(kept).toHaveLength(MOST_REPLAYS);
    const replays = judgeReplays(kept.map(() => ({ failure: aFailure(), sentAgain: sentAgain(8, 0) })));
    expect(replays.every(({ certain }) => certain)).toBe(true);
  });
});

describe('a replay', () => {
  test.each([
    [8, 0, true],
    [8, 1, true],
    [8, 2, false],
    [7, 0, false],
    [7, 1, false],
    [6, 0, false],
    [8, 8, false],
    [0, 0, false],
    [0, 8, false],
  ])('of %i failures in 8 against %i is certain: %s', (candidate, baseline, certain) => {
    const [replay] = judgeReplays([{ failure: aFailure(), sentAgain: sentAgain(candidate, baseline) }]);
    expect(replay?.certain).toBe(certain);
  });

  test('is adjusted for the others', () => {
    const replays = judgeReplays([8, 8, 8].map((failed) => ({ failure: aFailure(), sentAgain: sentAgain(failed, 0) })));
    expect(replays.map(({ p }) => p)).toEqual(
      [3, 3, 3].map((times) => times * fisherOneSided(8, 0, { here: 8, there: 8 })),
    );
  });
});
