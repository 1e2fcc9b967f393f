import { parseTemplate, showTemplate } from '../scenario/template.js';
import { httpOperation } from '../trace/operation.js';
import type { ScenarioEntry, StepEntry } from './scenario-document.js';

/** Scenarios with names of their own: of those that share one, the second is `An order (2)`. */
export function withUniqueNames(scenarios: readonly ScenarioEntry[]): ScenarioEntry[] {
  const counts = new Map<string, number>();
  return scenarios.map((scenario) => {
    const title = scenario.name === undefined ? '' : asTitle(scenario.name);
    const name = title || nameByDefault('steps' in scenario ? scenario.steps[0]! : scenario);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const { name: _, ...unnamed } = scenario;
    if (count === 1 && title === '') return unnamed as ScenarioEntry;
    return { name: count === 1 ? name : `${name} (${count})`, ...unnamed } as ScenarioEntry;
  });
}

const LONGEST = 180;

/** A text as names and operations may be: one line without placeholders. */
export function asTitle(text: string): string {
  return text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll(/\{{2,}/g, '{')
    .replaceAll(/\}{2,}/g, '}')
    .trim()
    .slice(0, LONGEST);
}

/** What the reader of scenario files calls a scenario that has no name. */
function nameByDefault({ operation, request }: StepEntry): string {
  if (operation !== undefined) return operation;
  const [method = '', path = ''] = request.split(/ (.*)/s);
  return httpOperation(method, showTemplate(parseTemplate(path)));
}
