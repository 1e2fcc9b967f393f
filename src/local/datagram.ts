/** Why a datagram holds nothing to store. `UnsampledSpans` are sent only to be counted. */
export type DatagramFault = 'MissingHeader' | 'InvalidHeader' | 'UnsampledSpans';

export type ReadDatagram =
  | { readonly kind: 'document'; readonly document: string }
  /** Base64 of an OTLP export request in protobuf. */
  | { readonly kind: 'spans'; readonly base64: string }
  | { readonly kind: 'rejected'; readonly fault: DatagramFault };

/** Before the spans of OpenTelemetry's UDP exporters, as in AWS Lambda: those that are sampled, and those that are not. */
const SAMPLED_SPANS = 'T1S';
const UNSAMPLED_SPANS = 'T1U';

/**
 * Splits a datagram as the X-Ray daemon does: a line `{"format":"json","version":1}`, then one document, which is
 * returned unread. The format's case does not matter.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-api-sendingdata.html#xray-api-daemon
 *
 * Spans come under the same header:
 * https://github.com/aws-observability/aws-otel-js-instrumentation/tree/main/exporters/aws-distro-opentelemetry-exporter-xray-udp
 */
export function readDatagram(datagram: string): ReadDatagram {
  const newline = datagram.indexOf('\n');
  if (newline < 0) return { kind: 'rejected', fault: 'MissingHeader' };
  if (!isHeader(datagram.slice(0, newline))) return { kind: 'rejected', fault: 'InvalidHeader' };
  const document = datagram.slice(newline + 1);
  if (document.startsWith(UNSAMPLED_SPANS)) return { kind: 'rejected', fault: 'UnsampledSpans' };
  if (document.startsWith(SAMPLED_SPANS)) return { kind: 'spans', base64: document.slice(SAMPLED_SPANS.length) };
  return { kind: 'document', document };
}

function isHeader(line: string): boolean {
  try {
    const header: unknown = JSON.parse(line);
    if (typeof header !== 'object' || header === null) return false;
    const { format, version } = header as { format?: unknown; version?: unknown };
    return typeof format === 'string' && format.toLowerCase() === 'json' && version === 1;
  } catch {
    return false;
  }
}
