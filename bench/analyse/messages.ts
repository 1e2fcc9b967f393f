/** What a process that analyses is to do. */
export interface AnalyseJob {
  /** On both sides together. */
  readonly traces: number;
  readonly segments: number;
}

export interface AnalyseDone extends AnalyseJob {
  readonly documentBytes: number;
  /** Milliseconds for all documents, as their texts came, piece by piece. */
  readonly parseMs: number;
  /** The same documents read, put together and reduced to what they tell. */
  readonly observeMs: number;
  /** Both profiles from that. */
  readonly profileMs: number;
  /** Every hypothesis of the report, its edges and its verdict. */
  readonly compareMs: number;
  readonly hypotheses: number;
  /** All that stands in the report, with what `compareMs` is: also where the change went, examples and the graph. */
  readonly reportMs: number;
  /** Highest resident set beyond that before the first trace. */
  readonly memoryBytes: number;
}
