import { mean } from 'simple-statistics';
import type { Rule } from '../report-samples.js';

const TOLERANCE = 0.25;
/** 0.99 quantile of the normal distribution: the lower end of a two-sided 98 % interval. */
const Z_99 = 2.3263478740408408;

/**
 * Kayenta's judge with its defaults (spinnaker/kayenta, NetflixACAJudge.scala: `new MannWhitneyClassifier(tolerance =
 * 0.25, confLevel = 0.98, …)`; MannWhitneyClassifier.scala): a metric is High when the lower end of the Mann–Whitney
 * interval for the shift lies above a quarter of the Hodges–Lehmann estimate of it, and the ratio of means is at least
 * 1, the default `allowedIncrease`. Kayenta feeds it one value a minute and adds up a score of its metrics; here it
 * gets the requests, and one High is an alarm, as for a metric marked critical.
 */
export const KAYENTA: Rule = {
  name: 'Kayenta',
  told: 'its Mann–Whitney judge with its defaults, every metric critical',
  alarms: ({ times }) => times.some(({ baseline, candidate }) => isHigh(baseline, candidate)),
};

function isHigh(baseline: Float64Array, candidate: Float64Array): boolean {
  // z falls with the shift, so that the interval's lower end is above a shift just where z there is above the quantile.
  if (shiftZ(baseline, candidate, 0) <= Z_99) return false;
  if (mean([...candidate]) < mean([...baseline])) return false;
  return shiftZ(baseline, candidate, TOLERANCE * Math.abs(hodgesLehmann(baseline, candidate))) > Z_99;
}

/** The shift at which the rank sum shows no difference: the root of {@link shiftZ}, by halving, to 1e-4 as in Kayenta. */
function hodgesLehmann(baseline: Float64Array, candidate: Float64Array): number {
  let low = candidate[0]! - baseline.at(-1)!;
  let high = candidate.at(-1)! - baseline[0]!;
  while (high - low > 1e-4) {
    const middle = (low + high) / 2;
    if (shiftZ(baseline, candidate, middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Standardised rank sum of the candidate's values less `shift`, with R's corrections for continuity and for ties
 * (spinnaker/kayenta, MannWhitney.scala `wilcoxonDiff`, after R's wilcox.test). Both ascending.
 */
export function shiftZ(baseline: Float64Array, candidate: Float64Array, shift: number): number {
  const [m, n] = [candidate.length, baseline.length];
  const all = m + n;
  let rankSum = 0;
  let ties = 0;
  for (let c = 0, b = 0; c < m || b < n; ) {
    const value = Math.min(c < m ? candidate[c]! - shift : Infinity, b < n ? baseline[b]! : Infinity);
    const below = c + b;
    const c0 = c;
    while (c < m && candidate[c]! - shift === value) c += 1;
    while (b < n && baseline[b]! === value) b += 1;
    const tied = c + b - below;
    rankSum += (c - c0) * (below + (tied + 1) / 2);
    ties += tied ** 3 - tied;
  }
  const difference = rankSum - (m * (m + 1)) / 2 - (m * n) / 2;
  const sigma = Math.sqrt(((m * n) / 12) * (all + 1 - ties / (all * (all - 1))));
  return sigma === 0 ? 0 : (difference - Math.sign(difference) / 2) / sigma;
}
