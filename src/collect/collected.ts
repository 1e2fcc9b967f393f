import type { Clock } from '../drive/clock.js';
import type { ClientWord } from '../trace/client-segment.js';
import type { Observation } from '../trace/observation.js';
import type { LooksNeeded, Missing } from './awaited-trace.js';
import type { Shortcomings } from './shortcomings.js';
import type { TraceSource } from './trace-source.js';

export interface CollectSettings {
  readonly looks: LooksNeeded;
  /** The key of the annotation that holds the version. */
  readonly versionAnnotation: string;
}

/** What collecting asks of the outside. */
export interface CollectPorts {
  readonly traces: TraceSource;
  readonly clock: Clock;
  readonly randomBytes: (count: number) => Uint8Array;
}

export interface Collected {
  /** By id; only traces of which something was found. */
  readonly traces: ReadonlyMap<string, CollectedTrace>;
  readonly calls: number;
  readonly elapsedMs: number;
  /** How long nothing new had come when this was taken; infinite where nothing ever came. */
  readonly quietMs: number;
  readonly shortcomings: Shortcomings;
}

export interface CollectedTrace {
  /** What the application told; of the gate's own segment it knows nothing. */
  readonly told: Observation;
  /** What that segment said; null where there is none. */
  readonly client: ClientWord | null;
  /** Everything that it announces has arrived. */
  readonly complete: boolean;
  /** What has not; null where it is complete. */
  readonly missing: Missing | null;
  /** Complete, and unchanged over the looks that were asked for: fetching it again would bring nothing. */
  readonly settled: boolean;
}

/**
 * The version that a trace names: the application's own word, else the gate's; so that a deployment that was not finished is
 * seen even where the gate annotated what it expected. Null where neither names one.
 */
export function versionNamed(trace: CollectedTrace | undefined): string | null {
  return trace?.told.version ?? trace?.client?.version ?? null;
}

export type SettledProgress = (progress: { readonly settled: number; readonly wanted: number }) => void;
