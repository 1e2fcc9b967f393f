import {
  CancelTraceRetrievalCommand,
  ListRetrievedTracesCommand,
  type ListRetrievedTracesCommandOutput,
  StartTraceRetrievalCommand,
  type XRayClient,
} from '@aws-sdk/client-xray';
import type { Fetched, FetchedTrace } from '../collect/trace-source.js';
import type { Clock } from '../drive/clock.js';
import { canonicalTraceId } from '../trace/segment-document.js';
import { busyReason } from './xray-refusal.js';

/** StartTraceRetrieval takes at most this many ids. */
export const RETRIEVAL = 100;

/** Between two questions whether a retrieval has come to its end: a little longer each time. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5000;
/** A retrieval that takes longer is called off, and its traces are asked for again. */
const TOO_LONG_MS = 90_000;

/** Hosts write times by their own clocks. */
const SLACK_MS = 60_000;
/** X-Ray keeps traces so long. */
const KEPT_MS = 30 * 24 * 3_600_000;

/**
 * The documents of at most {@link RETRIEVAL} traces from the log group `aws/spans`, where Transaction Search puts them: as
 * segments or as spans, whichever X-Ray has. A trace may go on from page to page. Throws GateError.
 * https://docs.aws.amazon.com/xray/latest/api/API_StartTraceRetrieval.html
 */
export async function retrieveTraces(client: XRayClient, traceIds: readonly string[], clock: Clock): Promise<Fetched> {
  let token: string | undefined;
  try {
    const started = await client.send(
      new StartTraceRetrievalCommand({ TraceIds: [...traceIds], ...windowOf(traceIds, clock.nowMs()) }),
    );
    token = started.RetrievalToken;
  } catch (error) {
    return { kind: 'busy', reason: busyReason(error, 'xray:StartTraceRetrieval') };
  }
  if (token === undefined) return { kind: 'busy', reason: 'the retrieval has no token' };
  const first = await completed(client, token, clock);
  if (typeof first === 'string') return { kind: 'busy', reason: first };
  return allPages(client, token, first, clock);
}

/** The first page of a retrieval once it has come to its end; or, in words, why it will not. */
async function completed(
  client: XRayClient,
  token: string,
  clock: Clock,
): Promise<ListRetrievedTracesCommandOutput | string> {
  const deadlineMs = clock.nowMs() + TOO_LONG_MS;
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(LONGEST_WAIT_MS, 1.5 * waitMs)) {
    const page = await listed(client, token, undefined);
    const status = typeof page === 'string' ? 'BUSY' : page.RetrievalStatus;
    if (typeof page !== 'string' && status === 'COMPLETE') return page;
    if (status === 'FAILED' || status === 'TIMEOUT' || status === 'CANCELLED') {
      return `the retrieval of traces ended as ${status}`;
    }
    if (clock.nowMs() + waitMs > deadlineMs) {
      // Best effort: what is not called off times out by itself.
      await client.send(new CancelTraceRetrievalCommand({ RetrievalToken: token })).catch(() => {});
      return typeof page === 'string' ? page : `a retrieval of traces is still ${status} after ${TOO_LONG_MS / 1000} s`;
    }
    await clock.until(clock.nowMs() + waitMs);
  }
}

/** A page; or, in words, why there is none now. */
async function listed(
  client: XRayClient,
  token: string,
  next: string | undefined,
): Promise<ListRetrievedTracesCommandOutput | string> {
  try {
    return await client.send(
      new ListRetrievedTracesCommand({ RetrievalToken: token, TraceFormat: 'XRAY', NextToken: next }),
    );
  } catch (error) {
    return busyReason(error, 'xray:ListRetrievedTraces');
  }
}

/** A page that X-Ray is too busy for is asked for again so often. */
const PAGE_ATTEMPTS = 6;

async function allPages(
  client: XRayClient,
  token: string,
  first: ListRetrievedTracesCommandOutput,
  clock: Clock,
): Promise<Fetched> {
  const documents = new Map<string, Map<string, string>>();
  for (let page = first, attempt = 0; ; ) {
    for (const { Id = '', Spans = [] } of page.Traces ?? []) {
      const traceId = canonicalTraceId(Id) ?? Id;
      const held = documents.get(traceId) ?? new Map<string, string>();
      for (const { Id: spanId = `${held.size}`, Document } of Spans) if (Document) held.set(spanId, Document);
      documents.set(traceId, held);
    }
    if (!page.NextToken) return { kind: 'traces', traces: [...documents].map(tracesOf) };
    for (;;) {
      const next = await listed(client, token, page.NextToken);
      if (typeof next !== 'string') {
        page = next;
        break;
      }
      attempt += 1;
      if (attempt >= PAGE_ATTEMPTS) return { kind: 'busy', reason: next };
      await clock.until(clock.nowMs() + FIRST_WAIT_MS * attempt);
    }
  }
}

function tracesOf([traceId, documents]: [string, ReadonlyMap<string, string>]): FetchedTrace {
  return { traceId, documents: [...documents.values()], limitExceeded: false };
}

/** From when the oldest of the ids was minted until now; an id of chance alone tells no time. */
function windowOf(traceIds: readonly string[], nowMs: number): { StartTime: Date; EndTime: Date } {
  const earliestMs = nowMs - KEPT_MS;
  const minted = traceIds.map((id) => Number.parseInt(id.slice(2, 10), 16) * 1000);
  const told = minted.every((ms) => ms >= earliestMs && ms <= nowMs + SLACK_MS);
  const startMs = told ? Math.min(...minted) - SLACK_MS : earliestMs;
  return { StartTime: new Date(startMs), EndTime: new Date(nowMs) };
}
