import type { StepEntry } from './scenario-document.js';

export type RequestEntry = Pick<StepEntry, 'request' | 'operation' | 'query'>;

/** A header, a field of a form, or a query parameter. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
}

/**
 * A request as a step writes it. `target` is a path with or without a query, percent-encoded as it is sent.
 * The query becomes a mapping of decoded values; where a mapping cannot hold it (no `=`, broken encoding) it stays in
 * the line, encoded as it is. `asTemplate` is applied to each value either way.
 */
export function requestEntry(
  method: string,
  target: string,
  asTemplate: (parameter: Parameter) => string,
  asTemplateInLine: (text: string) => string,
): RequestEntry {
  const [path = '', query = ''] = splitOnce(target.replace(/#.*$/s, ''), '?');
  const line = `${method} ${asTemplateInLine(path)}`;
  if (query === '') return { request: line };
  const parameters = readQuery(query);
  if (parameters !== null) return { request: line, query: fieldEntries(parameters, asTemplate) };
  const pairs = query.split('&').map((pair) => {
    const [name, value] = splitOnce(pair, '=');
    return value === undefined ? asTemplateInLine(pair) : `${asTemplateInLine(name)}=${asTemplate({ name, value })}`;
  });
  return { request: `${line}?${pairs.join('&')}` };
}

/** Fields by their names; those that are there several times as lists. */
export function fieldEntries(
  fields: readonly Parameter[],
  asTemplate: (parameter: Parameter) => string,
): Readonly<Record<string, string | readonly string[]>> {
  const groups = Map.groupBy(fields, ({ name }) => name);
  return Object.fromEntries(
    [...groups].map(([name, group]) => {
      const values = group.map(asTemplate);
      return [name, values.length === 1 ? values[0]! : values];
    }),
  );
}

/** null where a mapping of names to texts cannot hold the query. */
export function readQuery(query: string): Parameter[] | null {
  const parameters: Parameter[] = [];
  for (const pair of query.split('&')) {
    const [name, value] = splitOnce(pair, '=');
    if (value === undefined || name.includes('{{')) return null;
    try {
      parameters.push({ name: decoded(name), value: decoded(value) });
    } catch {
      return null;
    }
  }
  return parameters.some(({ name }) => name.includes('{{')) ? null : parameters;
}

function decoded(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}

/** The text before the first separator and, where there is one, the text behind it. */
export function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
