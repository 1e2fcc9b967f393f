import { literal, parseTemplate, type Template, writeTemplate } from '../scenario/template.js';

/** Text that stands for itself, as a template. */
export function literalText(text: string): string {
  return writeTemplate(literal(text));
}

/** A JSON value that stands for itself, as a template. */
export function literalJson(value: unknown): unknown {
  if (typeof value === 'string') return literalText(value);
  if (Array.isArray(value)) return value.map(literalJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, literalJson(member)]));
}

/** Templates one after the other. Joined as texts, a brace or a backslash at an end would change what comes next. */
export function joined(templates: readonly string[]): string {
  const parts: Template[number][] = [];
  for (const part of templates.flatMap(parseTemplate)) {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  return writeTemplate(parts);
}

/** A placeholder of another format, which may hold more than a name; bounded, so that no text takes long to search. */
export const WRITTEN_PLACEHOLDER = /\{\{([^{}]{1,200})\}\}/;

export function placeholder(name: string): string {
  return `{{${name}}}`;
}
