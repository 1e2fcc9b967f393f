import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startLocalXRay } from '../../src/local/local-xray.js';
import { madeTrace } from './made-trace.js';
import type { TargetAddress, TargetReport, TargetSettings } from './messages.js';

/* The process of the target that is driven at, and of the local X-Ray that it writes a trace of each request to. */

const SERVICE_MS = 5;
/** PutTraceSegments takes at most so many documents from the daemon. */
const DOCUMENTS_A_CALL = 50;

const settings = JSON.parse(process.argv[2] ?? '') as TargetSettings;
const { ingestionDelayMs, throttleEvery } = settings;
const xray = await startLocalXRay({
  host: '127.0.0.1',
  port: 0,
  apiPort: 0,
  maxBytes: 4_000_000_000,
  faults: { ingestionDelayMs, throttleEvery, throttleCode: 'alternating' },
});

let [lastWrittenMs, traces] = [0, 0];

async function write(traceId: string, endMs: number): Promise<void> {
  const documents = madeTrace(traceId, endMs, settings.segments);
  for (let from = 0; from < documents.length; from += DOCUMENTS_A_CALL) {
    const TraceSegmentDocuments = documents.slice(from, from + DOCUMENTS_A_CALL);
    const body = JSON.stringify({ TraceSegmentDocuments });
    const answer = await fetch(`${xray.apiUrl}/TraceSegments`, { method: 'POST', body });
    if (!answer.ok) throw new Error(await answer.text());
    await answer.arrayBuffer();
  }
  lastWrittenMs = Date.now();
  traces += 1;
}

const server = createServer(async (request, response) => {
  await sleep(SERVICE_MS);
  response.end('{"ok":true}');
  const [, traceId] = /Root=([^;]+)/.exec(String(request.headers['x-amzn-trace-id'])) ?? [];
  if (traceId !== undefined) await write(traceId, Date.now());
});

const startS = Math.floor(Date.now() / 1000).toString(16);
const traceIds = Array.from(
  { length: settings.traces },
  (_, number) => `1-${startS}-${number.toString(16).padStart(24, '0')}`,
);
for (const traceId of traceIds) await write(traceId, Date.now());

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ url: `http://127.0.0.1:${port}/`, api: xray.apiUrl, traceIds } satisfies TargetAddress);
});
process.on('message', () => process.send?.({ lastWrittenMs, traces } satisfies TargetReport));
process.on('disconnect', () => process.exit());
