import { mean, sampleVariance } from 'simple-statistics';
import { digamma, inverseTrigamma, trigamma } from './special-functions.js';

/** What was measured at one place: a value a run, and how much sampling alone lets such a value vary. */
export interface RunValues {
  readonly values: readonly number[];
  /** Variance of one value by sampling, of the requests within a run. */
  readonly sampling: number;
}

interface ModeratedVariances {
  /** Of each place: variance between runs, sampling included. */
  readonly variances: readonly number[];
  readonly degrees: number;
  /** Pooled variance between runs beyond sampling. */
  readonly shift: number;
}

const MOST_DEGREES = 10_000;
const LEAST_RATIO = 1e-6;

/**
 * Variances between few runs at many places. Each place's own, with m − 1 degrees of freedom, is drawn towards what is
 * expected of it: the pooled shift between runs plus its own sampling variance; the more so, the more alike places are
 * (Smyth 2004, Stat. Appl. Genet. Mol. Biol. 3:3, eqs. 4–6: the d₀ under which the logarithms of s²/s₀² scatter as they
 * do). The degrees of freedom m − 1 + d₀ are no more than the runs hold in all: (m − 1) times the number of places that
 * vary independently, which is few where whole runs are slow. Every place has as many values, two or more.
 */
export function moderatedVariances(places: readonly RunValues[]): ModeratedVariances {
  const own = places.map(({ values }) => sampleVariance([...values]));
  const degrees = places[0]!.values.length - 1;
  const shift = Math.max(0, mean(own.map((variance, k) => variance - places[k]!.sampling)));
  const expected = places.map(({ sampling }) => shift + sampling);
  const prior = priorDegrees(
    own.map((variance, k) => variance / expected[k]!),
    degrees,
  );
  return {
    variances: own.map((variance, k) =>
      Math.max(places[k]!.sampling, (prior * expected[k]! + degrees * variance) / (prior + degrees)),
    ),
    degrees: Math.max(degrees, Math.min(degrees + prior, degrees * independentPlaces(places, expected))),
    shift,
  };
}

/** d₀: from the variance of ln(s²/s₀²), which is ψ′(d/2) + ψ′(d₀/2). With fewer than three places nothing is known. */
function priorDegrees(ratios: readonly number[], degrees: number): number {
  if (ratios.length < 3) return 0;
  const logs = ratios.map((ratio) => Math.log(Math.max(LEAST_RATIO, ratio)) - digamma(degrees / 2));
  const beyondChance = sampleVariance(logs) - trigamma(degrees / 2);
  return beyondChance <= trigamma(MOST_DEGREES / 2) ? MOST_DEGREES : 2 * inverseTrigamma(beyondChance);
}

/**
 * (tr Σ)² / tr Σ² of the places' covariance Σ: the number of independent places whose pooled variance would be as
 * sure. From few runs tr Σ² is estimated without bias as d²/((d − 1)(d + 2)) · (tr S² − (tr S)²/d) (Bai & Saranadasa
 * 1996, Statistica Sinica 6:311); tr S² is that of the small matrix of products between runs.
 */
function independentPlaces(places: readonly RunValues[], expected: readonly number[]): number {
  const deviations = standardised(places, expected);
  const runs = places[0]!.values.length;
  const d = runs - 1;
  let trace = 0;
  let traceOfSquare = 0;
  for (let r = 0; r < runs; r++) {
    for (let q = 0; q < runs; q++) {
      const product = deviations.reduce((sum, of) => sum + of[r]! * of[q]!, 0) / d;
      if (r === q) trace += product;
      traceOfSquare += product * product;
    }
  }
  const unbiased = ((d * d) / ((d - 1) * (d + 2))) * (traceOfSquare - (trace * trace) / d);
  return unbiased > 0 ? Math.min(places.length, Math.max(1, (trace * trace) / unbiased)) : places.length;
}

/** Mean correlation between two places over the runs, by deviations from each place's mean; 0 to 1. */
export function meanCorrelation(places: readonly RunValues[], expected: readonly number[]): number {
  const deviations = standardised(places, expected);
  const runs = places[0]!.values.length;
  let squares = 0;
  let ofSums = 0;
  for (let r = 0; r < runs; r++) {
    const column = deviations.map((of) => of[r]!);
    ofSums += column.reduce((sum, x) => sum + x, 0) ** 2;
    squares += column.reduce((sum, x) => sum + x * x, 0);
  }
  if (squares === 0 || places.length < 2) return 0;
  return Math.min(1, Math.max(0, (ofSums / squares - 1) / (places.length - 1)));
}

function standardised(places: readonly RunValues[], expected: readonly number[]): number[][] {
  return places.map(({ values }, k) => {
    const centre = mean([...values]);
    return values.map((value) => (value - centre) / Math.sqrt(expected[k]!));
  });
}
