import type { Template } from './template.js';
import type { Step } from './workload.js';

/**
 * The name of the kept value that is a path as a whole, as in `GET {{location}}`: what an answer said is followed as a
 * link. Null where it is a path of the scenario's own, with or without placeholders.
 */
export function followedName(path: Template): string | null {
  const [only, ...more] = path;
  return only === undefined || typeof only === 'string' || more.length > 0 ? null : only.name;
}

/** What of the steps' kept values is followed by one of them. */
export function followedNames(steps: readonly Step[]): ReadonlySet<string> {
  return new Set(steps.flatMap(({ path }) => followedName(path) ?? []));
}
