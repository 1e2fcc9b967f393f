/** Any JSON value. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/** What placeholders stand for while a scenario runs, by name. */
export type Values = ReadonlyMap<string, Value>;

/** Text with placeholders. */
export type Template = readonly (string | Placeholder)[];

export interface Placeholder {
  readonly name: string;
  /** Into the value: `{{customer.address.city}}` has `['address', 'city']`. */
  readonly path: readonly string[];
}

/** A JSON value whose texts are templates. A text that is one placeholder and nothing else becomes the value itself. */
export type JsonTemplate =
  | { readonly kind: 'text'; readonly text: Template }
  | { readonly kind: 'literal'; readonly value: number | boolean | null }
  | { readonly kind: 'list'; readonly elements: readonly JsonTemplate[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [string, JsonTemplate])[] };

/** Text without placeholders. */
export function literal(text: string): Template {
  return text === '' ? [] : [text];
}

/**
 * Reads a template.
 *
 * ```
 * template    := { text | placeholder }
 * placeholder := "{{" name { "." field } "}}"      blanks inside are allowed
 * name        := letter or "_", then letters, digits, "_" and "-"
 * field       := letters, digits, "_" and "-"
 * text        := anything else; "\{{" is "{{", and "\\" before "{{" is "\"
 * ```
 *
 * Of more than two opening braces the last two count: `{{{n}}}` is `{`, the placeholder and `}`.
 * Throws SyntaxError, with the placeholder that is none.
 */
export function parseTemplate(text: string): Template {
  const parts: (string | Placeholder)[] = [];
  let plain = '';
  let at = 0;
  for (let open = text.indexOf('{{'); open >= 0; open = text.indexOf('{{', at)) {
    const slashes = backslashesBefore(text, open, at);
    plain += text.slice(at, open - slashes) + '\\'.repeat(slashes >> 1);
    if (slashes % 2 === 1) {
      plain += '{{';
      at = open + 2;
      continue;
    }
    while (text[open + 2] === '{') {
      plain += '{';
      open += 1;
    }
    const close = text.indexOf('}}', open);
    const end = close < 0 ? text.length : close + 2;
    if (plain !== '') parts.push(plain);
    plain = '';
    parts.push(placeholder(text.slice(open, end)));
    at = end;
  }
  plain += text.slice(at);
  return plain === '' ? parts : [...parts, plain];
}

function backslashesBefore(text: string, end: number, start: number): number {
  let from = end;
  while (from > start && text[from - 1] === '\\') from -= 1;
  return end - from;
}

function placeholder(text: string): Placeholder {
  const match = /^\{\{\s*([A-Za-z_][\w-]*)((?:\.[\w-]+)*)\s*\}\}$/.exec(text);
  if (match === null) throw new SyntaxError(`"${text.slice(0, 80)}" is not a placeholder`);
  const [, name = '', path = ''] = match;
  return { name, path: path.split('.').slice(1) };
}

/** Whether a placeholder can ask for it. */
export function isName(text: string): boolean {
  return /^[A-Za-z_][\w-]*$/.test(text);
}

/** The text that {@link parseTemplate} reads as this template. */
export function writeTemplate(template: Template): string {
  return template
    .map((part, i) => {
      if (typeof part !== 'string') return `{{${nameOf(part)}}}`;
      const escaped = part.replaceAll('{{', (_, at: number) => `${'\\'.repeat(backslashesBefore(part, at, 0))}\\{{`);
      if (i === template.length - 1) return escaped;
      // A brace here joins those of the placeholder behind it, and so do backslashes before it.
      const brace = /(?<!\{)\{$/.test(escaped) ? 1 : 0;
      const end = escaped.length - brace;
      return escaped.slice(0, end) + '\\'.repeat(backslashesBefore(escaped, end, 0)) + escaped.slice(end);
    })
    .join('');
}

/** As in a template, without its braces: `customer.address.city`. */
export function nameOf({ name, path }: Placeholder): string {
  return [name, ...path].join('.');
}

/** The placeholders of a template, in order. */
export function placeholdersOf(template: Template): Placeholder[] {
  return template.filter((part) => typeof part !== 'string');
}

export function placeholdersOfJson(template: JsonTemplate): Placeholder[] {
  switch (template.kind) {
    case 'text':
      return placeholdersOf(template.text);
    case 'literal':
      return [];
    case 'list':
      return template.elements.flatMap(placeholdersOfJson);
    case 'object':
      return template.members.flatMap(([, member]) => placeholdersOfJson(member));
  }
}

/** A template with its values; `encode` is applied to each of them, not to the text between. */
export function render(template: Template, values: Values, encode: (text: string) => string = (text) => text): string {
  return template.map((part) => (typeof part === 'string' ? part : encode(asText(lookUp(part, values))))).join('');
}

export function renderJson(template: JsonTemplate, values: Values): Value {
  switch (template.kind) {
    case 'text': {
      const [only, ...more] = template.text;
      if (only !== undefined && typeof only !== 'string' && more.length === 0) return lookUp(only, values);
      return render(template.text, values);
    }
    case 'literal':
      return template.value;
    case 'list':
      return template.elements.map((element) => renderJson(element, values));
    case 'object':
      return Object.fromEntries(template.members.map(([name, member]) => [name, renderJson(member, values)]));
  }
}

/** As people read it in reports: `/orders/{order}`. */
export function showTemplate(template: Template): string {
  return template.map((part) => (typeof part === 'string' ? part : `{${nameOf(part)}}`)).join('');
}

/** What a placeholder stands for; throws RangeError where nothing is known of it, which reading a workload rules out. */
export function lookUp(placeholder: Placeholder, values: Values): Value {
  const value = valueAt(values.get(placeholder.name), placeholder.path);
  if (value === undefined) throw new RangeError(`Nothing is known of {{${nameOf(placeholder)}}}.`);
  return value;
}

/** What a path leads to within a value; undefined where there is nothing. */
export function valueAt(value: Value | undefined, path: readonly string[]): Value | undefined {
  let found = value;
  for (const field of path) found = isRecord(found) && Object.hasOwn(found, field) ? found[field] : undefined;
  return found;
}

function isRecord(value: Value | undefined): value is { readonly [name: string]: Value } {
  return typeof value === 'object' && value !== null;
}

/** As it stands in a text: texts as they are, all else as JSON. */
export function asText(value: Value): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
