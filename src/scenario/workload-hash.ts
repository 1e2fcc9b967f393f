import type { Body, Step, Workload } from './workload.js';

/**
 * Eight hexadecimal digits that tell two workloads apart. Equal where the same is sent: of a variable that comes from
 * the environment only its name counts, not the value, and the order in which members of maps are written does not.
 */
export function workloadHash({ scenarios, variables }: Workload): string {
  const named = Object.fromEntries(
    [...variables].map(([name, variable]) => {
      const environment = variable.kind === 'one of' ? variable.environment : undefined;
      return [name, environment === undefined ? variable : { environment }];
    }),
  );
  const told = scenarios.map((scenario) => ({ ...scenario, steps: scenario.steps.map(unordered) }));
  return fnv1a(JSON.stringify([told, named], sorted))
    .toString(16)
    .padStart(8, '0');
}

function unordered({ headers, query, keeps, body, ...step }: Step) {
  const told = { headers: byName(headers), query: byName(query), keeps: byName(keeps) };
  return { ...step, ...told, body: body === null ? null : unorderedBody(body) };
}

function unorderedBody(body: Body) {
  return body.kind === 'form' ? { ...body, fields: byName(body.fields) } : body;
}

/** Those of the same name stay in their order. */
function byName<T extends { readonly name: string }>(entries: readonly T[]): T[] {
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** For JSON.stringify: members in the order of their names, those of JSON templates too. */
function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { kind, members } = value as { readonly kind?: unknown; readonly members?: unknown };
  const object = kind === 'object' && Array.isArray(members) ? { kind, members: Object.fromEntries(members) } : value;
  return Object.fromEntries(Object.entries(object).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The 32-bit FNV-1a hash of a text's UTF-8 (RFC 9923). */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
