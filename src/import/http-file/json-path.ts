/**
 * A JSONPath that names one value (`$.items[0].id`, `$['a b']`) as a JSON pointer
 * (https://www.rfc-editor.org/rfc/rfc6901); null for wildcards, slices, filters and descents.
 */
export function jsonPathPointer(path: string): string | null {
  const [, steps] = /^\$?((?:\.[^.[\]*?@()'"\s]+|\[\d+\]|\['[^']*'\]|\["[^"]*"\])+)$/.exec(path) ?? [];
  if (steps === undefined) return null;
  const names = [...steps.matchAll(/\.([^.[\]]+)|\[(\d+)\]|\['([^']*)'\]|\["([^"]*)"\]/g)].map(
    ([, name, index, single, double]) => name ?? index ?? single ?? double ?? '',
  );
  return names.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
