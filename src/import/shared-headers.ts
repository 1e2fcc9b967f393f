import type { ScenarioEntry, StepEntry } from './scenario-document.js';

/** Scenarios whose steps all send a header with the same value, with that header said once, for all of them. */
export function hoistHeaders(scenarios: readonly ScenarioEntry[]): {
  readonly headers?: Readonly<Record<string, string>>;
  readonly scenarios: readonly ScenarioEntry[];
} {
  const [first, ...others] = scenarios.flatMap((scenario): readonly StepEntry[] =>
    'steps' in scenario ? scenario.steps : [scenario],
  );
  if (first === undefined || others.length === 0) return { scenarios };
  const shared = Object.entries(first.headers ?? {}).filter(
    ([name, value]) => name !== 'content-type' && others.every(({ headers = {} }) => headers[name] === value),
  );
  if (shared.length === 0) return { scenarios };
  const names = new Set(shared.map(([name]) => name));
  return {
    headers: Object.fromEntries(shared),
    scenarios: scenarios.map((scenario) =>
      'steps' in scenario
        ? { ...scenario, steps: scenario.steps.map((step) => without(step, names)) }
        : without(scenario, names),
    ),
  };
}

function without<S extends StepEntry>(step: S, names: ReadonlySet<string>): S {
  const { headers = {}, ...others } = step;
  const left = Object.entries(headers).filter(([name]) => !names.has(name));
  return (left.length === 0 ? others : { ...step, headers: Object.fromEntries(left) }) as S;
}
