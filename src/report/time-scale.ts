import type { Timeline } from '../trace/timeline.js';

/** A scale of milliseconds from a root segment's start; ticks are whole steps, and so is its beginning. */
export interface TimeScale {
  readonly fromMs: number;
  readonly toMs: number;
  readonly stepMs: number;
}

/** What runs on after the response, a queue's consumer seconds later, must not squeeze the request itself. */
const MOST_OF_RESPONSE = 1.5;
const MOST_STEPS = 4;

/** One scale for several timelines, so that lengths can be compared. */
export function timeScaleOf(timelines: readonly Timeline[]): TimeScale {
  const ran = timelines.flatMap(({ rows }) => rows.flatMap((row) => row.ran));
  const responseMs = Math.max(0, ...timelines.map(({ durationMs }) => durationMs ?? 0));
  const limitMs = responseMs > 0 ? MOST_OF_RESPONSE * responseMs : Number.POSITIVE_INFINITY;
  const last = ran.reduce((most, { fromMs, toMs }) => (fromMs < limitMs ? Math.max(most, toMs) : most), responseMs);
  const first = ran.reduce((least, { fromMs }) => Math.min(least, fromMs), 0);
  const toMs = Math.max(Math.min(last, limitMs), 0.001);
  const fromMs = Math.max(first, -toMs / 4);
  const stepMs = niceStep(toMs - fromMs);
  return { fromMs: Math.floor(fromMs / stepMs) * stepMs, toMs, stepMs };
}

/** The smallest of 1, 2 and 5 times a power of ten that divides a length into {@link MOST_STEPS} at most. */
function niceStep(lengthMs: number): number {
  const power = 10 ** Math.floor(Math.log10(lengthMs / MOST_STEPS));
  return power * ([1, 2, 5, 10].find((factor) => lengthMs / (factor * power) <= MOST_STEPS) ?? 10);
}

/** Place of a time on a scale, in percent; beyond the ends, at them. */
export function placeOn({ fromMs, toMs }: TimeScale, ms: number): number {
  return Math.min(100, Math.max(0, (100 * (ms - fromMs)) / (toMs - fromMs)));
}

export function ticksOf({ fromMs, toMs, stepMs }: TimeScale): number[] {
  const count = Math.floor((toMs - fromMs) / stepMs) + 1;
  return Array.from({ length: count }, (_, i) => Number((fromMs + i * stepMs).toPrecision(6)));
}
