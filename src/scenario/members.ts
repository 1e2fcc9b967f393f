import { nearest } from './nearest.js';
import type { Part } from './part.js';
import type { Problems } from './problems.js';

/** The members of a map that has only keys we know. */
export type Members = ReadonlyMap<string, Part>;

/** What a map of the document may have, and what it is called in errors: `a step`. */
export interface Keys {
  readonly of: string;
  readonly known: readonly string[];
  /** Why a key is not here though it is one elsewhere; null where it is none. */
  readonly elsewhere?: (key: string) => string | null;
}

/** Reads a map. Notes keys that nobody knows, with the one that was most likely meant. Null where it is no map. */
export function readMembers(part: Part, keys: Keys, problems: Problems): Members | null {
  if (part.content.kind !== 'map') {
    problems.wrong(part, `a map with ${keys.known.join(', ')}`, `${keys.known[0]}: …`);
    return null;
  }
  const members = new Map<string, Part>();
  for (const { name, place, part: member } of part.content.members) {
    if (keys.known.includes(name)) {
      members.set(name, member);
      continue;
    }
    const meant = nearest(name, keys.known);
    const elsewhere = keys.elsewhere?.(name) ?? null;
    const remedy =
      meant !== null
        ? `did you mean ${meant}?`
        : (elsewhere ?? `${keys.of} has ${keys.known.length === 1 ? 'only ' : ''}${keys.known.join(', ')}.`);
    problems.add(place, `is no key of ${keys.of}: ${remedy}`);
  }
  return members;
}

/** A member that must be there. Null, and notes it, where it is not. */
export function requiredMember(members: Members, name: string, around: Part, problems: Problems): Part | null {
  const member = members.get(name) ?? null;
  if (member === null) problems.add(around.place, `has no ${name}. Add the key ${name}.`);
  return member;
}
