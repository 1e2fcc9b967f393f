import { isJsonObject, type JsonObject } from '../../trace/json-object.js';

/** What one value of a parameter is in a request: a text, or several under the same name. */
export type Serialized = string | number | boolean | readonly string[];

const SEPARATORS: Readonly<Record<string, string>> = { pipeDelimited: '|', spaceDelimited: ' ' };

/**
 * A value as its parameter's `style` writes it (https://spec.openapis.org/oas/v3.1.1.html#style-values); null for
 * objects and for the styles `label` and `matrix`, which are not taken over.
 */
export function serialized(parameter: JsonObject, value: unknown): Serialized | null {
  const style = parameter.style;
  if (style === 'label' || style === 'matrix' || isJsonObject(value)) return null;
  if (!Array.isArray(value)) return isScalar(value) ? value : null;
  if (!value.every(isScalar)) return null;
  const texts = value.map(String);
  const repeated = parameter.in === 'query' && (style ?? 'form') === 'form' && parameter.explode !== false;
  if (repeated) return texts.length === 1 ? texts[0]! : texts;
  return texts.join(SEPARATORS[String(style)] ?? ',');
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
