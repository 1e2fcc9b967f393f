import { fileURLToPath } from 'node:url';
import { BatchGetTracesCommand, GetServiceGraphCommand, type Service } from '@aws-sdk/client-xray';
import { expect, onTestFinished, test } from 'vitest';
import { type Instrumentation, type Shop, startShop } from '../../../demo/shop-processes.js';
import type { LocalXRay } from '../../../src/local/local-xray.js';
import { operationOf } from '../../../src/trace/operation.js';
import { readDocument } from '../../../src/trace/segment-document.js';
import { assembleTrace } from '../../../src/trace/trace.js';
import { versionOf } from '../../../src/trace/version.js';
import { traceId } from '../documents.js';
import { clientOf, localXRay } from '../harness.js';
import { PARENT_ID } from './spans.js';

/**
 * The demo's shop, on real sockets, under the same requests: instrumented with the X-Ray SDK, and with OpenTelemetry's
 * SDK for Node. What the API reads back of both must be the same.
 */

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The bad build: it reads the stock once per line, checks for fraud, and three of fifty orders fault. */
const BUILD = 'v2-bad';
const ORDERS = 25;
const LOOKUPS = 6;
const MISSES = 4;
const FAULTS = 2; // The first order is 2001; those that end in 07 and 24 win a voucher that there is not.

interface Reply {
  readonly traceId: string;
  readonly status: number;
}

async function visit(url: string): Promise<Reply[]> {
  const epochSeconds = Math.floor(Date.now() / 1000);
  let number = 0;
  const send = async (path: string, body?: string): Promise<Reply> => {
    number += 1;
    const id = traceId(number, epochSeconds);
    const headers = {
      'content-type': 'application/json',
      'x-amzn-trace-id': `Root=${id};Parent=${PARENT_ID};Sampled=1`,
      traceparent: `00-${id.replace(/^1-|-/g, '')}-${PARENT_ID}-01`,
    };
    const reply = await fetch(url + path, { headers, ...(body === undefined ? {} : { method: 'POST', body }) });
    await reply.arrayBuffer();
    return { traceId: id, status: reply.status };
  };
  const replies = await Promise.all([
    ...Array.from({ length: ORDERS }, () => send('/orders', '{"customer":"ada","basket":1042}')),
    ...Array.from({ length: LOOKUPS }, () => send('/orders/1042')),
    ...Array.from({ length: MISSES }, () => send('/orders/9')),
  ]);
  expect(Map.groupBy(replies, ({ status }) => status).get(500)).toHaveLength(FAULTS);
  return replies;
}

/** A shop of which nothing is left when the test ends. */
function shop(xray: LocalXRay, instrumentation?: Instrumentation): Shop {
  const started = startShop({
    root: ROOT,
    daemonAddress: xray.daemonAddress,
    builds: [BUILD],
    onLoss: (error) => console.error(error),
    ...(instrumentation === undefined ? {} : { instrumentation }),
  });
  onTestFinished(() => started.stop());
  return started;
}

/** The service graph with names for numbers, and without times. */
async function graphOf(xray: LocalXRay) {
  const now = Date.now();
  const window = { StartTime: new Date(now - 120_000), EndTime: new Date(now + 60_000) };
  const { Services = [] } = await clientOf(xray).send(new GetServiceGraphCommand(window));
  const names = new Map(Services.map((service) => [service.ReferenceId, nameOf(service)]));
  return Object.fromEntries(
    Services.map((service) => [
      nameOf(service),
      {
        root: service.Root === true,
        state: service.State,
        answers: answersOf(service),
        edges: Object.fromEntries((service.Edges ?? []).map((edge) => [names.get(edge.ReferenceId), answersOf(edge)])),
      },
    ]),
  );
}

const nameOf = ({ Name, Type }: Service) => `${Name} ${Type ?? 'service'}`;

function answersOf({ SummaryStatistics }: Pick<Service, 'SummaryStatistics'>) {
  if (SummaryStatistics === undefined) return null;
  const { OkCount, ErrorStatistics, FaultStatistics, TotalCount } = SummaryStatistics;
  return { ok: OkCount, errors: ErrorStatistics?.TotalCount, faults: FaultStatistics?.TotalCount, total: TotalCount };
}

