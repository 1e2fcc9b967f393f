import { GateError } from '../errors.js';
import type { Instant } from '../input-reader.js';
import type { Settings } from '../inputs.js';

/** X-Ray keeps traces so long. */
export const KEPT_DAYS = 30;
export const KEPT_MS = KEPT_DAYS * 86_400_000;

/** Between when traces are looked up, in epoch milliseconds. */
export interface SearchWindow {
  readonly sinceMs: number;
  readonly untilMs: number;
}

/** What "since" and "until" mean for a run that began then. Throws GateError where that is no window X-Ray can have traces of. */
export function searchWindow({ since, until }: Pick<Settings, 'since' | 'until'>, startedAtMs: number): SearchWindow {
  const sinceMs = timeOf(since, startedAtMs);
  const untilMs = Math.min(timeOf(until, startedAtMs), startedAtMs);
  if (sinceMs >= untilMs) {
    throw new GateError(
      `Input "since" is ${iso(sinceMs)}, which is not before "until", ${iso(untilMs)}.`,
      'Write how long ago, 7d and 1d, or times, 2026-11-20T08:00:00Z.',
    );
  }
  if (startedAtMs - sinceMs > KEPT_MS) {
    throw new GateError(
      `Input "since" is ${iso(sinceMs)}, more than ${KEPT_DAYS} days ago: X-Ray keeps no traces for so long.`,
      `Write ${KEPT_DAYS}d or less.`,
    );
  }
  return { sinceMs, untilMs };
}

function timeOf(instant: Instant, startedAtMs: number): number {
  return instant.kind === 'at' ? instant.epochMs : startedAtMs - instant.ms;
}

/** `2026-11-13T09:00:00Z` */
export function iso(epochMs: number): string {
  return new Date(epochMs).toISOString().replace('.000Z', 'Z');
}

/** `2026-11-13T09:00:00Z to 2026-11-20T09:00:00Z` */
export function describeWindow({ sinceMs, untilMs }: SearchWindow): string {
  return `${iso(Math.round(sinceMs / 1000) * 1000)} to ${iso(Math.round(untilMs / 1000) * 1000)}`;
}
