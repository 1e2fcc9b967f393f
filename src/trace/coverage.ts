/** How many requests got how far. Warm-up is not counted. */
export interface Reached {
  /** Requests that left. */
  readonly sent: number;
  /** …that got an answer, whatever its status. */
  readonly answered: number;
  /** …of which any segment was found. */
  readonly traced: number;
  /** …whose trace was whole: what the comparison is made of, with `otherVersion` already taken out. */
  readonly complete: number;
  /** Traces of another version than the one asked for, set aside. */
  readonly otherVersion: number;
}

/** How far the requests of one side got. */
export interface Coverage extends Reached {
  /** The same of each operation, by name; together they are the whole. */
  readonly operations: readonly OperationCoverage[];
}

export interface OperationCoverage extends Reached {
  /** Null: of the requests that nothing tells the operation of. */
  readonly operation: string | null;
}

/** A request, as far as coverage is concerned. */
export interface CountedRequest {
  readonly operation: string | null;
  readonly answered: boolean;
  readonly trace: 'none' | 'in part' | 'whole' | 'of another version';
}

export const NOTHING_REACHED: Reached = { sent: 0, answered: 0, traced: 0, complete: 0, otherVersion: 0 };

/** Counts requests, as a whole and by operation. */
export function coverageOf(requests: Iterable<CountedRequest>): Coverage {
  const counted = Array.from(
    requests,
    ({ operation, answered, trace }): OperationCoverage => ({
      operation,
      sent: 1,
      answered: Number(answered),
      traced: Number(trace !== 'none'),
      complete: Number(trace === 'whole'),
      otherVersion: Number(trace === 'of another version'),
    }),
  );
  return summed(counted);
}

/** Of several runs of one side. */
export function mergedCoverage(coverages: readonly Coverage[]): Coverage {
  return summed(coverages.flatMap(({ operations }) => operations));
}

/** Requests that left no whole trace of the version asked for. */
export function lostOf({ sent, complete }: Reached): number {
  return sent - complete;
}

function summed(parts: readonly OperationCoverage[]): Coverage {
  const byOperation = new Map<string | null, Reached>();
  let whole = NOTHING_REACHED;
  for (const part of parts) {
    whole = plus(whole, part);
    byOperation.set(part.operation, plus(byOperation.get(part.operation) ?? NOTHING_REACHED, part));
  }
  const operations = Array.from(byOperation, ([operation, reached]) => ({ operation, ...reached }));
  return { ...whole, operations: operations.toSorted(byName) };
}

function plus(a: Reached, b: Reached): Reached {
  return {
    sent: a.sent + b.sent,
    answered: a.answered + b.answered,
    traced: a.traced + b.traced,
    complete: a.complete + b.complete,
    otherVersion: a.otherVersion + b.otherVersion,
  };
}

/** What has no name comes last. */
function byName({ operation: a }: OperationCoverage, { operation: b }: OperationCoverage): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : Number(a > b);
}
