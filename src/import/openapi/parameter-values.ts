import { isJsonObject, type JsonObject } from '../../trace/json-object.js';
import { documentedExamples } from './documented-examples.js';

/** What a parameter may be sent as. */
export type ParameterValues =
  | { readonly kind: 'one of'; readonly values: readonly unknown[] }
  /** Whole numbers, both ends included. */
  | { readonly kind: 'range'; readonly from: number; readonly to: number };

/**
 * Values that the document gives for a parameter: examples, default, enumerated values, and, where a request only reads,
 * a schema that leaves no doubt about which are valid: a boolean, a whole number between two bounds. null where only an
 * invention would do; an invented identifier finds nothing, and what is measured is the service's way of saying so.
 */
export function parameterValues(parameter: JsonObject, reads: boolean): ParameterValues | null {
  const values = documentedExamples(parameter);
  if (values.length > 0) return { kind: 'one of', values };
  const content = isJsonObject(parameter.content) ? Object.values(parameter.content)[0] : undefined;
  if (isJsonObject(content)) {
    const texts = documentedExamples(content).map((value) =>
      typeof value === 'string' ? value : JSON.stringify(value),
    );
    return texts.length > 0 ? { kind: 'one of', values: texts } : null;
  }
  return reads && isJsonObject(parameter.schema) ? boundedValues(parameter.schema) : null;
}

function boundedValues(schema: JsonObject): ParameterValues | null {
  const types = [schema.type].flat();
  if (types.includes('boolean')) return { kind: 'one of', values: [true, false] };
  if (!types.includes('integer')) return null;
  const from = lowest(schema);
  const to = highest(schema);
  return from === null || to === null || from > to ? null : { kind: 'range', from, to };
}

/** `exclusiveMinimum` is a boolean in OpenAPI 3.0 and a number from 3.1 on. */
function lowest({ minimum, exclusiveMinimum }: JsonObject): number | null {
  if (typeof exclusiveMinimum === 'number') return safe(Math.floor(exclusiveMinimum) + 1);
  if (typeof minimum !== 'number') return null;
  return safe(exclusiveMinimum === true ? Math.floor(minimum) + 1 : Math.ceil(minimum));
}

function highest({ maximum, exclusiveMaximum }: JsonObject): number | null {
  if (typeof exclusiveMaximum === 'number') return safe(Math.ceil(exclusiveMaximum) - 1);
  if (typeof maximum !== 'number') return null;
  return safe(exclusiveMaximum === true ? Math.ceil(maximum) - 1 : Math.floor(maximum));
}

function safe(bound: number): number | null {
  return Number.isSafeInteger(bound) ? bound : null;
}
