/** Of https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto */
const RPC_CODES: Readonly<Record<number, number>> = { 400: 3, 404: 5, 405: 12, 413: 8, 415: 3, 500: 13 };

/** A request that is refused as a whole. https://opentelemetry.io/docs/specs/otlp/#failures-1 */
export class OtlpError extends Error {
  override readonly name = 'OtlpError';
  readonly status: number;
  /** Headers that the answer has beside its content type. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }

  get rpcCode(): number {
    return RPC_CODES[this.status] ?? 2;
  }
}
