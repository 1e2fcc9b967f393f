import { splitOnce } from '../request-line.js';
import type { StepEntry } from '../scenario-document.js';

/** Another text in the place of a value; null leaves it as it is. */
export type Replace = (value: string | number) => string | null;

/** A step with other texts in the places of values that stand alone: segments of its path, values of its query and JSON. */
export function withValues(step: StepEntry, replace: Replace): StepEntry {
  const [path = '', query] = splitOnce(step.request, '?');
  const segments = path
    .split('/')
    .map((segment) => (segment.includes('{{') ? segment : (replaceText(decoded(segment), replace) ?? segment)));
  const inQuery = (text: string) => replaceText(text, replace) ?? text;
  return {
    ...step,
    request: `${segments.join('/')}${query === undefined ? '' : `?${query}`}`,
    ...(step.query === undefined ? {} : { query: mapFields(step.query, inQuery) }),
    ...(step.json === undefined ? {} : { json: mapJson(step.json, replace) }),
  };
}

/** The texts of all these values. */
export function valuesOf(step: StepEntry): Set<string> {
  const values = new Set<string>();
  withValues(step, (value) => {
    values.add(String(value));
    return null;
  });
  return values;
}

/** In texts a number looks like its digits. */
function replaceText(text: string, replace: Replace): string | null {
  return replace(text) ?? (/^[1-9]\d{3,15}$/.test(text) ? replace(Number(text)) : null);
}

function mapFields(
  fields: NonNullable<StepEntry['query']>,
  map: (text: string) => string,
): NonNullable<StepEntry['query']> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? map(value) : value.map(map)]),
  );
}

function mapJson(value: unknown, replace: Replace): unknown {
  if (typeof value === 'string' || typeof value === 'number') return replace(value) ?? value;
  if (Array.isArray(value)) return value.map((element) => mapJson(element, replace));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mapJson(member, replace)]));
}

/** What its percent-encoding says, also where it is broken elsewhere. */
export function decoded(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (codes) => Buffer.from(codes.replaceAll('%', ''), 'hex').toString());
}
