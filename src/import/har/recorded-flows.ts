import type { DeclaredVariables } from '../declared-variables.js';
import type { ScenarioEntry, StepEntry } from '../scenario-document.js';
import { linkedFlow } from './linked-flow.js';
import { type RecordedRequest, shownOperation, shownPath } from './recorded-request.js';

const LONGEST_THINK_MS = 5_000;
const THINK_STEP_MS = 100;
const HIGHEST_WEIGHT = 1000;

type StepOf = (request: RecordedRequest) => StepEntry;

/**
 * A flow for each page, its requests in the order in which they were sent and with the pauses between them. What later
 * steps know from earlier answers is kept under a name of `names`; `links` says what that is.
 */
export function flowsOfPages(
  requests: readonly RecordedRequest[],
  pages: ReadonlyMap<string, string>,
  stepOf: StepOf,
  names: DeclaredVariables,
) {
  const links: string[] = [];
  const scenarios = [...ofEachPage(requests)].map(([page, recorded]): ScenarioEntry => {
    const flow = linkedFlow(
      inOrder(recorded).map((request, at, all) => ({
        request,
        step: withPause(stepOf(request), request, all[at - 1]),
      })),
      names,
    );
    links.push(...flow.links);
    return { name: pageName(pages.get(page) ?? '', recorded[0]!), steps: flow.steps };
  });
  return { scenarios, links };
}

/** A scenario for each method and path, as often as it was recorded. `differing` lists those whose queries or bodies differ. */
export function requestsByFrequency(requests: readonly RecordedRequest[], stepOf: StepOf) {
  const groups = new Map<string, RecordedRequest[]>();
  for (const request of requests) add(groups, `${request.method} ${request.url.pathname}`, request);
  const differing: string[] = [];
  const most = Math.max(...[...groups.values()].map(({ length }) => length));
  const scale = Math.min(1, HIGHEST_WEIGHT / most);
  const scenarios = [...groups.values()].map((recorded): ScenarioEntry => {
    const variants = new Map<string, RecordedRequest[]>();
    for (const request of recorded) add(variants, `${request.url.search} ${request.body?.text ?? ''}`, request);
    if (variants.size > 1) differing.push(shownOperation(recorded[0]!));
    const [request] = [...variants.values()].reduce((most, next) => (next.length > most.length ? next : most));
    const weight = Math.max(1, Math.round(recorded.length * scale));
    return { ...(weight === 1 ? {} : { weight }), ...stepOf(request!) };
  });
  return { scenarios, differing };
}

/** Requests without a page belong to the page before them. */
function ofEachPage(requests: readonly RecordedRequest[]): Map<string, RecordedRequest[]> {
  const groups = new Map<string, RecordedRequest[]>();
  let current = requests.find(({ page }) => page !== null)?.page ?? '';
  for (const request of requests) {
    current = request.page ?? current;
    add(groups, current, request);
  }
  return groups;
}

function add(groups: Map<string, RecordedRequest[]>, name: string, request: RecordedRequest): void {
  const group = groups.get(name);
  if (group === undefined) groups.set(name, [request]);
  else group.push(request);
}

/** Browsers write entries as they end. */
function inOrder(requests: readonly RecordedRequest[]): RecordedRequest[] {
  const dated = requests.every(({ startedAtMs }) => Number.isFinite(startedAtMs));
  return dated ? requests.toSorted((one, other) => one.startedAtMs - other.startedAtMs) : [...requests];
}

/**
 * ```
 * before  |----------|
 * request            .......|-----|
 *                     think           none where they overlap; at most 5 s, in steps of 100 ms
 * ```
 */
function withPause(step: StepEntry, request: RecordedRequest, before: RecordedRequest | undefined): StepEntry {
  if (before === undefined) return step;
  const pauseMs = request.startedAtMs - before.startedAtMs - before.durationMs;
  const rounded = Math.min(LONGEST_THINK_MS, Math.round(pauseMs / THINK_STEP_MS) * THINK_STEP_MS);
  return rounded > 0 ? { think: `${rounded}ms`, ...step } : step;
}

/** The page's title; Chrome writes its address there, of which the query may hold anything. */
function pageName(title: string, first: RecordedRequest): string {
  const address = /^https?:/.test(title) ? URL.parse(title) : null;
  if (address === null && title !== '') return title;
  return shownPath((address ?? first.url).pathname);
}
