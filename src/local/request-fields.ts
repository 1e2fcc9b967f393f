import { isJsonObject, type JsonObject } from '../trace/json-object.js';
import { invalidRequest, notSerializable } from './api-error.js';

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

export function optionalText(fields: JsonObject, name: string): string | undefined {
  const value = fields[name] ?? undefined;
  if (value === undefined || typeof value === 'string') return value;
  throw notSerializable(`${name} must be a string.`);
}

export function requiredText(fields: JsonObject, name: string): string {
  const value = optionalText(fields, name);
  if (value === undefined || value === '') throw invalidRequest(`${name} is required.`);
  return value;
}

/** A list that must be there; its elements are not checked. */
export function requiredList(fields: JsonObject, name: string): readonly unknown[] {
  const value = fields[name] ?? undefined;
  if (value === undefined) throw invalidRequest(`${name} is required.`);
  if (!Array.isArray(value)) throw notSerializable(`${name} must be a list.`);
  return value;
}

export function requiredTexts(fields: JsonObject, name: string): readonly string[] {
  return requiredList(fields, name).map((element) => {
    if (typeof element !== 'string') throw notSerializable(`${name} must be a list of strings.`);
    return element;
  });
}

/** One to five trace ids, as BatchGetTraces and GetTraceGraph take them. */
export function requiredTraceIds(fields: JsonObject): readonly string[] {
  const ids = requiredTexts(fields, 'TraceIds');
  if (ids.length === 0) throw invalidRequest('TraceIds must hold at least one trace id.');
  if (ids.length > 5) throw invalidRequest('Exceeding maximum query size: 5');
  const wrong = ids.find((id) => id.length < 1 || id.length > 35);
  if (wrong !== undefined) throw invalidRequest('A trace id has 1 to 35 characters.');
  return [...new Set(ids)];
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
  const value = fields[name] ?? undefined;
  if (value === undefined) throw invalidRequest(`${name} is required.`);
  if (typeof value !== 'number') throw notSerializable(`${name} must be a number of seconds since the epoch.`);
  return value * 1000;
}
