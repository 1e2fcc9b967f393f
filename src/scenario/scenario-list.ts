import { readAuth } from './authorization.js';
import { type Keys, type Members, readMembers } from './members.js';
import type { Part } from './part.js';
import type { Problems } from './problems.js';
import type { Reading } from './reading.js';
import { type Inherited, readStep, STEP_KEYS } from './step.js';
import { readTitle } from './text-part.js';
import type { Scenario, Step } from './workload.js';

const OWN_KEYS = ['name', 'weight', 'auth', 'steps'];

const FLOW: Keys = {
  of: 'a scenario with steps',
  known: OWN_KEYS,
  elsewhere: (key) => (STEP_KEYS.includes(key) ? 'it belongs to one of the steps.' : null),
};
const SINGLE: Keys = { of: 'a scenario', known: ['name', 'weight', ...STEP_KEYS, 'steps'] };
const STEP: Keys = {
  of: 'a step',
  known: STEP_KEYS,
  elsewhere: (key) => (OWN_KEYS.includes(key) ? 'it belongs to the scenario.' : null),
};

/** Reads the scenarios of a document; `inherited` is what the document gives to each request. */
export async function readScenarios(
  part: Part,
  inherited: Omit<Inherited, 'kept'>,
  reading: Reading,
): Promise<Scenario[]> {
  const elements = part.content.kind === 'list' ? part.content.elements : [];
  if (elements.length === 0) {
    reading.problems.wrong(part, 'a list of at least one scenario', '- request: GET /health');
  }
  const scenarios: Scenario[] = [];
  const places = new Map<string, string>();
  for (const element of elements) {
    const scenario = await readScenario(element, inherited, reading);
    if (scenario === null) continue;
    const before = places.get(scenario.name);
    if (before === undefined) places.set(scenario.name, element.place.path);
    else {
      const same = `is named "${scenario.name}", and so is ${before}`;
      reading.problems.add(
        element.place,
        `${same}. Give each a name of its own: a scenario without one has that of its first operation.`,
      );
    }
    scenarios.push(scenario);
  }
  return scenarios;
}

/** Null, and notes why, where not every step could be read. */
async function readScenario(
  part: Part,
  inherited: Omit<Inherited, 'kept'>,
  reading: Reading,
): Promise<Scenario | null> {
  const { problems } = reading;
  const isFlow = part.content.kind === 'map' && part.content.members.some(({ name }) => name === 'steps');
  const members = readMembers(part, isFlow ? FLOW : SINGLE, problems);
  if (members === null) return null;
  const weight = readWeight(members.get('weight'), problems);
  const name = members.get('name');
  const title = name === undefined ? null : readTitle(name, problems, 'place an order');
  const steps = isFlow
    ? await readSteps(members, inherited, reading)
    : [await readStep(part, members, { ...inherited, kept: new Set() }, reading)];
  const [first] = steps;
  if (first == null || !steps.every((step) => step !== null)) return null;
  return { name: title ?? first.operation, weight, steps };
}

async function readSteps(
  members: Members,
  inherited: Omit<Inherited, 'kept'>,
  reading: Reading,
): Promise<(Step | null)[]> {
  const { problems } = reading;
  const part = members.get('steps')!;
  const elements = part.content.kind === 'list' ? part.content.elements : [];
  if (elements.length === 0) problems.wrong(part, 'a list of at least one step', '- request: GET /health');
  const ownAuth = members.get('auth');
  const auth = ownAuth === undefined ? inherited.auth : readAuth(ownAuth, inherited.variables, reading);
  const kept = new Set<string>();
  const steps: (Step | null)[] = [];
  for (const element of elements) {
    const stepMembers = readMembers(element, STEP, problems);
    if (stepMembers === null) continue;
    steps.push(await readStep(element, stepMembers, { ...inherited, auth, kept }, reading));
    for (const name of keptNames(stepMembers)) kept.add(name);
  }
  return steps;
}

/** Also of a step that is wrong otherwise, so that the steps after it are not blamed. */
function keptNames(step: Members): string[] {
  const keep = step.get('keep')?.content;
  return keep?.kind === 'map' ? keep.members.map(({ name }) => name) : [];
}

function readWeight(part: Part | undefined, problems: Problems): number {
  if (part === undefined) return 1;
  const weight = part.content.kind === 'scalar' ? part.content.value : null;
  if (typeof weight === 'number' && Number.isInteger(weight) && weight >= 1 && weight <= 1000) return weight;
  const write = weight === 0 ? '1, or leave the scenario out' : '3';
  problems.wrong(part, 'a whole number from 1 to 1000', write);
  return 1;
}
