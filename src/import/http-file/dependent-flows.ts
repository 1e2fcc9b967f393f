import type { ScenarioEntry, StepEntry } from '../scenario-document.js';

/** A request, what others need of its answer, and the requests whose answers it needs itself, by their places. */
export interface Dependent {
  readonly label: string;
  readonly name: string | null;
  readonly step: StepEntry;
  readonly needs: readonly number[];
}

/**
 * A scenario for each request on its own, a flow for those that hang together through answers, in an order in which
 * every answer is there when it is needed. `requests` has null for those that are left out; no request needs one of
 * them, and none needs itself through others.
 */
export function dependentFlows(requests: readonly (Dependent | null)[]): ScenarioEntry[] {
  const groups = connected(requests);
  return [...groups.values()].map((group): ScenarioEntry => {
    const steps = inOrder(group, requests).map((index) => requests[index]!);
    const [only] = steps;
    if (steps.length === 1) return { ...(only!.name === null ? {} : { name: only!.name }), ...only!.step };
    return { name: flowName(steps.map(({ label }) => label)), steps: steps.map(({ step }) => step) };
  });
}

/** Places that hang together, by the first of them. */
function connected(requests: readonly (Dependent | null)[]): Map<number, number[]> {
  const first = requests.map((_, index) => index);
  const rootOf = (index: number): number => (first[index] === index ? index : rootOf(first[index]!));
  requests.forEach((request, index) => {
    for (const needed of request?.needs ?? []) {
      const [low, high] = [rootOf(index), rootOf(needed)].toSorted((one, other) => one - other);
      first[high!] = low!;
    }
  });
  const present = requests.flatMap((request, index) => (request === null ? [] : [index]));
  return Map.groupBy(present, rootOf);
}

/** The file's order, except that what is needed comes first. */
function inOrder(group: readonly number[], requests: readonly (Dependent | null)[]): number[] {
  const ordered = new Set<number>();
  const visit = (index: number): void => {
    if (ordered.has(index)) return;
    for (const needed of requests[index]!.needs) visit(needed);
    ordered.add(index);
  };
  for (const index of group) visit(index);
  return [...ordered];
}

function flowName(labels: readonly string[]): string {
  return labels.length <= 3 ? labels.join(', ') : `${labels[0]} and ${labels.length - 1} more`;
}
