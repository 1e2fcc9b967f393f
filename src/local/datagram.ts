/** Why a datagram holds no segment document. */
export type DatagramFault = 'MissingHeader' | 'InvalidHeader' | 'OtlpBody';

export type ReadDatagram =
  | { readonly kind: 'document'; readonly document: string }
  | { readonly kind: 'rejected'; readonly fault: DatagramFault };

/**
 * Splits a datagram as the X-Ray daemon does: a line `{"format":"json","version":1}`, then one document, which is
 * returned unread. The format's case does not matter.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-api-sendingdata.html#xray-api-daemon
 */
export function readDatagram(datagram: string): ReadDatagram {
  const newline = datagram.indexOf('\n');
  if (newline < 0) return { kind: 'rejected', fault: 'MissingHeader' };
  if (!isHeader(datagram.slice(0, newline))) return { kind: 'rejected', fault: 'InvalidHeader' };
  const document = datagram.slice(newline + 1);
  // OpenTelemetry's UDP exporters use the same header, then T1S or T1U (sampled or not) and base64 of OTLP protobuf.
  if (/^T1[SU]/.test(document)) return { kind: 'rejected', fault: 'OtlpBody' };
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
