import { describe, expect, test } from 'vitest';
import { align } from '../../src/compare/alignment.js';
import { type Evidence, oneStage, pooled } from '../../src/compare/evidence.js';
import { aProfile, aRequest } from '../support/simulated-run.js';

/** A run in pairs whose baseline misses the pair of that number. */
function aRun(run: string, pairs: number, missing = -1, version = 'v2'): Evidence {
  const requests = Array.from({ length: pairs }, (_, order) => aRequest({ order, run, traceId: `${run}-${order}` }));
  const some = requests.filter(({ order }) => order !== missing);
  return oneStage({ baseline: aProfile({ run, requests: some }), candidate: aProfile({ run, version, requests }) });
}

describe('several runs in pairs', () => {
  test('are one, with all their pairs, each with its own partner', () => {
    const evidence = pooled([aRun('a', 10, 3), aRun('b', 5), aRun('c', 4, 0)]);
    const { design, requests } = align(evidence!.screen.profiles);
    expect(design.units).toBe(17);
    const partners = requests.candidate.map(({ request, unit }) => [
      request.traceId,
      requests.baseline.find((theirs) => theirs.unit === unit)?.request.traceId,
    ]);
    expect(partners.every(([ours, theirs]) => ours === theirs)).toBe(true);
    expect(evidence?.confirmation).toEqual({ kind: 'none' });
  });

  test('may be one alone', () => {
    expect(align(pooled([aRun('a', 10)])!.screen.profiles).design.units).toBe(10);
  });

  test.each([
    ['one is given twice', [aRun('a', 10), aRun('a', 10)]],
    [
      'one is not in pairs',
      [aRun('a', 10), oneStage({ baseline: aProfile({ run: 'x' }), candidate: aProfile({ run: 'y' }) })],
    ],
    ['one is of another build', [aRun('a', 10), aRun('b', 10, -1, 'v3')]],
    ['one was ended early', [aRun('a', 10), { ...aRun('b', 10), screen: { ...aRun('b', 10).screen, share: 0.5 } }]],
  ])('are none where %s', (_, runs) => {
    expect(pooled(runs)).toBeNull();
  });
});
