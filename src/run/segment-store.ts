/** Takes segments into X-Ray: AWS X-Ray, or the local X-Ray. Owned by who puts the gate's own segments. */
export interface SegmentStore {
  /** Puts nothing. Throws GateError, with the remedy, where segments may not be put. */
  readonly assertOpen: () => Promise<void>;
  /** Segment documents, JSON text each, by the segment's id. Throws GateError where putting them again cannot help. */
  readonly put: (documents: ReadonlyMap<string, string>) => Promise<PutSegments>;
}

export type PutSegments =
  /** Why X-Ray did not take some of them, in words, by the segment's id. */
  | { readonly kind: 'put'; readonly refused: ReadonlyMap<string, string> }
  /** Throttled or broken for now; none was taken. */
  | { readonly kind: 'busy'; readonly reason: string };
