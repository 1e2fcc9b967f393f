import type { SortedSample } from './score.js';

/** X-Ray's SDKs write whole milliseconds; a sample is taken for rounded when nearly all of it is. */
const GRID_MS = 1;
const NEARLY_ALL = 0.99;
const ON_GRID_MS = 0.002;

/**
 * Undoes rounding for estimation: values that were rounded to the same millisecond are spread evenly over it, in an
 * order that has nothing to do with time, unit or side. Without it quantiles and intervals jump from one millisecond
 * to the next, and an interval of rounded data covers too little. Samples that were not rounded come back as they are.
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
    const shuffled = Array.from({ length: to - from }, (_, i) => from + i).sort(
      (a, b) => scrambled(2 * a + side) - scrambled(2 * b + side),
    );
    shuffled.forEach((index, i) => {
      spread.push({ ms: lowest + ((i + 0.5) / shuffled.length) * width, unit: sample.unit[index]! });
    });
    from = to;
  }
  // The few that were not rounded may lie among the spread ones.
  spread.sort((a, b) => a.ms - b.ms);
  return {
    logMs: Float64Array.from(spread, (value) => Math.log(value.ms)),
    unit: Int32Array.from(spread, ({ unit }) => unit),
  };
}

/** A whole number's fixed, random-looking 32 bits: the finaliser of MurmurHash3 (Appleby). */
function scrambled(index: number): number {
  let bits = index + 1;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
