import { type SortedSample, sortedSample } from './score.js';

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
  const known = SPREAD[side].get(sample);
  if (known !== undefined) return known;
  const spread = isRounded(sample) ? spreadAnew(sample, side) : sample;
  SPREAD[side].set(sample, spread);
  return spread;
}

/** What was spread before: a place has several metrics, of the same samples. */
const SPREAD = [new WeakMap<SortedSample, SortedSample>(), new WeakMap<SortedSample, SortedSample>()] as const;

function spreadAnew(sample: SortedSample, side: 0 | 1): SortedSample {
  const ms = sample.logMs.map(Math.exp);
  const spreadMs = new Float64Array(ms.length);
  const unit = new Int32Array(ms.length);
  for (let from = 0; from < ms.length; ) {
    const written = ms[from]!;
    let to = from + 1;
    while (to < ms.length && ms[to]! - written < ON_GRID_MS) to += 1;
    const lowest = Math.max(0, written - GRID_MS / 2);
    const width = written + GRID_MS / 2 - lowest;
    shuffled(from, to, side).forEach((index, i) => {
      spreadMs[from + i] = lowest + ((i + 0.5) / (to - from)) * width;
      unit[from + i] = sample.unit[index]!;
    });
    from = to;
  }
  // The few that were not rounded may lie among the spread ones.
  return sortedSample(spreadMs, unit);
}

function isRounded({ logMs }: SortedSample): boolean {
  const few = (1 - NEARLY_ALL) * logMs.length;
  let between = 0;
  for (const value of logMs) {
    const ms = Math.exp(value);
    if (Math.abs(ms - Math.round(ms)) >= ON_GRID_MS) between += 1;
    if (between > few) return false;
  }
  return true;
}

const MOST_SAMPLES = 2 ** 21;

/** The whole numbers from `from` to before `to` in a random-looking order that is always the same. */
function shuffled(from: number, to: number, side: 0 | 1): Float64Array {
  // 32 bits to sort by and 21 to tell which it was are as many as a number holds exactly.
  return Float64Array.from({ length: to - from }, (_, i) => scrambled(2 * (from + i) + side) * MOST_SAMPLES + from + i)
    .sort()
    .map((key) => key % MOST_SAMPLES);
}

/** A whole number's fixed, random-looking 32 bits: the finaliser of MurmurHash3 (Appleby). */
function scrambled(index: number): number {
  let bits = index + 1;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
