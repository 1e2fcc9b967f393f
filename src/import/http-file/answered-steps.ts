import type { Dependent } from './dependent-flows.js';
import type { WrittenRequest } from './written-request.js';
import type { WrittenStep } from './written-step.js';

interface Written extends WrittenStep {
  readonly request: WrittenRequest;
}

/**
 * Gives the steps that others need answers of their `keep`. A request that cannot be sent is null, with its reason
 * under its place; so is every request that needs one of those.
 */
export function answeredSteps(written: readonly Written[]) {
  const reasons = new Map<number, string>();
  const places = new Map(
    written.flatMap(({ request }, index) => (request.name === null ? [] : [[request.name, index]])),
  );
  const needs = written.map(({ answers }, index) =>
    [...answers].map(([name, { request, from }]) => {
      const place = request.startsWith('#') ? Number(request.slice(1)) : places.get(request);
      if (place === undefined) reasons.set(index, `no request is called "${request}"`);
      return { name, from, place: place ?? index };
    }),
  );
  written.forEach(({ reasons: own }, index) => {
    if (own.length > 0) reasons.set(index, own.join('; '));
  });
  const askedOf = new Map<number, Map<string, string>>();
  leaveOutDependents(
    needs.map((list) => list.map(({ place }) => place)),
    reasons,
  );
  for (const [index, list] of needs.entries()) {
    if (reasons.has(index)) continue;
    for (const { name, from, place } of list) {
      askedOf.set(place, (askedOf.get(place) ?? new Map()).set(name, from));
    }
  }
  const steps = written.map(({ request, step }, index): Dependent | null => {
    if (reasons.has(index)) return null;
    const kept = askedOf.get(index);
    return {
      name: request.title ?? request.name,
      label:
        request.name ?? request.title ?? step.request.replace(/\?.*$/s, '').replaceAll(/\{\{([^{}]*)\}\}/g, '{$1}'),
      step: kept === undefined ? step : { ...step, keep: Object.fromEntries(kept) },
      needs: [...new Set(needs[index]!.map(({ place }) => place))],
    };
  });
  return { steps, reasons };
}

/** Adds a reason for each place that needs, itself or through others, one that has a reason, or itself. */
function leaveOutDependents(needs: readonly (readonly number[])[], reasons: Map<number, string>): void {
  const state = new Map<number, 'open' | 'done'>();
  const visit = (index: number): void => {
    if (state.get(index) === 'done') return;
    state.set(index, 'open');
    for (const needed of needs[index]!) {
      if (state.get(needed) === 'open') {
        if (!reasons.has(index)) reasons.set(index, 'it needs its own answer');
        continue;
      }
      visit(needed);
      if (reasons.has(needed) && !reasons.has(index)) reasons.set(index, 'it needs the answer of one that is left out');
    }
    state.set(index, 'done');
  };
  for (const index of needs.keys()) visit(index);
}
