import type { JsonObject } from '../trace/json-object.js';
import { invalidRequest } from './api-error.js';
import { epochSeconds } from './epoch-seconds.js';
import { matchesTrace, type TextCase } from './filter/evaluation.js';
import type { GroupLookup } from './filter/expression.js';
import { parseFilter } from './filter/parser.js';
import { hashedId } from './hash.js';
import { type MergedTrace, mergeTrace } from './merged-trace.js';
import { readToken, writeToken } from './page.js';
import { requiredWindow, type TimeWindow } from './request-fields.js';
import { optionalChoice, optionalFlag, optionalNumber, optionalObject, optionalText } from './request-values.js';
import { comparePositions, type TracePosition } from './trace-order.js';
import { happenedIn, type StoredTrace } from './trace-store.js';
import { summaryOf } from './trace-summary.js';

/** A page ends after so many matches, or ten times as many traces looked at: it may be empty and still have a next. */
const MATCHES_A_PAGE = 100;
const SCANNED_A_MATCH = 10;
const SAMPLING_STRATEGIES = ['PartialScan', 'FixedRate'];

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
    documents.some(({ kind, endMs }) => kind === 'segment' && endMs !== null && endMs >= fromMs && endMs < untilMs),
};

export interface FilterSettings {
  /** The groups that a filter may name; none where left out. */
  readonly groupNamed?: GroupLookup;
  readonly textCase?: TextCase;
  /** Matches on a page; 100 where left out. */
  readonly pageSize?: number;
}

/**
 * One page of GetTraceSummaries over the stored traces, which come newest first. `Sampling` and `SamplingStrategy` are accepted
 * and change nothing: every trace is looked at. A token goes with the window, range type and filter it was given for.
 * https://docs.aws.amazon.com/xray/latest/api/API_GetTraceSummaries.html
 */
export function getTraceSummaries(
  request: JsonObject,
  traces: Iterable<StoredTrace>,
  { groupNamed, textCase, pageSize = MATCHES_A_PAGE }: FilterSettings = {},
): JsonObject {
  const window = requiredWindow(request);
  const rangeType = optionalText(request, 'TimeRangeType') ?? 'TraceId';
  const inWindow = Object.hasOwn(IN_WINDOW, rangeType) ? IN_WINDOW[rangeType] : undefined;
  if (inWindow === undefined) {
    throw invalidRequest(`TimeRangeType must be one of ${Object.keys(IN_WINDOW).join(', ')}; got "${rangeType}".`);
  }
  readSampling(request);
  const filterText = optionalText(request, 'FilterExpression') ?? '';
  const filter = filterText.trim() === '' ? null : parseFilter(filterText, groupNamed);
  const isSought = (trace: MergedTrace) => filter === null || matchesTrace(filter, trace, textCase);
  const query = hashedId(JSON.stringify([window.fromMs, window.untilMs, rangeType, filterText]));
  const token = optionalText(request, 'NextToken');
  const after = token ? readPosition(token, query) : null;

  const summaries: JsonObject[] = [];
  let scanned = 0;
  let last: TracePosition | null = null;
  let hasNext = false;
  for (const trace of traces) {
    if ((after !== null && comparePositions(trace, after) >= 0) || !inWindow(trace, window)) continue;
    hasNext = summaries.length === pageSize || scanned === pageSize * SCANNED_A_MATCH;
    if (hasNext) break;
    scanned += 1;
    last = trace;
    const summary = summaryOfMatch(trace, isSought);
    if (summary !== null)
      summaries.push(rangeType === 'Event' ? { ...summary, ...matchedTime(trace, window) } : summary);
  }
  return {
    TraceSummaries: summaries,
    ApproximateTime: epochSeconds(last?.startMs ?? window.fromMs),
    TracesProcessedCount: scanned,
    ...(last !== null && hasNext ? { NextToken: writePosition(last, query) } : {}),
  };
}

function summaryOfMatch(stored: StoredTrace, isSought: (trace: MergedTrace) => boolean): JsonObject | null {
  const merged = mergeTrace(stored);
  return isSought(merged) ? summaryOf(merged, stored.documents.length) : null;
}

function matchedTime({ documents }: StoredTrace, { untilMs }: TimeWindow): JsonObject {
  const timesMs = documents.map(({ startMs, endMs }) => endMs ?? startMs).filter((timeMs) => timeMs < untilMs);
  return { MatchedEventTime: epochSeconds(Math.max(...(timesMs.length > 0 ? timesMs : [untilMs]))) };
}

function writePosition({ startMs, sequence }: TracePosition, query: string): string {
  return writeToken(query, [startMs, sequence]);
}

function readPosition(token: string, query: string): TracePosition {
  const [startMs, sequence] = readToken(token, query, 2);
  if (typeof startMs !== 'number' || typeof sequence !== 'number') throw invalidRequest('Invalid NextToken');
  return { startMs, sequence };
}

/** https://docs.aws.amazon.com/xray/latest/api/API_SamplingStrategy.html */
function readSampling(request: JsonObject): void {
  optionalFlag(request, 'Sampling');
  const strategy = optionalObject(request, 'SamplingStrategy') ?? {};
  optionalChoice(strategy, 'Name', SAMPLING_STRATEGIES);
  optionalNumber(strategy, 'Value', { min: 0, max: 1 });
}
