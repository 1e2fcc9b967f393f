/** The ids that a request carries, so that its trace can be fetched by id afterwards. */
export interface TraceContext {
  /** `1-<8 hex: epoch seconds>-<24 hex: random>` */
  readonly traceId: string;
  /** 16 hex digits, never all zero: OpenTelemetry's propagators drop a header without a Parent. */
  readonly parentId: string;
}

/** Mints ids; `randomBytes(n)` gives n random bytes. */
export function mintTraceContext(nowMs: number, randomBytes: (count: number) => Uint8Array): TraceContext {
  const epoch = Math.floor(nowMs / 1000)
    .toString(16)
    .padStart(8, '0');
  const random = hex(randomBytes(20));
  const parentId = random.slice(24);
  return { traceId: `1-${epoch}-${random.slice(0, 24)}`, parentId: parentId === NO_ID ? '0000000000000001' : parentId };
}

const NO_ID = '0'.repeat(16);

function hex({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('hex');
}

/**
 * The same ids and the decision to sample, for services that know X-Ray's header and for those that know W3C's.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader
 * https://www.w3.org/TR/trace-context/#traceparent-header
 */
export function traceHeaders({ traceId, parentId }: TraceContext): Readonly<Record<string, string>> {
  return {
    'x-amzn-trace-id': `Root=${traceId};Parent=${parentId};Sampled=1`,
    traceparent: `00-${traceId.slice(2, 10)}${traceId.slice(11)}-${parentId}-01`,
  };
}
