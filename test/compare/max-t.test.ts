import { describe, expect, test } from 'vitest';
import { pairsDesign, sequentialDesign } from '../../src/compare/design.js';
import { RESAMPLES, testBothDirections, testFamily } from '../../src/compare/max-t.js';
import { Chance } from '../support/simulated-run.js';

const ALPHA = 0.01;

/** Step-down adjusted p-values from all 2^n sign vectors, straight from Westfall & Young 1993, algorithm 2.8. */
function exactPairs(family: readonly (readonly number[])[]): number[] {
  const n = family[0]!.length;
  const norm = family.map((c) => Math.sqrt(c.reduce((sum, x) => sum + x * x, 0)));
  const zOf = (signs: number) =>
    family.map((c, k) => c.reduce((sum, x, i) => sum + ((signs >> i) & 1 ? -x : x), 0) / norm[k]!);
  const all = Array.from({ length: 2 ** n }, (_, signs) => zOf(signs));
  return stepDownOf(zOf(0), all);
}

function stepDownOf(z: readonly number[], all: readonly (readonly number[])[]): number[] {
  const order = z.map((_, k) => k).sort((a, b) => z[b]! - z[a]!);
  const p: number[] = [];
  order.forEach((k, j) => {
    const rest = order.slice(j);
    const share = all.filter((row) => Math.max(...rest.map((i) => row[i]!)) >= z[k]! - 1e-9).length / all.length;
    p[k] = Math.max(share, ...order.slice(0, j).map((i) => p[i]!));
  });
  return p;
}

const THREE = [
  [5, 4, 3, 6, 2, 1],
  [3, -1, 4, 2, -2, 5],
  [1, -2, 0.5, -3, 2, -0.25],
];

function pValues(family: readonly (readonly number[])[], seed = 1, resamples = RESAMPLES): number[] {
  const contributions = family.map((c) => Float64Array.from(c));
  return testFamily(contributions, pairsDesign(family[0]!.length), { alpha: ALPHA, seed, resamples }).tests.map(
    ({ p }) => p,
  );
}

describe('max-T over pairs', () => {
  test('agrees with all 64 sign vectors of six pairs within four Monte-Carlo errors', () => {
    const resamples = 19_999;
    const exact = exactPairs(THREE);
    const drawn = pValues(THREE, 3, resamples);
    // All signs as they are, and one vector that makes another hypothesis as extreme.
    expect(exact[0]).toBe(2 / 64);
    exact.forEach((p, k) => {
      expect(Math.abs(drawn[k]! - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / resamples) + 1 / resamples);
    });
  });

  test('six pairs that all got worse come out at about 1/64: one-sided, and no less', () => {
    expect(pValues([[1, 1, 1, 1, 1, 1]], 1, 19_999)[0]).toBeCloseTo(1 / 64, 2);
  });

  test('a copy of a hypothesis costs nothing, since both share their signs', () => {
    const [alone] = pValues([THREE[1]!]);
    expect(pValues([THREE[1]!, THREE[1]!, THREE[1]!])).toEqual([alone, alone, alone]);
  });

  test('hypotheses of pairs of their own cost about as much as Bonferroni', () => {
    const own = (k: number) => Array.from({ length: 60 }, (_, i) => (Math.floor(i / 6) === k ? THREE[1]![i % 6]! : 0));
    const alone = pValues([THREE[1]!], 1, 19_999)[0]!;
    const [p] = pValues(
      Array.from({ length: 10 }, (_, k) => own(k)),
      1,
      19_999,
    );
    expect(p).toBeCloseTo(1 - (1 - alone) ** 10, 1);
  });

  test('the adjusted p rises as z falls', () => {
    const chance = new Chance(5);
    const family = Array.from({ length: 30 }, (_, k) =>
      Float64Array.from({ length: 80 }, () => chance.normal() + k / 60),
    );
    const { tests } = testFamily(family, pairsDesign(80), { alpha: ALPHA, seed: 1 });
    const p = tests.toSorted((a, b) => b.z - a.z).map((tested) => tested.p);
    expect(p).toEqual(p.toSorted((a, b) => a - b));
    expect(p[0]).toBeLessThan(p.at(-1)!);
  });

  test('p is never 0: the smallest is one in two thousand', () => {
    expect(pValues([Array(200).fill(1)])).toEqual([1 / 2000]);
  });

  test('the same seed gives the same p, another seed another', () => {
    expect(pValues(THREE, 11)).toEqual(pValues(THREE, 11));
    expect(pValues(THREE, 11)).not.toEqual(pValues(THREE, 12));
  });

  test('hypotheses in another order get the same p', () => {
    const [a, b, c] = pValues(THREE);
    expect(pValues([THREE[2]!, THREE[0]!, THREE[1]!])).toEqual([c, a, b]);
  });

  test('contributions in another unit of measurement get the same p', () => {
    expect(pValues(THREE.map((c) => c.map((x) => 1000 * x)))).toEqual(pValues(THREE));
  });

  test('where nothing varies z is 0, p is 1 and nothing was untestable', () => {
    const { tests } = testFamily([new Float64Array(50)], pairsDesign(50), { alpha: ALPHA, seed: 1 });
    expect(tests).toEqual([{ z: 0, p: 1, testable: true }]);
  });

  test('an empty family has no tests', () => {
    expect(testFamily([], pairsDesign(50), { alpha: ALPHA, seed: 1 })).toEqual({
      tests: [],
      critical: Number.POSITIVE_INFINITY,
      crossed: [],
    });
  });
});

