import { describe, expect, test } from 'vitest';
import { samplesOf } from '../../calibration/report-samples.js';
import { chanceOfNoRise, resampledP95 } from '../../calibration/rules/bootstrap-p95.js';
import { shiftZ } from '../../calibration/rules/kayenta.js';
import { RULES_IN_USE } from '../../calibration/rules/rules-in-use.js';
import { scatterNamed } from '../../calibration/scatter.js';
import { simulatedShop } from '../../calibration/shop-run.js';

const ascending = (...values: readonly number[]) => Float64Array.from(values).sort();

describe('rules in use', () => {
  test.each(RULES_IN_USE)(
    '$name raises an alarm about a node that takes three times as long, and none about nothing',
    (rule) => {
      const run = { seed: 'rules', stage: 1, scatter: scatterNamed('log-normal'), requests: { each: 200 } } as const;
      const effect = { slower: { node: 'payments', ratio: 3 } };
      const { baseline, candidate } = simulatedShop({ ...run, effect });
      expect(rule.alarms(samplesOf({ baseline, candidate }, 30))).toBe(true);
      expect(rule.alarms(samplesOf({ baseline, candidate: baseline }, 30))).toBe(false);
    },
  );

  test('Mann–Whitney’s z with correction for continuity is R’s', () => {
    // R's help page of wilcox.test (Hollander & Wolfe 1973, p. 69): W = 35; (35 − 25 − ½) / √(10·5·16/12).
    const x = ascending(0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46);
    const y = ascending(1.15, 0.88, 0.9, 0.74, 1.21);
    expect(shiftZ(y, x, 0)).toBeCloseTo(9.5 / Math.sqrt(800 / 12), 12);
  });

  test('Mann–Whitney’s z shares ranks among equal values', () => {
    // Ranks 1.5, 1.5, 3.5, 3.5: no difference.
    expect(shiftZ(ascending(1, 2), ascending(1, 2), 0)).toBe(0);
  });

  test('p95 of three draws out of three is their largest', () => {
    const weights = [...resampledP95(3)];
    for (const [i, of27] of [1, 7, 19].entries()) expect(weights[i]).toBeCloseTo(of27 / 27, 12);
  });

  test('the chance of no rise adds up over all pairs of resamples', () => {
    const [baseline, candidate] = [ascending(1, 3, 5), ascending(2, 4, 6)];
    const [a, b, c] = [1 / 27, 7 / 27, 19 / 27];
    expect(chanceOfNoRise(baseline, candidate)).toBeCloseTo(a * (b + c) + b * c, 12);
    expect(chanceOfNoRise(ascending(1, 2), ascending(1, 2))).toBeGreaterThan(0.5);
  });
});
