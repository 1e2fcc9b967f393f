import type { IncomingMessage, ServerResponse } from 'node:http';
import { type HttpServer, listen } from '../listening-server.js';
import { pathOf, readBody } from '../request-body.js';
import { decompress } from './content-encoding.js';
import { exportTraces, type SpanDestination } from './export-traces.js';
import { OtlpError } from './otlp-error.js';
import { type Encoding, type ExportRequest, readExportRequest, writeExportResponse, writeStatus } from './wire.js';

/** As the collector's receiver, packed and unpacked alike. */
const MAX_BODY_BYTES = 20 * 1024 * 1024;

const CONTENT_TYPES: Readonly<Record<Encoding, string>> = {
  protobuf: 'application/x-protobuf',
  json: 'application/json',
};

/**
 * OTLP/HTTP for traces: https://opentelemetry.io/docs/specs/otlp/#otlphttp.
 * Rejects with the system's error when the port cannot be had; port 0 takes a free one.
 */
export function startOtlpServer(address: string, port: number, destination: SpanDestination): Promise<HttpServer> {
  return listen(address, port, (request, response) => {
    readBody(request, MAX_BODY_BYTES, (body) => void answer(request, response, body, destination));
  });
}

/** The answer is written as the request was. */
async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer | null,
  destination: SpanDestination,
): Promise<void> {
  const encoding = encodingOf(request);
  const headers = { 'content-type': CONTENT_TYPES[encoding ?? 'json'] };
  try {
    const read = await readRequest(request, encoding, body);
    const written = writeExportResponse(exportTraces(read, destination), encoding ?? 'json');
    response.writeHead(200, headers).end(written);
  } catch (error) {
    const { status, rpcCode, message, headers: more } = asOtlpError(error);
    const written = writeStatus({ code: rpcCode, message }, encoding ?? 'json');
    const thenClose = body === null ? { connection: 'close' } : {};
    response.writeHead(status, { ...headers, ...more, ...thenClose }).end(written);
  }
}

async function readRequest(
  request: IncomingMessage,
  encoding: Encoding | null,
  body: Buffer | null,
): Promise<ExportRequest> {
  refuseOtherPaths(request);
  if (encoding === null) {
    const given = request.headers['content-type'] ?? 'none';
    throw new OtlpError(415, `Content-Type must be application/x-protobuf or application/json; got ${given}.`);
  }
  if (body === null) throw new OtlpError(413, `The request body has more than ${MAX_BODY_BYTES} bytes.`);
  const unpacked = await decompress(body, request.headers['content-encoding'], MAX_BODY_BYTES);
  try {
    return readExportRequest(unpacked, encoding);
  } catch (error) {
    throw new OtlpError(400, `The request body is no ExportTraceServiceRequest: ${(error as Error).message}`);
  }
}

function refuseOtherPaths(request: IncomingMessage): void {
  const { method } = request;
  const path = pathOf(request);
  if (path !== '/v1/traces') {
    throw new OtlpError(
      404,
      `The local X-Ray takes traces alone, at /v1/traces; got ${path}. Set OTEL_METRICS_EXPORTER and OTEL_LOGS_EXPORTER to none.`,
    );
  }
  if (method !== 'POST') throw new OtlpError(405, `/v1/traces takes POST; got ${method}.`, { allow: 'POST' });
}

function encodingOf({ headers }: IncomingMessage): Encoding | null {
  switch (headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()) {
    case 'application/x-protobuf':
      return 'protobuf';
    case 'application/json':
      return 'json';
    default:
      return null;
  }
}

/** A defect is told to the client, and does not end the server. */
function asOtlpError(error: unknown): OtlpError {
  return error instanceof OtlpError
    ? error
    : new OtlpError(500, error instanceof Error ? error.message : String(error));
}