describe('both directions', () => {
  const worse = THREE.map((c) => Float64Array.from(c));
  const better = THREE.map((c) => Float64Array.from(c, (x) => x + 1));

  test.each([
    ['pairs', pairsDesign(6)],
    ['blocks', sequentialDesign(4, 2)],
  ])('are tested as one after the other, only with the deals drawn once: %s', (_, design) => {
    const crossed = [3, 14, 159];
    const together = testBothDirections({ worse, better }, design, {
      seed: 5,
      worse: { alpha: 0.09, crossed },
      better: { alpha: 0.2 },
    });
    const negated = better.map((c) => c.map((x) => -x));
    expect(together).toEqual({
      worse: testFamily(worse, design, { alpha: 0.09, seed: 5, crossed }),
      better: testFamily(negated, design, { alpha: 0.2, seed: 5 }),
    });
  });
});

describe('the critical value', () => {
  test('of one hypothesis over many pairs is the normal quantile 2.33', () => {
    const chance = new Chance(2);
    const contributions = Float64Array.from({ length: 2000 }, () => chance.normal());
    expect(
      testFamily([contributions], pairsDesign(2000), { alpha: ALPHA, seed: 1, resamples: 49_999 }).critical,
    ).toBeCloseTo(2.326, 1);
  });

  test('is what z has to exceed for p to be at most alpha', () => {
    const chance = new Chance(8);
    const family = Array.from({ length: 200 }, (_, k) =>
      Float64Array.from({ length: 60 }, () => chance.normal() + k / 300),
    );
    const { tests, critical } = testFamily(family, pairsDesign(60), { alpha: ALPHA, seed: 1 });
    const largest = Math.max(...tests.map(({ z }) => z));
    const first = tests.find(({ z }) => z === largest)!;
    expect(first.p <= ALPHA).toBe(first.z > critical);
    expect(tests.filter(({ z }) => z > critical).every(({ p }) => p <= ALPHA)).toBe(true);
  });

  test.each([
    [6, false],
    [7, true],
  ])('%i failures without a success can reach 1 %%: %s', (failures, testable) => {
    const contributions = Float64Array.from({ length: 50 }, (_, i) => (i < failures ? 1 : 0));
    expect(testFamily([contributions], pairsDesign(50), { alpha: ALPHA, seed: 1 }).tests[0]!.testable).toBe(testable);
  });

  test('cannot be exceeded where alpha is below 1/(R + 1)', () => {
    const { tests, critical } = testFamily([new Float64Array(200).fill(1)], pairsDesign(200), {
      alpha: 0.01,
      seed: 1,
      resamples: 50,
    });
    expect(critical).toBe(Number.POSITIVE_INFINITY);
    expect(tests[0]!.testable).toBe(false);
  });
});

