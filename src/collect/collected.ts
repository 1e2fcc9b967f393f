import type { Clock } from '../drive/clock.js';
import type { Observation } from '../trace/observation.js';
import type { LooksNeeded } from './awaited-trace.js';
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
}

export interface CollectedTrace {
  readonly told: Observation;
  /** Everything that it announces has arrived. */
  readonly complete: boolean;
  /** Complete, and unchanged over the looks that were asked for: fetching it again would bring nothing. */
  readonly settled: boolean;
}

export type SettledProgress = (progress: { readonly settled: number; readonly wanted: number }) => void;
