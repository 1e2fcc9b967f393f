import type { EarlierVersions } from './baseline/choose-baseline.js';
import type { TraceSource } from './collect/trace-source.js';
import type { Clock } from './drive/clock.js';
import type { Transport } from './drive/transport.js';

/** Everything that a run asks of the outside. */
export interface World {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly traces: TraceSource;
  readonly history: DeploymentHistory;
  readonly files: Files;
  readonly progress: Progress;
  /** Where links to traces lead; null where the traces are not in AWS. */
  readonly awsRegion: string | null;
  readonly gateVersion: string;
}

export interface DeploymentHistory {
  /** `environment` is null where the inputs name none. */
  readonly earlierVersions: (environment: string | null, candidateVersion: string) => Promise<EarlierVersions>;
}

export interface Files {
  /** Parsed JSON. Throws GateError where the file is missing or no JSON. */
  readonly readJson: (path: string) => Promise<unknown>;
  /** Makes the folders that are missing. */
  readonly write: (path: string, text: string) => Promise<void>;
}

/** Told often; tells people when it likes. */
export interface Progress {
  readonly step: (sentence: string) => void;
  readonly sent: (progress: { readonly sent: number; readonly planned: number }) => void;
  readonly settled: (progress: { readonly settled: number; readonly wanted: number }) => void;
}
