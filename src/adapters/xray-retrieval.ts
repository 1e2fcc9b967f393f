import {
  CancelTraceRetrievalCommand,
  ListRetrievedTracesCommand,
  type ListRetrievedTracesCommandOutput,
  StartTraceRetrievalCommand,
  type XRayClient,
} from '@aws-sdk/client-xray';
import type { FetchCall, Fetched } from '../collect/trace-source.js';
import type { Clock } from '../drive/clock.js';
import { canonicalTraceId } from '../trace/segment-document.js';
import { ownCall, paused } from './fetch-call.js';
import { busyReason } from './xray-refusal.js';

/** StartTraceRetrieval takes at most this many ids. */
export const RETRIEVAL = 100;

/** Between two questions whether a retrieval has come to its end, or for the same page: a little longer each time. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5000;
const LONGER = 1.5;
/** A retrieval that takes longer is called off, and its traces are asked for again. */
const TOO_LONG_MS = 90_000;
/** Its pages may take longer: a page has at most 100 spans. */
const PAGES_TOO_LONG_MS = 300_000;
const MOST_PAGES = 5000;

/** Hosts write times by their own clocks. */
const SLACK_MS = 60_000;
/** X-Ray keeps traces so long. */
const KEPT_MS = 30 * 24 * 3_600_000;

type Page = ListRetrievedTracesCommandOutput;

/** A retrieval that has begun, and how to ask for it. */
interface Retrieval {
  readonly client: XRayClient;
  readonly token: string;
  readonly clock: Clock;
  readonly call: FetchCall;
}

/**
 * The documents of at most {@link RETRIEVAL} traces from the log group `aws/spans`, where Transaction Search puts them: as
 * segments or as spans, whichever X-Ray has. A trace may go on from page to page. Throws GateError.
 * https://docs.aws.amazon.com/xray/latest/api/API_StartTraceRetrieval.html
 */
export async function retrieveTraces(
  client: XRayClient,
  traceIds: readonly string[],
  clock: Clock,
  call: FetchCall = ownCall(),
): Promise<Fetched> {
  let token: string | undefined;
  try {
    const started = await client.send(
      new StartTraceRetrievalCommand({ TraceIds: [...traceIds], ...windowOf(traceIds, clock.nowMs()) }),
      { abortSignal: call.calledOff },
    );
    token = started.RetrievalToken;
  } catch (error) {
    return { kind: 'busy', reason: busyReason(error, 'xray:StartTraceRetrieval') };
  }
  if (token === undefined) return { kind: 'busy', reason: 'the retrieval has no token' };
  const retrieval = { client, token, clock, call };
  const first = await completed(retrieval);
  return typeof first === 'string' ? { kind: 'busy', reason: first } : allPages(retrieval, first);
}

/** The first page of a retrieval once it has come to its end; or, in words, why it will not. */
async function completed(retrieval: Retrieval): Promise<Page | string> {
  const { client, token, clock, call } = retrieval;
  const startMs = clock.nowMs();
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = longer(waitMs)) {
    const page = await listed(retrieval, undefined);
    const status = typeof page === 'string' ? 'BUSY' : page.RetrievalStatus;
    if (typeof page !== 'string' && status === 'COMPLETE') return page;
    if (status === 'FAILED' || status === 'TIMEOUT' || status === 'CANCELLED') {
      return `the retrieval of traces ended as ${status}`;
    }
    const elapsedMs = clock.nowMs() - startMs;
    const reason = typeof page === 'string' ? page : `a retrieval of traces is still ${status}`;
    if (typeof page !== 'string') call.waitsFor(reason);
    if (elapsedMs + waitMs > TOO_LONG_MS || !(await paused(waitMs, clock, call))) {
      // Best effort: what is not called off times out by itself.
      await client.send(new CancelTraceRetrievalCommand({ RetrievalToken: token })).catch(() => {});
      return typeof page === 'string' ? page : `${reason} after ${Math.round(elapsedMs / 1000)} s`;
    }
  }
}

const longer = (waitMs: number) => Math.min(LONGEST_WAIT_MS, LONGER * waitMs);

/** A page; or, in words, why there is none now. */
async function listed({ client, token, call }: Retrieval, next: string | undefined): Promise<Page | string> {
  try {
    return await client.send(
      new ListRetrievedTracesCommand({ RetrievalToken: token, TraceFormat: 'XRAY', NextToken: next }),
      { abortSignal: call.calledOff },
    );
  } catch (error) {
    return busyReason(error, 'xray:ListRetrievedTraces');
  }
}

/**
 * What all pages have. Of a segment there may be two documents, one of them from before its end: which of them counts is
 * for who puts the trace together.
 */
async function allPages(retrieval: Retrieval, first: Page): Promise<Fetched> {
  const { clock, call } = retrieval;
  const deadlineMs = clock.nowMs() + PAGES_TOO_LONG_MS;
  const documents = new Map<string, Set<string>>();
  const followed = new Set<string>();
  for (let page: Page | string = first; ; ) {
    if (typeof page === 'string') return { kind: 'busy', reason: page };
    keep(page, documents);
    const { NextToken } = page;
    if (!NextToken) return { kind: 'traces', traces: [...documents].map(traceOf) };
    const pages = followed.size + 1;
    if (followed.has(NextToken) || pages >= MOST_PAGES || clock.nowMs() >= deadlineMs) {
      return { kind: 'busy', reason: `a retrieval of traces has not come to an end after ${pages} pages` };
    }
    followed.add(NextToken);
    call.waitsFor(`a retrieval of traces has not come to an end after ${pages} pages`);
    page = await following(retrieval, NextToken, deadlineMs);
  }
}

function keep({ Traces = [] }: Page, documents: Map<string, Set<string>>): void {
  for (const { Id = '', Spans = [] } of Traces) {
    const traceId = canonicalTraceId(Id) ?? Id;
    const held = documents.get(traceId) ?? new Set<string>();
    for (const { Document } of Spans) if (Document) held.add(Document);
    documents.set(traceId, held);
  }
}

/** The next page, asked for again while X-Ray is too busy for it: the pages before it are worth waiting for. */
async function following(retrieval: Retrieval, token: string, deadlineMs: number): Promise<Page | string> {
  const { clock, call } = retrieval;
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = longer(waitMs)) {
    const page = await listed(retrieval, token);
    if (typeof page !== 'string') return page;
    if (clock.nowMs() + waitMs > deadlineMs || !(await paused(waitMs, clock, call))) return page;
  }
}

function traceOf([traceId, documents]: [string, ReadonlySet<string>]) {
  return { traceId, documents: [...documents], limitExceeded: false };
}

/** From when the oldest of the ids was minted until now; an id of chance alone tells no time. */
function windowOf(traceIds: readonly string[], nowMs: number): { StartTime: Date; EndTime: Date } {
  const earliestMs = nowMs - KEPT_MS;
  const minted = traceIds.map((id) => Number.parseInt(id.slice(2, 10), 16) * 1000);
  const told = minted.every((ms) => ms >= earliestMs && ms <= nowMs + SLACK_MS);
  const startMs = told ? Math.min(...minted) - SLACK_MS : earliestMs;
  return { StartTime: new Date(startMs), EndTime: new Date(nowMs) };
}