describe('max-T over blocks', () => {
  test('agrees with all 70 ways to deal eight blocks within four Monte-Carlo errors', () => {
    const family = [
      [1, 2, 0, 3, 5, 4, 6, 2.5],
      [2, 1, 3, 0, 1.5, 2.5, 4, 3.5],
    ];
    const dealt = Array.from({ length: 256 }, (_, bits) =>
      Array.from({ length: 8 }, (_, i): number => (bits >> i) & 1),
    ).filter((cells) => cells.reduce((sum, cell) => sum + cell, 0) === 4);
    const deviation = (c: number[]) => {
      const sums = dealt.map((cells) => cells.reduce((sum, cell, i) => sum + (cell - 0.5) * c[i]!, 0));
      return Math.sqrt(sums.reduce((sum, x) => sum + x * x, 0) / sums.length);
    };
    const zOf = (cells: readonly number[]) =>
      family.map((c) => c.reduce((sum, x, i) => sum + (cells[i]! - 0.5) * x, 0) / deviation(c));
    const exact = stepDownOf(zOf([0, 0, 0, 0, 1, 1, 1, 1]), dealt.map(zOf));
    const resamples = 19_999;
    const contributions = family.map((c) => Float64Array.from(c));
    const { tests } = testFamily(contributions, sequentialDesign(4, 4), { alpha: ALPHA, seed: 5, resamples });
    expect(dealt).toHaveLength(70);
    exact.forEach((p, k) => {
      const { p: drawn, z } = tests[k]!;
      expect(z).toBeCloseTo(zOf([0, 0, 0, 0, 1, 1, 1, 1])[k]!, 10);
      expect(Math.abs(drawn - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / resamples) + 1 / resamples);
    });
  });

  test('the largest z that unequal sides can give is that of the largest values dealt to the candidate', () => {
    const design = sequentialDesign(5, 2);
    const contributions = Float64Array.from([3, 1, 4, 1, 5, 9, 2]);
    const sums = [];
    for (let i = 0; i < 7; i++) for (let j = 0; j < i; j++) sums.push(contributions[i]! + contributions[j]!);
    const mean = (2 / 7) * 25;
    expect(design.largest(contributions) * design.norm(contributions)).toBeCloseTo(Math.max(...sums) - mean, 10);
    expect(design.norm(contributions) ** 2).toBeCloseTo(
      sums.reduce((sum, x) => sum + (x - mean) ** 2, 0) / sums.length,
      10,
    );
  });

  test('blocks of one side alone can show nothing', () => {
    const { tests } = testFamily([Float64Array.from([1, 2, 3])], sequentialDesign(3, 0), { alpha: ALPHA, seed: 1 });
    expect(tests).toEqual([{ z: 0, p: 1, testable: true }]);
  });
});

describe('looks before the end', () => {
  const chance = new Chance(9);
  const family = Array.from({ length: 12 }, () => Float64Array.from({ length: 200 }, () => chance.normal()));
  const firstPairs = (count: number) => family.map((contributions) => contributions.slice(0, count));
  const look = (count: number, alpha: number, crossed: readonly number[] = []) =>
    testFamily(firstPairs(count), pairsDesign(count), { alpha, seed: 4, crossed });

  test('hand on the deals that crossed, as many as they may spend', () => {
    const first = look(50, 0.01);
    expect(first.crossed.length).toBe(19);
    const second = look(100, 0.05, first.crossed);
    expect(second.crossed).toEqual(expect.arrayContaining([...first.crossed]));
    expect(second.crossed.length).toBe(99);
  });

  test('count as extreme later, so that p of all looks is spent once', () => {
    const { crossed } = look(50, 0.04);
    const alone = look(200, 0.05).tests;
    look(200, 0.05, crossed).tests.forEach(({ p, z }, k) => {
      expect(z).toBe(alone[k]!.z);
      expect(p).toBeGreaterThanOrEqual(Math.max(alone[k]!.p, (1 + crossed.length) / 2000));
    });
  });

  test('deal the first pairs as all later looks do', () => {
    // Pairs that are looked at later contribute nothing: the largest statistics are those of the first look.
    const padded = firstPairs(64).map((contributions) =>
      Float64Array.from({ length: 200 }, (_, i) => contributions[i] ?? 0),
    );
    const later = testFamily(padded, pairsDesign(200), { alpha: 0.05, seed: 4 });
    expect(later).toEqual(look(64, 0.05));
  });

  test('leave nothing to spend where all has been spent', () => {
    const { crossed } = look(50, 0.05);
    expect(look(200, 0.05, crossed).tests.every(({ p }) => p > 0.0495)).toBe(true);
  });
});
