import type { Member, Part, Place } from './part.js';
import type { Problems } from './problems.js';
import { isHeaderText } from './scope.js';
import { readText, type Use } from './text-part.js';
import type { Field } from './workload.js';

/** A header or a field of a query, before it is known whether something nearer to the request replaces it. */
export interface PlacedField {
  readonly field: Field;
  readonly uses: readonly Use[];
  readonly place: Place;
}

/** Headers that are the gate's own, and why. */
const OURS = new Map([
  ['x-amzn-trace-id', 'it carries the id of the trace that is measured'],
  ['traceparent', 'it carries the id of the trace that is measured'],
  ['user-agent', "it tells the gate's requests from others in traces"],
  ['host', 'it follows from the URL under test'],
  ['content-length', 'it follows from the body'],
  ['transfer-encoding', 'it follows from the body'],
  ['connection', 'the gate keeps its connections open'],
]);

/** Reads a map of headers; their names in lower case. */
export function readHeaders(part: Part, problems: Problems): PlacedField[] {
  const headers: PlacedField[] = [];
  for (const { name: written, place, part: value } of membersOf(part, problems, 'x-tenant: acme')) {
    const name = readHeaderName(written, place, problems);
    if (headers.some(({ field }) => field.name === name)) {
      problems.add(place, `sets ${name} a second time: case does not tell headers apart. Remove one of them.`);
    }
    headers.push(headerOf(name, value, problems));
  }
  return headers;
}

/** A header's name in lower case. Notes what is none, and what is the gate's own. */
export function readHeaderName(written: string, place: Place, problems: Problems): string {
  const name = written.toLowerCase();
  if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) {
    problems.add(place, `has "${written.slice(0, 80)}", which is no header's name. Write it as x-tenant.`);
  }
  const reason = OURS.get(name);
  if (reason !== undefined) problems.add(place, `sets ${name}, which the gate sets itself: ${reason}. Remove it.`);
  return name;
}

export function headerOf(name: string, value: Part, problems: Problems): PlacedField {
  const { template, uses } = readText(value, problems, { inHeader: true });
  if (template.some((part) => typeof part === 'string' && !isHeaderText(part))) {
    problems.wrong(value, 'text that a header can carry, without line breaks', 'percent-encoded text');
  }
  return { field: { name, value: template }, uses, place: value.place };
}

/** Reads a map of a query's or a form's fields. A list gives a field several times. */
export function readFields(part: Part, problems: Problems): PlacedField[] {
  return membersOf(part, problems, 'page: 2').flatMap(({ name, place, part: written }) => {
    if (name.includes('{{')) noPlaceholder(place, problems);
    const values = written.content.kind === 'list' ? written.content.elements : [written];
    return values.map((value) => {
      const { template, uses } = readText(value, problems);
      return { field: { name, value: template }, uses, place: value.place };
    });
  });
}

/** Notes a name with a placeholder, which nothing would replace. */
export function noPlaceholder(place: Place, problems: Problems): void {
  problems.add(place, 'is a name with {{ }}, but only values have placeholders. Write the name out.');
}

function membersOf(part: Part, problems: Problems, example: string): readonly Member[] {
  if (part.content.kind === 'map') return part.content.members;
  problems.wrong(part, 'a map of names and texts', example);
  return [];
}
