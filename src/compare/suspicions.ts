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

/** The questions that are asked again: of metrics at places, and of edges. */
export class Questions {
  readonly #changes: ReadonlySet<string>;
  readonly #edges: ReadonlySet<string>;

  constructor({ changes, edges }: Suspicions) {
    this.#changes = new Set(changes.map(changeKey));
    this.#edges = new Set(edges.map(edgeKey));
  }

  asks(about: { readonly metric: Metric; readonly place: Place }): boolean {
    return this.#changes.has(changeKey(about));
  }

  asksOf(edge: Pick<Edge, 'from' | 'to'>): boolean {
    return this.#edges.has(edgeKey(edge));
  }
}

/** A string that is equal for the same question. */
export function changeKey({ metric, place }: { readonly metric: Metric; readonly place: Place }): string {
  return `${metric} ${placeKey(place)}`;
}
