import type { DrivenSide } from '../drive/plan.js';
import type { WaitsFor } from '../trace/completeness.js';
import type { SilentCall, VersionCount, WrongClock } from './lost-traces.js';
import type { SamplingRule } from './sampling-rule.js';
import type { EndedEarly } from './shortcomings.js';
import type { SourceTold } from './trace-source.js';

/**
 * How much of what X-Ray was searched for the search can have shown. With Transaction Search X-Ray can be searched for the
 * share of traces that it indexes, 1 % unless set otherwise; whether it is on, a role may not be allowed to ask.
 */
export type SearchView = 'all' | 'share indexed' | 'share perhaps indexed' | 'ended early';

/** What a target is, as far as its address tells. */
export type TargetKind = 'function' | 'function url' | 'API Gateway' | 'load balancer' | 'service';

/** A likely cause, by what tells it. `requests`: how many of the lost requests it can explain. */
export type CoverageCause = { readonly requests: number } & (
  | { readonly kind: 'runner clock'; readonly aheadMs: number }
  | {
      readonly kind: 'own trace ids';
      readonly strangers: number;
      readonly untraced: number;
      readonly services: readonly string[];
      readonly view: SearchView;
    }
  | { readonly kind: 'still arriving'; readonly late: number; readonly waitedMs: number; readonly quietMs: number }
  | { readonly kind: 'called segment'; readonly call: SilentCall }
  | { readonly kind: 'incomplete'; readonly waitsFor: Exclude<WaitsFor, 'called segment'> }
  | { readonly kind: 'other version'; readonly version: string; readonly others: readonly VersionCount[] }
  | { readonly kind: 'not answered' }
  | { readonly kind: 'operations untraced'; readonly operations: readonly string[]; readonly target: TargetKind }
  | {
      readonly kind: 'sampling rules';
      readonly traced: number;
      readonly sent: number;
      /** Traces that X-Ray's default rule would have given; null where that is far from what there is. */
      readonly byDefaultRule: number | null;
      /** Whether X-Ray was searched for the others under other ids, and would have shown them. */
      readonly searched: boolean;
      /** The rule that would help; null where none can be set: Lambda decides for its functions itself. */
      readonly rule: SamplingRule | null;
    }
  | {
      readonly kind: 'Transaction Search';
      readonly denied: readonly string[];
      readonly traced: number;
      readonly sent: number;
    }
  /** Untraced, or under ids that nobody can search for: which of the two cannot be told. */
  | {
      readonly kind: 'not continued';
      readonly target: TargetKind;
      readonly view: SearchView;
      readonly searched: boolean;
    }
  | { readonly kind: 'target untraced'; readonly target: TargetKind; readonly others: number | null }
  | {
      readonly kind: 'elsewhere';
      readonly inAws: boolean;
      readonly sources: readonly Pick<SourceTold, 'region' | 'account'>[];
      /** Null: it is not known whether X-Ray has traces of anybody. */
      readonly others: 0 | null;
    }
  | { readonly kind: 'host clock'; readonly clock: WrongClock }
  /** X-Ray could not be read to the end. */
  | ({ readonly kind: 'reading ended' } & EndedEarly)
  /** Traces that a search named, and that were not returned. */
  | {
      readonly kind: 'not fetched';
      readonly waitedMs: number;
      /** Whether they may be so old that X-Ray has deleted them since. */
      readonly mayBeDeleted: boolean;
    }
  /** Of what another engine sent, which only a search finds. */
  | { readonly kind: 'fewer found'; readonly found: number; readonly expected: number }
  | { readonly kind: 'share indexed'; readonly view: 'share indexed' | 'share perhaps indexed' }
  /** No cause, but why there may be others. */
  | { readonly kind: 'not searched'; readonly denied: boolean; readonly because: string }
  | { readonly kind: 'searched in part'; readonly view: Exclude<SearchView, 'all'> }
);

/** Whose traffic left a side's traces: the gate's in this run, anybody's before it, or another engine's. */
export type Traffic = 'driven' | 'found' | 'external';

/** A side whose whole traces were found for less of its requests than the inputs ask for, and why that is likely. */
export interface Uncovered {
  readonly side: DrivenSide;
  /** Of two stages, which. */
  readonly stage: 'first' | 'second';
  readonly traffic: Traffic;
  /** The likeliest first. */
  readonly causes: readonly CoverageCause[];
}
