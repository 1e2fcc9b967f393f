import type { Profile } from '../trace/profile.js';
import { type BothSides, bothSides, type Side } from './alignment.js';
import { chanceOfNoneElsewhere } from './special-functions.js';

/** In which traces something was seen. */
export class Sighting {
  readonly traces = { baseline: 0, candidate: 0 };
  /** Requests of one flow have much in common: chance deals flows. */
  readonly slots: BothSides<Set<number>> = { baseline: new Set(), candidate: new Set() };
  readonly operations: BothSides<Set<string>> = { baseline: new Set(), candidate: new Set() };

  /** Once for a trace. */
  add(side: Side, { slot, operation }: Profile['requests'][number]): void {
    this.traces[side] += 1;
    this.slots[side].add(slot);
    this.operations[side].add(operation);
  }
}

/** How many whole traces, and flows of them, there are to see anything in. */
export interface Seen {
  readonly of: BothSides<number>;
  readonly slots: BothSides<number>;
}

export function seenIn(profiles: BothSides<Profile>): Seen {
  const traced = bothSides(profiles, ({ requests }) => requests.filter((request) => request.traced));
  return {
    of: bothSides(traced, ({ length }) => length),
    slots: bothSides(traced, (requests) => new Set(requests.map(({ slot }) => slot)).size),
  };
}

export interface OneSided {
  readonly change: 'none' | 'new' | 'removed';
  /**
   * For what one side alone shows: the chance that every trace of the other missed it although nothing changed,
   * adjusted for the number of things that this could have happened to. 1 for what both show.
   */
  readonly p: number;
  /** False where chance could have hidden something of this rate from the other side. */
  readonly certain: boolean;
}

/**
 * One-sided Fisher tests for what is new and for what is gone; certain where the adjusted p is at most `alpha`. Each is
 * adjusted (Bonferroni) for all that so many traces show, of both sides together, that all of them on this side would
 * have been certain: the rest cannot raise a false alarm (Tarone 1990), and what that is does not depend on which
 * side is which.
 */
export function oneSided(sightings: readonly Sighting[], { slots }: Seen, alpha: number): OneSided[] {
  const chance = (sighting: Sighting, here: Side, there: Side) =>
    chanceOfNoneElsewhere(sighting.slots.baseline.size + sighting.slots.candidate.size, slots[here], slots[there]);
  const family = bothSides(slots, (_, here) => {
    const there = here === 'baseline' ? 'candidate' : 'baseline';
    return sightings.filter((sighting) => chance(sighting, here, there) <= alpha).length;
  });
  return sightings.map((sighting): OneSided => {
    const { baseline, candidate } = sighting.traces;
    if (baseline > 0 && candidate > 0) return { change: 'none', p: 1, certain: false };
    const [here, there] = baseline === 0 ? (['candidate', 'baseline'] as const) : (['baseline', 'candidate'] as const);
    const p = Math.min(1, Math.max(1, family[here]) * chance(sighting, here, there));
    return { change: baseline === 0 ? 'new' : 'removed', p, certain: p <= alpha };
  });
}
