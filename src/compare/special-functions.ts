import { gammaln } from 'simple-statistics';

/**
 * Regularised incomplete beta function I_x(a, b), by the continued fraction of Lentz.
 * Press et al., Numerical Recipes, 3rd ed., §6.4; relative error below 1e-10 for a, b up to 1e5.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b));
  return x < (a + 1) / (a + b + 2)
    ? (front * betaContinuedFraction(x, a, b)) / a
    : 1 - (front * betaContinuedFraction(1 - x, b, a)) / b;
}

function logBeta(a: number, b: number): number {
  return gammaln(a) + gammaln(b) - gammaln(a + b);
}

function betaContinuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return fraction;
}

const TINY = 1e-300;

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/** ln of the binomial coefficient n over k. */
export function logChoose(n: number, k: number): number {
  return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1);
}

/**
 * One-sided Fisher test of "seen in k of n here and in none of m there": the chance that all k fall on this side when
 * the side makes no difference, C(n, k) / C(n + m, k).
 * 1 where more have it than there are here.
 */
export function chanceOfNoneElsewhere(k: number, n: number, m: number): number {
  if (k === 0 || k > n) return 1;
  return Math.min(1, Math.exp(logChoose(n, k) - logChoose(n + m, k)));
}

/**
 * One-sided Fisher exact test: the chance that at least `here` of the `here + there` events fall among `of.here` trials
 * rather than among `of.there`, when it makes no difference where.
 */
export function fisherOneSided(
  here: number,
  there: number,
  of: { readonly here: number; readonly there: number },
): number {
  const events = here + there;
  const all = logChoose(of.here + of.there, events);
  let chance = 0;
  for (let k = here; k <= Math.min(events, of.here); k++) {
    if (events - k <= of.there) chance += Math.exp(logChoose(of.here, k) + logChoose(of.there, events - k) - all);
  }
  return Math.min(1, chance);
}

/** Below this the recurrence is climbed, above it the asymptotic series holds to 1e-14. */
const ASYMPTOTIC_FROM = 12;

/** ψ(x), the derivative of ln Γ, for x > 0. Abramowitz & Stegun 6.3.5 and 6.3.18. */
export function digamma(x: number): number {
  let sum = 0;
  let at = x;
  for (; at < ASYMPTOTIC_FROM; at++) sum -= 1 / at;
  const q = 1 / (at * at);
  return sum + Math.log(at) - 1 / (2 * at) - q * (1 / 12 - q * (1 / 120 - q * (1 / 252 - q * (1 / 240 - q / 132))));
}

/** ψ′(x), for x > 0. Abramowitz & Stegun 6.4.6 and 6.4.12. */
export function trigamma(x: number): number {
  let sum = 0;
  let at = x;
  for (; at < ASYMPTOTIC_FROM; at++) sum += 1 / (at * at);
  const q = 1 / (at * at);
  return sum + 1 / at + q / 2 + (q / at) * (1 / 6 - q * (1 / 30 - q * (1 / 42 - q * (1 / 30 - (q * 5) / 66))));
}

/** The x > 0 at which ψ′(x) is `y` > 0: ψ′ is convex and falling, so that halving the bracket finds it; to 1e-10. */
export function inverseTrigamma(y: number): number {
  // 1/x < ψ′(x) < 1/x + 1/x².
  let low = 1 / y;
  let high = (1 + Math.sqrt(1 + 4 * y)) / (2 * y);
  while (high - low > 1e-10 * high) {
    const middle = (low + high) / 2;
    if (trigamma(middle) > y) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
