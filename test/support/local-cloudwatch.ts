import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

interface Datum {
  readonly MetricName: string;
  readonly Unit: string;
  readonly Value: number;
  readonly Timestamp?: number;
  readonly Dimensions?: readonly { readonly Name: string; readonly Value: string }[];
}

export interface PutMetricData {
  readonly Namespace: string;
  readonly MetricData: readonly Datum[];
}

export interface LocalCloudWatch {
  readonly url: string;
  /** What was taken, a call each. */
  readonly taken: readonly PutMetricData[];
  /** Every call, taken or not. */
  readonly calls: () => number;
  readonly stop: () => Promise<void>;
}

/** An answer to be given instead of taking the metrics. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
}

/**
 * PutMetricData over AWS JSON 1.0, which refuses what the API reference says that CloudWatch refuses.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html
 */
export async function startLocalCloudWatch(
  refusal: (call: number) => Refusal | null = () => null,
): Promise<LocalCloudWatch> {
  const taken: PutMetricData[] = [];
  let calls = 0;
  const server = createServer(async (request, response) => {
    calls += 1;
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
    const body = await bodyOf(request);
    const refused = refusal(calls) ?? wrongCall(request) ?? wrongInput(body);
    if (refused !== null) {
      answer(refused.status, { __type: refused.code, message: `${refused.code}, said the local CloudWatch` });
      return;
    }
    taken.push(JSON.parse(body.toString('utf8')));
    answer(200, {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    calls: () => calls,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  return request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
}

function wrongCall({ headers }: IncomingMessage): Refusal | null {
  const signed = headers.authorization?.includes('/monitoring/aws4_request') ?? false;
  if (!signed) return { status: 403, code: 'MissingAuthenticationToken' };
  const known = headers['x-amz-target'] === 'GraniteServiceVersion20100801.PutMetricData';
  return known ? null : { status: 400, code: 'UnknownOperationException' };
}

function wrongInput(body: Buffer): Refusal | null {
  const { Namespace, MetricData } = JSON.parse(body.toString('utf8')) as PutMetricData;
  const right =
    body.length <= 1024 * 1024 &&
    isName(Namespace, 255) &&
    !Namespace.startsWith('AWS/') &&
    MetricData.length <= 1000 &&
    MetricData.every(isDatum);
  return right ? null : { status: 400, code: 'InvalidParameterValue' };
}

function isDatum({ MetricName, Value, Dimensions = [] }: Datum): boolean {
  return (
    isName(MetricName, 255) &&
    typeof Value === 'number' &&
    Math.abs(Value) <= 2 ** 360 &&
    Dimensions.length <= 30 &&
    Dimensions.every((dimension) => isName(dimension.Name, 255) && isText(dimension.Value, 1024))
  );
}

function isName(text: string, longest: number): boolean {
  return isText(text, longest) && !text.startsWith(':');
}

/** ASCII without control characters, and not blank. */
function isText(text: string, longest: number): boolean {
  return /^[ -~]+$/.test(text) && text.trim() !== '' && text.length <= longest;
}
