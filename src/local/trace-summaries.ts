import { createHash } from 'node:crypto';
import type { JsonObject } from '../trace/json-object.js';
import { invalidRequest } from './api-error.js';
import { epochSeconds } from './epoch-seconds.js';
import { matches } from './filter-evaluation.js';
import { type Expression, parseFilter } from './filter-expression.js';
import { factsOfTrace } from './filter-facts.js';
import { mergeTrace } from './merged-trace.js';
import { optionalText, requiredWindow, type TimeWindow } from './request-fields.js';
import { happenedIn, type StoredTrace } from './trace-store.js';
import { summaryOf } from './trace-summary.js';

/** A page ends after so many matches, or so many traces looked at: it may be empty and still have a next. */
const MATCHES_A_PAGE = 100;
const SCANNED_A_PAGE = 1000;

/**
 * Whether a trace is in the window. `TraceId` goes by the second in the trace id (which W3C ids do not have), `Event` by
 * when anything in the trace happened, `Service` by the ends of its segments.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-api-gettingdata.html#xray-api-traces
 */
const IN_WINDOW: Readonly<Record<string, (trace: StoredTrace, window: TimeWindow) => boolean>> = {
  TraceId: ({ id }, { fromMs, untilMs }) => {
    const startedMs = Number.parseInt(id.slice(2, 10), 16) * 1000;
    return startedMs >= fromMs && startedMs < untilMs;
  },
  Event: happenedIn,
  Service: ({ documents }, { fromMs, untilMs }) =>
    documents.some(({ endMs }) => endMs !== null && endMs >= fromMs && endMs < untilMs),
};

/**
 * One page of GetTraceSummaries over the stored traces, newest first. `Sampling` and `SamplingStrategy` are accepted
 * and change nothing: every trace is looked at. A token goes with the window, range type and filter it was given for.
 * https://docs.aws.amazon.com/xray/latest/api/API_GetTraceSummaries.html
 */
export function getTraceSummaries(request: JsonObject, traces: Iterable<StoredTrace>): JsonObject {
  const window = requiredWindow(request);
  const rangeType = optionalText(request, 'TimeRangeType') ?? 'TraceId';
  const inWindow = Object.hasOwn(IN_WINDOW, rangeType) ? IN_WINDOW[rangeType] : undefined;
  if (inWindow === undefined) {
    throw invalidRequest(`TimeRangeType must be one of ${Object.keys(IN_WINDOW).join(', ')}; got "${rangeType}".`);
  }
  const filterText = optionalText(request, 'FilterExpression') ?? '';
  const filter = filterText.trim() === '' ? null : parseFilter(filterText);
  const query = fingerprint([window.fromMs, window.untilMs, rangeType, filterText]);
  const token = optionalText(request, 'NextToken');
  const after = token ? readToken(token, query) : null;

  const newestFirst = [...traces]
    .filter((trace) => inWindow(trace, window))
    .map((trace) => ({ trace, position: positionOf(trace) }))
    .toSorted((a, b) => compare(b.position, a.position));
  const remaining = after === null ? newestFirst : newestFirst.filter(({ position }) => compare(position, after) < 0);

  const summaries: JsonObject[] = [];
  let scanned = 0;
  for (const { trace } of remaining) {
    if (summaries.length === MATCHES_A_PAGE || scanned === SCANNED_A_PAGE) break;
    scanned += 1;
    const summary = summaryOfMatch(trace, filter);
    if (summary !== null)
      summaries.push(rangeType === 'Event' ? { ...summary, ...matchedTime(trace, window) } : summary);
  }
  const last = remaining[scanned - 1];
  return {
    TraceSummaries: summaries,
    ApproximateTime: epochSeconds(last?.position.startMs ?? window.fromMs),
    TracesProcessedCount: scanned,
    ...(last !== undefined && scanned < remaining.length ? { NextToken: writeToken(last.position, query) } : {}),
  };
}

function summaryOfMatch(stored: StoredTrace, filter: Expression | null): JsonObject | null {
  const merged = mergeTrace(stored);
  if (filter !== null && !matches(filter, factsOfTrace(merged))) return null;
  return summaryOf(merged, stored.documents.length);
}

function matchedTime({ documents }: StoredTrace, { untilMs }: TimeWindow): JsonObject {
  const timesMs = documents.map(({ startMs, endMs }) => endMs ?? startMs).filter((timeMs) => timeMs < untilMs);
  return { MatchedEventTime: epochSeconds(Math.max(...(timesMs.length > 0 ? timesMs : [untilMs]))) };
}

/** A trace's place in the order. It never moves, so that no trace is missed between two pages. */
interface Position {
  readonly startMs: number;
  readonly sequence: number;
}

function positionOf({ documents, sequence }: StoredTrace): Position {
  return { startMs: documents[0]?.startMs ?? 0, sequence };
}

function compare(a: Position, b: Position): number {
  return a.startMs - b.startMs || a.sequence - b.sequence;
}

function fingerprint(query: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(query)).digest('hex').slice(0, 16);
}

function writeToken({ startMs, sequence }: Position, query: string): string {
  return Buffer.from(JSON.stringify([startMs, sequence, query])).toString('base64url');
}

function readToken(token: string, query: string): Position {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    throw invalidRequest('Invalid NextToken');
  }
  const [startMs, sequence, forQuery] = Array.isArray(value) ? value : [];
  if (typeof startMs !== 'number' || typeof sequence !== 'number') throw invalidRequest('Invalid NextToken');
  if (forQuery !== query) throw invalidRequest('The NextToken belongs to a request with other parameters.');
  return { startMs, sequence };
}
