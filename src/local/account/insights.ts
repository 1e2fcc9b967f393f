import { randomUUID } from 'node:crypto';
import { GateError } from '../../errors.js';
import { isJsonObject, type JsonObject } from '../../trace/json-object.js';
import { ApiError, invalidRequest } from '../api-error.js';
import { optionalChoice, optionalObject, optionalObjects, optionalText, requiredNumber } from '../request-values.js';
import { DEFAULT_GROUP } from './group.js';

export const STATES = ['ACTIVE', 'CLOSED'] as const;
export const INSIGHT_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

export interface Insight {
  readonly id: string;
  readonly groupName: string;
  readonly state: (typeof STATES)[number];
  readonly startMs: number;
  /** Null while it is active. */
  readonly endMs: number | null;
  /** What is told of it beside: summary, root cause, anomalous services. */
  readonly fields: JsonObject;
}

const KNOWN = [
  'InsightId',
  'GroupName',
  'State',
  'StartTime',
  'EndTime',
  'Summary',
  'RootCauseServiceId',
  'TopAnomalousServices',
];

/** Insights that were put here: the local X-Ray looks for no anomalies itself. */
export class Insights {
  #all: readonly Insight[] = [];

  all(): readonly Insight[] {
    return this.#all;
  }

  /** Replaces all by those of a JSON text, a list. Throws a GateError and changes nothing where it is wrong. */
  set(text: string): void {
    try {
      const value: unknown = JSON.parse(text);
      if (!Array.isArray(value)) throw invalidRequest('They must be a list.');
      this.#all = value.map(readInsight);
    } catch (error) {
      if (!(error instanceof ApiError) && !(error instanceof SyntaxError)) throw error;
      throw new GateError(
        `The insights of the local X-Ray cannot be set. ${error.message}`,
        `Write them as [{"GroupName": "Default", "StartTime": 1785000000, "Summary": "…"}]. There are ${KNOWN.join(', ')}.`,
      );
    }
  }
}

/** https://docs.aws.amazon.com/xray/latest/api/API_InsightSummary.html */
function readInsight(value: unknown): Insight {
  if (!isJsonObject(value)) throw invalidRequest('An insight must be an object.');
  const unknown = Object.keys(value).find((name) => !KNOWN.includes(name));
  if (unknown !== undefined) throw invalidRequest(`An insight has no "${unknown}".`);
  const id = optionalText(value, 'InsightId') ?? randomUUID();
  if (!INSIGHT_ID.test(id)) throw invalidRequest(`InsightId must be a UUID; got "${id}".`);
  const state = optionalChoice(value, 'State', STATES) ?? 'ACTIVE';
  const endMs = state === 'ACTIVE' ? null : requiredNumber(value, 'EndTime') * 1000;
  const services = optionalObjects(value, 'TopAnomalousServices');
  return {
    id,
    groupName: optionalText(value, 'GroupName') ?? DEFAULT_GROUP,
    state,
    startMs: requiredNumber(value, 'StartTime') * 1000,
    endMs,
    fields: {
      Categories: ['FAULT'],
      Summary: optionalText(value, 'Summary') ?? '',
      RootCauseServiceId: optionalObject(value, 'RootCauseServiceId') ?? {},
      TopAnomalousServices: services,
    },
  };
}
