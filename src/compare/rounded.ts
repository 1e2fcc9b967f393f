import type { SortedSample } from './score.js';

/** X-Ray's SDKs write whole milliseconds; a sample is taken for rounded when nearly all of it is. */
const GRID_MS = 1;
const NEARLY_ALL = 0.99;
const ON_GRID_MS = 0.002;

/**
 * Undoes rounding for estimation: values that were rounded to the same millisecond are spread evenly over it, in an
 * order that has nothing to do with time or side. Without it quantiles and intervals jump from one millisecond to
 * the next, and an interval of rounded data covers too little. Samples that were not rounded come back as they are.
 * The test itself ranks the values as they were written, ties shared.
 *
 * ```
 * written  5    5    5    5    6
 * spread   4.6  4.9  5.1  5.4  6
 * ```
 */
export function spreadRounded(sample: SortedSample, side: 0 | 1): SortedSample {
  const ms = sample.logMs.map(Math.exp);
  const onGrid = ms.filter((value) => Math.abs(value - Math.round(value)) < ON_GRID_MS).length;
  if (onGrid < NEARLY_ALL * ms.length) return sample;
  const spread: { ms: number; unit: number }[] = [];
  for (let from = 0; from < ms.length; ) {
    const written = ms[from]!;
    let to = from + 1;
    while (to < ms.length && ms[to]! - written < ON_GRID_MS) to += 1;
    const lowest = Math.max(0, written - GRID_MS / 2);
    const width = written + GRID_MS / 2 - lowest;
    const units = Array.from(sample.unit.subarray(from, to)).toSorted((a, b) => scramble(a, side) - scramble(b, side));
    units.forEach((unit, i) => {
      spread.push({ ms: lowest + ((i + 0.5) / units.length) * width, unit });
    });
    from = to;
  }
  return {
    logMs: Float64Array.from(spread, (value) => Math.log(value.ms)),
    unit: Int32Array.from(spread, ({ unit }) => unit),
  };
}

/** A fixed shuffle of unit numbers, another one for each side. Knuth's multiplicative hash. */
function scramble(unit: number, side: 0 | 1): number {
  return Math.imul(unit + 1 + side * 0x5bd1e995, 0x9e3779b1) >>> 0;
}
