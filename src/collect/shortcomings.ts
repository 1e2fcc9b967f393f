/** What a collection could not do, and why. */
export interface Shortcomings {
  readonly ended: EndedEarly | null;
  readonly unreadable: Unreadable | null;
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

export const NO_SHORTCOMINGS: Shortcomings = { ended: null, unreadable: null };

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
  };
}
