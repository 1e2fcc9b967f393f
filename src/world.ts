import type { EarlierVersions } from './baseline/choose-baseline.js';
import type { Source } from './collect/source.js';
import type { TraceSource } from './collect/trace-source.js';
import type { Clock } from './drive/clock.js';
import type { OutgoingRequest, Transport } from './drive/transport.js';
import type { GroupSource } from './run/group-source.js';
import type { SegmentStore } from './run/segment-store.js';
import type { Authorization } from './scenario/workload.js';

/** X-Ray of a region and an account. */
export interface XRay {
  readonly traces: TraceSource;
  readonly segments: SegmentStore;
  readonly groups: GroupSource;
}

/** Everything that a run asks of the outside. */
export interface World extends XRay {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Adds what only the moment of sending can give: a token, a signature. Rejects with a GateError. */
  readonly authorize: (authorization: Authorization, request: OutgoingRequest) => Promise<OutgoingRequest>;
  readonly environment: Environment;
  /** X-Ray in another region or account, for `runId`, which names the session in which its role is taken on. */
  readonly xrayOf: (source: Source, runId: string) => XRay;
  readonly history: DeploymentHistory;
  readonly files: Files;
  readonly progress: Progress;
  /** Where links to traces lead; null where the traces are not in AWS. */
  readonly awsRegion: string | null;
  /** Whether AWS records the traces and gives them back, which it charges for. */
  readonly tracesCostMoney: boolean;
  readonly gateVersion: string;
}

export interface DeploymentHistory {
  /** `environment` is null where the inputs name none. */
  readonly earlierVersions: (environment: string | null, candidateVersion: string) => Promise<EarlierVersions>;
}

/** Variables of the process. */
export interface Environment {
  readonly variable: (name: string) => string | undefined;
  /** From now on the log shows stars for it. */
  readonly mask: (secret: string) => void;
}

export interface Files {
  /** UTF-8 text; null where there is no such file. Throws GateError where it cannot be read. */
  readonly readText: (path: string) => Promise<string | null>;
  /** Parsed JSON. Throws GateError where the file is missing or no JSON. */
  readonly readJson: (path: string) => Promise<unknown>;
  /** Makes the folders that are missing. */
  readonly write: (path: string, text: string) => Promise<void>;
  /**
   * As `write`, line by line, for what may be too long to be held as a whole. A file that is there stays until the new
   * one is complete.
   */
  readonly writeLines: (path: string, lines: Iterable<string>) => Promise<void>;
}

/** Told often; tells people when it likes. */
export interface Progress {
  readonly step: (sentence: string) => void;
  readonly sent: (progress: { readonly sent: number; readonly planned: number }) => void;
  readonly settled: (progress: { readonly settled: number; readonly wanted: number }) => void;
}
