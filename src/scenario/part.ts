import type { Value } from './template.js';

/** Where something stands in a document of scenarios. */
export interface Place {
  /** `scenarios[0].steps[1].expect`; empty for the document itself. */
  readonly path: string;
  /** Both from 1; null where the document was not read from text. */
  readonly position: { readonly line: number; readonly column: number } | null;
}

/** A value of a document of scenarios, and where it stands. */
export interface Part {
  readonly place: Place;
  readonly content: Content;
}

export type Content =
  | { readonly kind: 'nothing' }
  /** `text` is how it is written, without quotes: `1.50`. */
  | { readonly kind: 'scalar'; readonly value: string | number | boolean; readonly text: string }
  | { readonly kind: 'list'; readonly elements: readonly Part[] }
  | { readonly kind: 'map'; readonly members: readonly Member[] };

export interface Member {
  readonly name: string;
  /** Of the name; that of the part is the value's. */
  readonly place: Place;
  readonly part: Part;
}

/** The path of a map's member. */
export function memberPath(path: string, name: string): string {
  if (!/^[\w-]+$/.test(name)) return `${path}[${JSON.stringify(name.slice(0, 80))}]`;
  return path === '' ? name : `${path}.${name}`;
}

/** A document that was not read from text. Throws TypeError where it has what JSON has not. */
export function partOf(value: unknown, path = ''): Part {
  const place: Place = { path, position: null };
  if (value === null) return { place, content: { kind: 'nothing' } };
  if (typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) {
    const scalar = value as string | number | boolean;
    return { place, content: { kind: 'scalar', value: scalar, text: String(scalar) } };
  }
  if (Array.isArray(value)) {
    const elements = value.map((element, i) => partOf(element, `${path}[${i}]`));
    return { place, content: { kind: 'list', elements } };
  }
  if (typeof value !== 'object') throw new TypeError(`${path || 'The document'} is of type ${typeof value}.`);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]): Member => {
      const part = partOf(member, memberPath(path, name));
      return { name, place: part.place, part };
    });
  return { place, content: { kind: 'map', members } };
}

/** The value alone. */
export function plainOf({ content }: Part): Value {
  switch (content.kind) {
    case 'nothing':
      return null;
    case 'scalar':
      return content.value;
    case 'list':
      return content.elements.map(plainOf);
    case 'map':
      return Object.fromEntries(content.members.map(({ name, part }) => [name, plainOf(part)]));
  }
}

/** What was found, for errors: as JSON, cut at 80 characters. */
export function shown(part: Part): string {
  if (part.content.kind === 'nothing') return 'nothing';
  const json = JSON.stringify(plainOf(part));
  return json.length > 80 ? `${json.slice(0, 80)}…` : json;
}
