import { type ClientHttp2Stream, constants, type OutgoingHttpHeaders } from 'node:http2';
import type { OutgoingRequest } from '../../drive/transport.js';
import type { PendingRequest } from './pending-request.js';

/** Headers of the connection, which HTTP/2 does not know. https://www.rfc-editor.org/rfc/rfc9113#section-8.2.2 */
const OF_CONNECTION = ['connection', 'keep-alive', 'proxy-connection', 'upgrade', 'host'];

/** Headers as a stream begins with them. */
export function streamHeaders(
  { url, method, body }: OutgoingRequest,
  headers: Readonly<Record<string, string>>,
): OutgoingHttpHeaders {
  return {
    ':method': method,
    ':scheme': 'https',
    ':authority': headers.host ?? url.host,
    ':path': `${url.pathname}${url.search}`,
    ...Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_CONNECTION.includes(name))),
    ...(body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
  };
}

/** Tells `pending` what comes back on the stream that was opened for it, and cancels the stream when its time is up. */
export function listenTo(stream: ClientHttp2Stream, pending: PendingRequest): void {
  const { kept } = pending;
  let status = 0;
  let sizeBytes = 0;
  let failure: Error | null = null;
  pending.abandon = () => stream.close(constants.NGHTTP2_CANCEL);
  stream.on('response', (headers, _flags, rawHeaders: string[]) => {
    status = Number(headers[':status']);
    pending.statusCame();
    for (let i = 0; kept !== null && i + 1 < rawHeaders.length; i += 2) {
      if (!rawHeaders[i]!.startsWith(':')) kept.addHeader(rawHeaders[i]!, rawHeaders[i + 1]!);
    }
  });
  stream.on('data', (chunk: Buffer) => {
    sizeBytes += chunk.length;
    kept?.addBody(chunk);
  });
  stream.on('end', () => {
    // A stream that is broken off may end as well, with a code.
    if (status !== 0 && !stream.destroyed && !stream.rstCode) pending.answered(status, sizeBytes);
  });
  stream.on('error', (error) => {
    failure = error;
  });
  stream.on('close', () => pending.broke(failure ?? brokenOff(stream.rstCode ?? 0)));
}

/** https://www.rfc-editor.org/rfc/rfc9113#section-7 */
const ERROR_CODES = [
  'NO_ERROR',
  'PROTOCOL_ERROR',
  'INTERNAL_ERROR',
  'FLOW_CONTROL_ERROR',
  'SETTINGS_TIMEOUT',
  'STREAM_CLOSED',
  'FRAME_SIZE_ERROR',
  'REFUSED_STREAM',
  'CANCEL',
  'COMPRESSION_ERROR',
  'CONNECT_ERROR',
  'ENHANCE_YOUR_CALM',
  'INADEQUATE_SECURITY',
  'HTTP_1_1_REQUIRED',
];

function brokenOff(code: number): Error {
  return new Error(`the target broke off the stream before its answer was whole (${ERROR_CODES[code] ?? code})`);
}
