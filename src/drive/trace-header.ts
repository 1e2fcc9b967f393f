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
  const parent = hex(randomBytes(8));
  return {
    traceId: `1-${epoch}-${hex(randomBytes(12))}`,
    parentId: /^0+$/.test(parent) ? '0000000000000001' : parent,
  };
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The same ids and the decision to sample, for services that know X-Ray's header and for those that know W3C's.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader
 * https://www.w3.org/TR/trace-context/#traceparent-header
 */
export function traceHeaders({ traceId, parentId }: TraceContext): Readonly<Record<string, string>> {
  const [, epoch, random] = traceId.split('-');
  return {
    'x-amzn-trace-id': `Root=${traceId};Parent=${parentId};Sampled=1`,
    traceparent: `00-${epoch}${random}-${parentId}-01`,
  };
}
