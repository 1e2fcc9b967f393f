/** What the driver asks of the network: one request over kept-alive connections. */
export interface Transport {
  /** Never rejects: a failure is an outcome. `departedMs` and `endedMs` are epoch milliseconds with fractions. */
  readonly send: (request: OutgoingRequest) => Promise<Outcome>;
  /** Closes every connection. */
  readonly close: () => Promise<void>;
}

export interface OutgoingRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly timeoutMs: number;
}

export type Outcome = { readonly departedMs: number; readonly endedMs: number } & (
  | { readonly kind: 'answered'; readonly status: number; readonly sizeBytes: number }
  /** No whole answer in time: a fault of the target, and the slowest request there is. */
  | { readonly kind: 'timed out' }
  /** The target refused the connection, or broke it. A fault of the target. */
  | { readonly kind: 'failed'; readonly error: string }
  /** The runner could not send it (no sockets, name not resolved): says nothing about the target. */
  | { readonly kind: 'not sent'; readonly error: string }
);
