import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { quantile, sampleWithReplacement } from 'simple-statistics';
import type { BothSides } from '../src/compare/alignment.js';

/**
 * 90 % percentile-bootstrap interval (Efron 1979) of the ratio of two p95, candidate / baseline, the usual way with
 * simple-statistics.
 */
export function bootstrapP95({ baseline, candidate }: BothSides<readonly number[]>, resamples: number): number[] {
  const generator = xoroshiro128plus(1);
  const chance = () => uniformFloat64(generator);
  const p95 = (ms: readonly number[]) => quantile(sampleWithReplacement([...ms], ms.length, chance), 0.95);
  const ratios = Array.from({ length: resamples }, () => p95(candidate) / p95(baseline));
  return quantile(ratios, [0.05, 0.95]);
}
