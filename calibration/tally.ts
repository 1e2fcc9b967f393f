import { wilson } from '../src/compare/proportion.js';

/** What some replications of one setting came to. */
export interface Tally {
  readonly reports: number;
  /** Each outcome, added up over the replications. */
  readonly sums: Readonly<Record<string, number>>;
}

/** The tallies of one part, by the setting's name. */
export type Tallies = Readonly<Record<string, Tally>>;

/** What one replication showed: counts and yes (1) or no (0), by name. */
export type Outcomes = Readonly<Record<string, number>>;

export function addUp(a: Tally, b: Tally): Tally {
  const sums: Record<string, number> = { ...a.sums };
  for (const [outcome, sum] of Object.entries(b.sums)) sums[outcome] = (sums[outcome] ?? 0) + sum;
  return { reports: a.reports + b.reports, sums };
}

export const NOTHING: Tally = { reports: 0, sums: {} };

/** All settings of a part taken together. */
export function altogether(tallies: Tallies): Tally {
  return Object.values(tallies).reduce(addUp, NOTHING);
}

export interface Share {
  readonly count: number;
  readonly of: number;
  /** Wilson's 95 % interval: what the finite number of replications leaves open. */
  readonly interval: readonly [number, number];
}

const Z_975 = 1.959963984540054;

/** Of none at all where the outcome was not recorded. */
export function shareOf(tally: Tally, outcome: string, outOf = tally.reports): Share {
  const count = tally.sums[outcome];
  if (count === undefined || outOf === 0) return { count: 0, of: 0, interval: [0, 1] };
  return { count, of: outOf, interval: wilson(count, outOf, Z_975) };
}

/** `0.4 % (0.2–0.7)`; with the counts where `counts` is set: `0.4 % (13 of 3300; 0.2–0.7)`. */
export function shareText({ count, of, interval }: Share, counts = false): string {
  if (of === 0) return '–';
  const [low, high] = interval.map(percent);
  return `${percent(count / of)} % (${counts ? `${count} of ${of}; ` : ''}${low}–${high})`;
}

function percent(share: number): string {
  const value = 100 * share;
  return value === 0 || value === 100 ? value.toFixed(0) : value.toFixed(1);
}
