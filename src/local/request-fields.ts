import { isJsonObject, type JsonObject } from '../trace/json-object.js';
import { invalidRequest, notSerializable } from './api-error.js';
import { optionalText, required, requiredTexts } from './request-values.js';

/** The fields of a request. SDKs send nothing at all where an operation has no required field. */
export function parseRequest(body: string): JsonObject {
  if (body.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    throw notSerializable(`The request body is not JSON: ${(error as Error).message}`);
  }
  if (!isJsonObject(value)) throw notSerializable('The request body is not a JSON object.');
  return value;
}

/** One to five trace ids, as BatchGetTraces and GetTraceGraph take them; each once. */
export function requiredTraceIds(fields: JsonObject): readonly string[] {
  const ids = traceIdsIn(fields, 5, 'Exceeding maximum query size: 5');
  if (ids.length === 0) throw invalidRequest('TraceIds must hold at least one trace id.');
  return [...new Set(ids)];
}

/** `TraceIds`, at most so many. */
export function traceIdsIn(fields: JsonObject, most: number, tooMany: string): readonly string[] {
  const ids = requiredTexts(fields, 'TraceIds');
  if (ids.length > most) throw invalidRequest(tooMany);
  if (ids.some((id) => id.length < 1 || id.length > 35)) throw invalidRequest('A trace id has 1 to 35 characters.');
  return ids;
}

/** Refuses the token of a next page where this server never gives one. */
export function refuseNextToken(fields: JsonObject, message: string): void {
  if (optionalText(fields, 'NextToken')) throw invalidRequest(message);
}

export interface TimeWindow {
  readonly fromMs: number;
  /** Not itself inside the window. */
  readonly untilMs: number;
}

const LONGEST_WINDOW_MS = 6 * 60 * 60 * 1000;

/** `StartTime` and `EndTime`, which travel as seconds since the epoch. */
export function requiredTimes(fields: JsonObject): TimeWindow {
  const fromMs = requiredTimestampMs(fields, 'StartTime');
  const untilMs = requiredTimestampMs(fields, 'EndTime');
  if (fromMs >= untilMs) throw invalidRequest('StartTime must be before EndTime.');
  return { fromMs, untilMs };
}

/** `StartTime` and `EndTime`, six hours apart at most. */
export function requiredWindow(fields: JsonObject): TimeWindow {
  const window = requiredTimes(fields);
  if (window.untilMs - window.fromMs > LONGEST_WINDOW_MS) {
    throw invalidRequest('Time range cannot be longer than 6 hours');
  }
  return window;
}

function requiredTimestampMs(fields: JsonObject, name: string): number {
  const value = required(fields[name] ?? undefined, name);
  if (typeof value !== 'number') throw notSerializable(`${name} must be a number of seconds since the epoch.`);
  return value * 1000;
}
