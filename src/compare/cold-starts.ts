import type { Profile, RequestProfile } from '../trace/profile.js';
import { align, type BothSides, bothSides, narrow, type Side } from './alignment.js';
import { fisherOneSided } from './special-functions.js';

/** How often, and for how long, an operation's requests waited for Lambda functions to be initialised. */
export interface ColdStarts {
  readonly operation: string;
  /** Requests with a cold start, and whole traces there are. */
  readonly cold: BothSides<number>;
  readonly of: BothSides<number>;
  /** Mean of what a cold start took; null where there was none. */
  readonly meanMs: BothSides<number | null>;
  /** Requests that times are judged without: the cold ones, and in pairs the partners of those. */
  readonly setAside: BothSides<number>;
  /** What the candidate surely has; null where the difference may be chance. */
  readonly change: 'more' | 'fewer' | null;
  /** Two-sided Fisher test, adjusted (Bonferroni) for the operations with cold starts. */
  readonly p: number;
}

/**
 * The operations with any cold start, by name. A fresh deployment is colder than its baseline, so nothing of this is a
 * regression: `change`, certain at `alpha`, is for the reader.
 */
export function coldStartsOf(profiles: BothSides<Profile>, alpha: number): ColdStarts[] {
  const traced = bothSides(profiles, ({ requests }) =>
    Map.groupBy(
      requests.filter((request) => request.traced),
      ({ operation }) => operation,
    ),
  );
  const operations = [...new Set([...traced.baseline.keys(), ...traced.candidate.keys()])]
    .toSorted()
    .map((operation) => ({ operation, requests: bothSides(traced, (of) => of.get(operation) ?? []) }))
    .filter(({ requests }) => Object.values(requests).some((of) => of.some(({ cold }) => cold)));
  if (operations.length === 0) return [];
  const alignment = align(profiles);
  return operations.map(({ operation, requests }): ColdStarts => {
    const cold = bothSides(requests, (of) => of.filter((request) => request.cold));
    const counts = bothSides(cold, ({ length }) => length);
    const of = bothSides(requests, ({ length }) => length);
    const here = narrow(alignment, (request) => request.operation === operation).requests;
    const warm = narrow(alignment, (request) => request.operation === operation && !request.cold).requests;
    const chances = { more: chanceOfMore('candidate', counts, of), fewer: chanceOfMore('baseline', counts, of) };
    const p = Math.min(1, 2 * operations.length * Math.min(chances.more, chances.fewer));
    return {
      operation,
      cold: counts,
      of,
      meanMs: bothSides(cold, meanInitMs),
      setAside: bothSides(here, ({ length }, side) => length - warm[side].length),
      change: p > alpha ? null : chances.more < chances.fewer ? 'more' : 'fewer',
      p,
    };
  });
}

function chanceOfMore(here: Side, cold: BothSides<number>, of: BothSides<number>): number {
  const there = here === 'candidate' ? 'baseline' : 'candidate';
  return fisherOneSided(cold[here], cold[there], { here: of[here], there: of[there] });
}

function meanInitMs(cold: readonly RequestProfile[]): number | null {
  return cold.length === 0 ? null : cold.reduce((sum, { initMs }) => sum + initMs, 0) / cold.length;
}