/** How often each service did what, how often with status 5xx, and which version it was. */
async function operationsOf(xray: LocalXRay, replies: readonly Reply[]) {
  const operations = new Map<string, { count: number; faults: number }>();
  const versions = new Set<string | null>();
  for (let at = 0; at < replies.length; at += 5) {
    const TraceIds = replies.slice(at, at + 5).map((reply) => reply.traceId);
    const { Traces = [] } = await clientOf(xray).send(new BatchGetTracesCommand({ TraceIds }));
    for (const { Id = '', Segments = [] } of Traces) {
      const documents = Segments.map(({ Document = '' }) => readDocument(Document));
      const read = assembleTrace(Id, documents);
      versions.add(versionOf(read, 'version'));
      for (const segment of read.segments.filter(({ inferred }) => !inferred)) {
        const name = `${segment.name}: ${operationOf(segment)}`;
        const { count, faults } = operations.get(name) ?? { count: 0, faults: 0 };
        const isFault = (segment.http?.status ?? 0) >= 500;
        operations.set(name, { count: count + 1, faults: faults + (isFault ? 1 : 0) });
      }
    }
  }
  return { operations: Object.fromEntries(operations), versions: [...versions] };
}

type Graph = Awaited<ReturnType<typeof graphOf>>;

/**
 * The X-Ray SDK's Express middleware writes a fault onto the segment of every request whose handler throws, whatever
 * its status; the api throws where an order is missing, and answers 404. OpenTelemetry has that as an error, for the
 * status decides. The caller's view is the status with both. This moves those answers of the api to where they are
 * with OpenTelemetry, and nothing else.
 */
function byStatus(graph: Graph): Graph {
  const moved = (answers: ReturnType<typeof answersOf>) =>
    answers && { ...answers, errors: (answers.errors ?? 0) + MISSES, faults: (answers.faults ?? 0) - MISSES };
  const api = graph['api service']!;
  const client = graph['api client']!;
  return {
    ...graph,
    'api service': { ...api, answers: moved(api.answers) },
    'api client': { ...client, edges: { 'api service': moved(client.edges['api service'] ?? null) } },
  };
}

async function observe(instrumentation: (xray: LocalXRay) => Instrumentation | undefined) {
  const xray = await localXRay({ otlpPort: 0 });
  const [deployment] = await shop(xray, instrumentation(xray)).started;
  const replies = await visit(deployment!.url);
  return { xray, replies };
}

const openTelemetry = (encoding: 'protobuf' | 'json') => (xray: LocalXRay) => ({
  nodeArguments: ['--import', new URL('otel-shop/start.js', import.meta.url).href],
  environment: {
    OTEL_EXPORTER_OTLP_ENDPOINT: xray.otlpUrl!,
    OTEL_EXPORTER_OTLP_COMPRESSION: encoding === 'json' ? 'gzip' : 'none',
    OTLP_ENCODING: encoding,
  },
});

test('the shop has the same graph, operations and faults with OpenTelemetry as with the X-Ray SDK', async () => {
  const own = await observe(() => undefined);
  const requests = ORDERS + LOOKUPS + MISSES;
  // An order goes through five services, the other requests through two; each sends one segment.
  const segments = 5 * ORDERS + 2 * (LOOKUPS + MISSES);
  await expect.poll(() => own.xray.counts().documents, { timeout: 20_000 }).toBe(segments);
  const expected = byStatus(await graphOf(own.xray));
  const expectedOperations = await operationsOf(own.xray, own.replies);
  expect(expected['api service']?.answers).toEqual({
    ok: requests - FAULTS - MISSES,
    errors: MISSES,
    faults: FAULTS,
    total: requests,
  });
  expect(Object.keys(expected)).toHaveLength(9);
  expect(expectedOperations).toMatchObject({
    operations: { 'api: POST /orders': { count: ORDERS, faults: FAULTS }, 'api: GET /orders/{id}': { faults: 0 } },
    versions: [BUILD],
  });

  for (const encoding of ['protobuf', 'json'] as const) {
    const { xray, replies } = await observe(openTelemetry(encoding));
    await expect.poll(() => graphOf(xray), { timeout: 20_000 }).toEqual(expected);
    expect(await operationsOf(xray, replies)).toEqual(expectedOperations);
    expect(xray.counts()).toMatchObject({ datagrams: 0, rejected: 0, traces: requests });
  }
});
