import { isJsonObject, type JsonObject } from '../../trace/json-object.js';

/** Schemas nest less; those that contain themselves nest without end. */
const DEEPEST = 24;
const MOST_SCHEMAS = 20_000;

/**
 * Values of a schema that its author wrote: examples, constant, default or enumerated values of its own, else an object
 * or list put together from those of its parts. Empty where a required part has none: nothing is ever made up, which
 * is why no sampler is used. Parts that only answers have (`readOnly`) are left out.
 */
export function explicitValues(schema: unknown): readonly unknown[] {
  const written = writtenValues(schema);
  if (written.length > 0) return written;
  const composed = compose(schema, 0, { schemas: MOST_SCHEMAS });
  return composed === undefined ? [] : [composed];
}

interface Budget {
  schemas: number;
}

function writtenValues(schema: unknown): readonly unknown[] {
  if (!isJsonObject(schema)) return [];
  if (Array.isArray(schema.examples) && schema.examples.length > 0) return schema.examples;
  for (const keyword of ['example', 'const', 'default']) {
    if (schema[keyword] !== undefined) return [schema[keyword]];
  }
  return Array.isArray(schema.enum) ? schema.enum.filter((value) => value !== null) : [];
}

function compose(schema: unknown, depth: number, budget: Budget): unknown {
  budget.schemas--;
  if (!isJsonObject(schema) || depth > DEEPEST || budget.schemas < 0) return undefined;
  const [written] = writtenValues(schema);
  if (written !== undefined) return written;
  if (schema.items !== undefined) return list(schema, depth, budget);
  const members = new Map<string, unknown>();
  gather(schema, members, depth, budget);
  if (members.size > 0) {
    const whole = requiredNames(schema, depth, budget).every((name) => members.has(name));
    return whole && budget.schemas >= 0 ? Object.fromEntries(members) : undefined;
  }
  return [...partsOf(schema, 'allOf'), ...partsOf(schema, 'oneOf'), ...partsOf(schema, 'anyOf')]
    .map((part) => compose(part, depth + 1, budget))
    .find((value) => value !== undefined);
}

function list(schema: JsonObject, depth: number, budget: Budget): unknown {
  const element = compose(schema.items, depth + 1, budget);
  const fewest = typeof schema.minItems === 'number' ? schema.minItems : 1;
  return element === undefined || fewest > 1 ? undefined : [element];
}

/** Adds the members that have a value, whether they are required or not; later ones win. */
function gather(schema: JsonObject, members: Map<string, unknown>, depth: number, budget: Budget): void {
  budget.schemas--;
  const [written] = writtenValues(schema);
  if (isJsonObject(written)) {
    for (const [name, value] of Object.entries(written)) members.set(name, value);
    return;
  }
  if (depth > DEEPEST || budget.schemas < 0) return;
  for (const part of partsOf(schema, 'allOf')) gather(part, members, depth + 1, budget);
  for (const keyword of ['oneOf', 'anyOf']) {
    const choice = partsOf(schema, keyword)
      .map((part) => compose(part, depth + 1, budget))
      .find(isJsonObject);
    for (const [name, value] of Object.entries(choice ?? {})) members.set(name, value);
  }
  for (const [name, property] of propertiesOf(schema)) {
    if (isJsonObject(property) && property.readOnly === true) continue;
    const value = compose(property, depth + 1, budget);
    if (value !== undefined) members.set(name, value);
  }
}

function requiredNames(schema: JsonObject, depth: number, budget: Budget): string[] {
  budget.schemas--;
  if (depth > DEEPEST || budget.schemas < 0) return [];
  const readOnly = new Set(
    propertiesOf(schema).flatMap(([name, property]) =>
      isJsonObject(property) && property.readOnly === true ? [name] : [],
    ),
  );
  const own = Array.isArray(schema.required) ? schema.required.map(String) : [];
  const inherited = partsOf(schema, 'allOf').flatMap((part) => requiredNames(part, depth + 1, budget));
  return [...own, ...inherited].filter((name) => !readOnly.has(name));
}

function propertiesOf(schema: JsonObject): [string, unknown][] {
  return isJsonObject(schema.properties) ? Object.entries(schema.properties) : [];
}

function partsOf(schema: JsonObject, keyword: string): JsonObject[] {
  return Array.isArray(schema[keyword]) ? schema[keyword].filter(isJsonObject) : [];
}
