/** What a collection could not do, and why. */
export interface Shortcomings {
  readonly ended: EndedEarly | null;
  readonly unreadable: Unreadable | null;
  readonly search: EndlessSearch | null;
}

/** A search to whose end X-Ray did not come; there may be older traces than it found. */
export interface EndlessSearch {
  /** What was searched for: `traces of version 1.7.3`. */
  readonly what: string;
  readonly found: number;
}

/** X-Ray refused from some time on; what was read before stays. */
export interface EndedEarly {
  /** A sentence. */
  readonly because: string;
  readonly remedy: string;
  /** Traces of which something was read by then, of all that were expected. */
  readonly collected: number;
  readonly expected: number;
}

/** Segment documents that are no such, as they were seen last: what they would have told nobody knows. */
export interface Unreadable {
  readonly documents: number;
  readonly traces: number;
  /** What is wrong with the first, a sentence; it may quote the document. */
  readonly because: string;
}

export const NO_SHORTCOMINGS: Shortcomings = { ended: null, unreadable: null, search: null };

/** Those of several collections of one run. */
export function shortcomingsOfAll(collections: readonly Shortcomings[]): Shortcomings {
  const ended = collections.flatMap((each) => each.ended ?? []);
  const unreadable = collections.flatMap((each) => each.unreadable ?? []);
  const total = <T>(all: readonly T[], count: (one: T) => number) => all.reduce((sum, one) => sum + count(one), 0);
  return {
    ended:
      ended.length === 0
        ? null
        : {
            ...ended[0]!,
            collected: total(ended, ({ collected }) => collected),
            expected: total(ended, ({ expected }) => expected),
          },
    unreadable:
      unreadable.length === 0
        ? null
        : {
            ...unreadable[0]!,
            documents: total(unreadable, ({ documents }) => documents),
            traces: total(unreadable, ({ traces }) => traces),
          },
    search: collections.find(({ search }) => search !== null)?.search ?? null,
  };
}
