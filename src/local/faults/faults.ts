/** What goes wrong on request, as it does in AWS X-Ray at times. All of it is off unless set. */
export interface Faults {
  /** Chooses which documents and traces are hit: the same seed, the same ones, in whatever order they come. */
  readonly seed: number;
  /** From when a document comes to when it can be read. */
  readonly ingestionDelayMs: number;
  /** Up to so much longer, for each document its own. */
  readonly ingestionJitterMs: number;
  /** Documents that are accepted and never arrive, 0–1. */
  readonly lostShare: number;
  /** The first BatchGetTraces that returns a trace returns it without half of its documents. */
  readonly partialFirstRead: boolean;
  /** Every so many-th call of an operation that reads traces is refused with 429; 0 for none. */
  readonly throttleEvery: number;
  /** Under which name: AWS X-Ray has answered with both. */
  readonly throttleCode: 'ThrottledException' | 'ThrottlingException' | 'alternating';
  /** After so many calls that read traces the caller's credentials have expired; 0 for never. */
  readonly expireAfterCalls: number;
  /** Traces that are cut to the first half of their documents, with LimitExceeded, 0–1. */
  readonly limitExceededShare: number;
  /** Traces that are cut in any case. */
  readonly limitExceededTraceIds: readonly string[];
  /** Whether BatchGetTraces lists ids that it does not know as unprocessed, or says nothing of them. */
  readonly unknownIds: 'unprocessed' | 'silent';
  /** Traces go to the log group, and a percentage of them is indexed; null where they go to X-Ray. */
  readonly transactionSearch: { readonly indexingPercentage: number } | null;
}

export const NO_FAULTS: Faults = {
  seed: 1,
  ingestionDelayMs: 0,
  ingestionJitterMs: 0,
  lostShare: 0,
  partialFirstRead: false,
  throttleEvery: 0,
  throttleCode: 'ThrottledException',
  expireAfterCalls: 0,
  limitExceededShare: 0,
  limitExceededTraceIds: [],
  unknownIds: 'unprocessed',
  transactionSearch: null,
};
