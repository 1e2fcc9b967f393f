/** What the driver asks of the network: one request over kept-alive connections. */
export interface Transport {
  /** Never rejects: a failure is an outcome. */
  readonly send: (request: OutgoingRequest) => Promise<Outcome>;
  /** Closes every connection. */
  readonly close: () => Promise<void>;
}

export interface OutgoingRequest {
  readonly url: URL;
  readonly method: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly timeoutMs: number;
  /** Whether headers and body of the answer are kept: for flows that go on with what it says. */
  readonly keepsAnswer: boolean;
}

/** Epoch milliseconds with fractions. */
interface Times {
  readonly departedMs: number;
  /** When a new connection, TLS included, stood; null where one was kept alive, or none came about. */
  readonly connectedMs: number | null;
  readonly endedMs: number;
}

export type Outcome = Times &
  (
    | {
        readonly kind: 'answered';
        readonly status: number;
        /** When the status line had come. */
        readonly firstByteMs: number;
        /** Of the body, as it was sent. */
        readonly sizeBytes: number;
        /** null unless asked for. */
        readonly answer: Answer | null;
      }
    /** No whole answer in time: a fault of the target, and the slowest request there is. */
    | { readonly kind: 'timed out' }
    /** The target refused the connection, or broke it. A fault of the target. */
    | { readonly kind: 'failed'; readonly error: string }
    /** The runner could not send it (no sockets, name not resolved): says nothing about the target. */
    | { readonly kind: 'not sent'; readonly error: string }
  );

export interface Answer {
  /** Names in lower case; of a header that came several times all values, in order. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  /** UTF-8 text; cut off after {@link ANSWER_LIMIT} bytes. */
  readonly body: string;
}

export const ANSWER_LIMIT = 1024 * 1024;
