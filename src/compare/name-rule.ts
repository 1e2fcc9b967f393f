import { matchOf, parsePattern } from './name-pattern.js';

/** A user's word that all names which match are one and the same. */
export interface NameRule {
  /** A pattern with `*` for any text. */
  readonly match: string;
  /** The name that they are known by; `{1}` is what the first `*` stands for. */
  readonly as: string;
}

/** The name by the first rule that matches; null where none does. */
export function nameByRules(name: string, rules: readonly NameRule[]): string | null {
  for (const { match, as } of rules) {
    const stars = matchOf(parsePattern(match), name);
    if (stars !== null) return as.replaceAll(STAR, (whole, number: string) => stars[Number(number) - 1] ?? whole);
  }
  return null;
}

/** `{1}`, `{2}` … of a rule's `as`. */
export const STAR = /\{(\d{1,3})\}/g;
