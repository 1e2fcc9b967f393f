import type { Profile } from '../trace/profile.js';
import type { BothSides } from './alignment.js';
import type { Change } from './change.js';
import { type Edge, isSuspect } from './edges.js';
import { edgeKey, type Metric, type Place, placeKey } from './place.js';

/** What a first stage found worse: what fresh traffic is asked about again, and nothing else. */
export interface Suspicions {
  readonly changes: readonly Change[];
  readonly edges: readonly Edge[];
}

/** Of all changes and edges: the regressed changes, and the certain new edges, where such edges fail the job. */
export function suspicionsOf({ changes, edges }: Suspicions, failOnNewEdges: boolean): Suspicions {
  return {
    changes: changes.filter(({ state }) => state === 'regressed'),
    edges: failOnNewEdges ? edges.filter(isSuspect) : [],
  };
}

export function countOf({ changes, edges }: Suspicions): number {
  return changes.length + edges.length;
}

/** How many of the suspicions were found again: a new edge also by its calls, where the baseline turned out to have it. */
export function countConfirmed(suspicions: Suspicions, again: Suspicions): number {
  const changes = new Set(again.changes.map(changeKey));
  const edges = new Set(
    [...again.edges, ...again.changes.filter(isOfCalls).map(({ place }) => place.edge)].map(edgeKey),
  );
  return (
    suspicions.changes.filter((change) => changes.has(changeKey(change))).length +
    suspicions.edges.filter((edge) => edges.has(edgeKey(edge))).length
  );
}

/**
 * The questions that are asked again: of metrics at places, and of edges. Whether an edge is new or has more calls is one
 * question of two forms, and fresh traffic may call for the other form than the first did.
 */
export class Questions {
  readonly #changes: ReadonlySet<string>;
  readonly #edges: ReadonlySet<string>;
  readonly #edgesOfChanges: ReadonlySet<string>;

  /** The profiles that raised the suspicions; null where they are not known. */
  readonly raisedBy: BothSides<Profile> | null;

  constructor({ changes, edges }: Suspicions, raisedBy: BothSides<Profile> | null = null) {
    this.raisedBy = raisedBy;
    this.#changes = new Set(changes.map(changeKey));
    this.#edges = new Set(edges.map(edgeKey));
    this.#edgesOfChanges = new Set(changes.flatMap(({ place }) => (place.edge === null ? [] : [edgeKey(place.edge)])));
  }

  asks(about: About): boolean {
    return this.#changes.has(changeKey(about)) || (isOfCalls(about) && this.#edges.has(edgeKey(about.place.edge)));
  }

  /** Whether it asks anything within the edge, whichever version has it. */
  asksWithin(edge: Pick<Edge, 'from' | 'to'>): boolean {
    return this.#edgesOfChanges.has(edgeKey(edge));
  }

  asksOf(edge: Pick<Edge, 'from' | 'to'>): boolean {
    return this.#edges.has(edgeKey(edge));
  }
}

/** What a question is about. */
interface About {
  readonly metric: Metric;
  readonly place: Place;
}

function isOfCalls<T extends About>(about: T): about is T & { readonly place: { readonly edge: EdgeEnds } } {
  return about.metric === 'calls' && about.place.edge !== null && about.place.step === undefined;
}

type EdgeEnds = NonNullable<Place['edge']>;

/** A string that is equal for the same question. */
export function changeKey({ metric, place }: About): string {
  return `${metric} ${placeKey(place)}`;
}
