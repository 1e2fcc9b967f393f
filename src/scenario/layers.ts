import type { PlacedField } from './fields.js';
import type { Problems } from './problems.js';

/** Fields with those of the same name that are nearer to the request in their place. */
export function over(nearer: readonly PlacedField[], farther: readonly PlacedField[]): PlacedField[] {
  const names = new Set(nearer.map(({ field }) => field.name));
  return [...farther.filter(({ field }) => !names.has(field.name)), ...nearer];
}

/** Fields that are equally near, so that none may be there twice. */
export function beside(
  written: readonly PlacedField[],
  byAuth: readonly PlacedField[],
  problems: Problems,
): PlacedField[] {
  for (const { field, place } of byAuth) {
    const same = written.find((other) => other.field.name === field.name);
    if (same === undefined) continue;
    problems.add(place, `sets ${field.name}, which ${same.place.path} sets too. Remove one of them.`);
  }
  return [...written, ...byAuth];
}
