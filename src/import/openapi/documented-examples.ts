import { isJsonObject, type JsonObject } from '../../trace/json-object.js';
import { explicitValues } from './explicit-values.js';

/**
 * The values that a parameter or a media type documents, best first: its `examples`, its `example`, those of its
 * schema. Examples that only name an address (`externalValue`) are none.
 */
export function documentedExamples(holder: JsonObject): readonly unknown[] {
  if (isJsonObject(holder.examples)) {
    const values = Object.values(holder.examples).flatMap((example) =>
      isJsonObject(example) && example.value !== undefined ? [example.value] : [],
    );
    if (values.length > 0) return values;
  }
  if (holder.example !== undefined) return [holder.example];
  return explicitValues(holder.schema);
}
