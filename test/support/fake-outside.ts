import type { Outside } from '../../src/scenario/outside.js';

/** Files by path, and variables of the process by name. */
export function fakeOutside(
  files: Readonly<Record<string, string>> = {},
  variables: Readonly<Record<string, string>> = {},
): Outside {
  return { readText: async (path) => files[path] ?? null, variable: (name) => variables[name] };
}
