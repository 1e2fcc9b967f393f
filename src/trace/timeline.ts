/** Milliseconds from the root segment's start: below 0 where a host's clock is behind, and drawn so. */
export interface TimelineStretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A segment or subsegment, or several equal ones that followed each other. */
export interface TimelineRow {
  /** 0 for what nobody in the trace called. */
  readonly depth: number;
  /** `call`: as its caller saw it; `part`: local work with a name. */
  readonly kind: 'segment' | 'call' | 'part';
  /** The service graph's node that did it; of a call, the one that was called. */
  readonly node: string;
  /** `POST /orders`, `GetItem`, a part's name; empty for a call whose callee tells it. */
  readonly name: string;
  /** How many it stands for. */
  readonly count: number;
  /** Of all of them together. */
  readonly durationMs: number;
  /** When each ran, the first {@link MOST_STRETCHES}; what has no end runs to its root's. */
  readonly ran: readonly TimelineStretch[];
  /** When the response waited for it itself, none of its parts; as many. */
  readonly onPath: readonly TimelineStretch[];
  readonly inProgress: boolean;
  readonly fault: boolean;
  readonly error: boolean;
  readonly throttle: boolean;
  /** HTTP status; null where none is recorded. */
  readonly status: number | null;
}

/** One trace, ready to be drawn. */
export interface Timeline {
  readonly traceId: string;
  /** Of the root segment; null while it is in progress. */
  readonly durationMs: number | null;
  /** Callers before what they called, siblings as they began; at most {@link MOST_ROWS}. */
  readonly rows: readonly TimelineRow[];
  /** Segments and subsegments that no row stands for. */
  readonly leftOut: number;
}

/** A drawing that is longer than this is not read. */
export const MOST_ROWS = 60;
export const MOST_STRETCHES = 100;
