import type { DeclaredVariables } from '../declared-variables.js';
import type { StepEntry } from '../scenario-document.js';
import { placeholder } from '../template-text.js';
import { answerValues, collectionOf, singular } from './answer-values.js';
import { type RecordedRequest, shownOperation } from './recorded-request.js';
import { decoded, valuesOf, withValues } from './step-values.js';

/** A recorded request and the step that it became. */
export interface RecordedStep {
  readonly request: RecordedRequest;
  readonly step: StepEntry;
}

/** Where a value is kept from. */
interface Source {
  readonly index: number;
  readonly from: string;
  readonly name: string;
}

/**
 * A flow whose later steps ask for what earlier answers said, instead of what was recorded. Linked is what surely came
 * from an answer: a value that no request had sent until then, and that later stands alone: as a segment of a path, a
 * value of a query or of a JSON body; or a path that the header `location` gave. `links` says what was linked.
 */
export function linkedFlow(
  recorded: readonly RecordedStep[],
  names: DeclaredVariables,
): { readonly steps: readonly StepEntry[]; readonly links: readonly string[] } {
  const wanted = new Set(recorded.flatMap(({ step }) => [...valuesOf(step)]));
  const known = new Map<string | number, Source>();
  const locations = new Map<string, Source>();
  const keeps = recorded.map(() => new Map<string, string>());
  const sent = recorded.map(({ request }) => textOf(request));
  const links: string[] = [];
  const nameFor = (source: Source): string => {
    const { request } = recorded[source.index]!;
    const meaning = JSON.stringify([source.index, shownOperation(request), source.from]);
    const name = names.reserve(source.name, meaning);
    const kept = keeps[source.index]!;
    if (!kept.has(name)) links.push(`${name} (${shownOperation(request)}, ${source.from})`);
    kept.set(name, source.from);
    return name;
  };
  const steps = recorded.map(({ request, step }, index): StepEntry => {
    const answered = (source: Source | undefined): Source | null =>
      source !== undefined && hadAnswer(recorded[source.index]!.request, request) ? source : null;
    const linked = withValues(step, (value) => {
      const source = answered(known.get(value));
      return source === null ? null : placeholder(nameFor(source));
    });
    const location = linked.request === step.request ? answered(locations.get(pathOf(request.url) ?? '')) : null;
    const isNew = (text: string) => !sent.some((earlier, at) => at <= index && earlier.includes(text));
    for (const { value, pointer, name } of answerValues(request)) {
      if (wanted.has(String(value)) && !known.has(value) && isNew(String(value))) {
        known.set(value, { index, from: pointer, name });
      }
    }
    const place = locationOf(request);
    if (place !== null && !locations.has(place) && isNew(place)) {
      locations.set(place, { index, from: 'header location', name: `${singular(collectionOf(request))}_location` });
    }
    return location === null ? linked : followed(linked, request, nameFor(location));
  });
  return {
    steps: steps.map((step, index) =>
      keeps[index]!.size === 0 ? step : { ...step, keep: Object.fromEntries(keeps[index]!) },
    ),
    links,
  };
}

function followed(step: StepEntry, request: RecordedRequest, name: string): StepEntry {
  return {
    ...step,
    request: `${request.method} ${placeholder(name)}`,
    operation: step.operation ?? shownOperation(request),
  };
}

/** Whether an answer had come when a request was sent; where the recording has no times, its order tells. */
function hadAnswer(earlier: RecordedRequest, later: RecordedRequest): boolean {
  return !(later.startedAtMs < earlier.startedAtMs + earlier.durationMs);
}

/** All that a request sent, as recorded and decoded. */
function textOf({ url, headers, body }: RecordedRequest): string {
  const address = `${url.pathname}${url.search}`;
  return [address, decoded(address), ...headers.map(({ value }) => value), body?.text ?? ''].join('\n');
}

/** Where the answer sends to on its own host, if that names one thing. */
function locationOf({ location, url }: RecordedRequest): string | null {
  const place = location === '' ? null : URL.parse(location, url.href);
  if (place === null || place.origin !== url.origin || place.hash !== '') return null;
  const path = pathOf(place);
  return path !== null && /\/(?=[^/]*\d)[^/]{4,}/.test(path) ? path : null;
}

/** null where there is a query. */
function pathOf({ pathname, search }: URL): string | null {
  return search === '' ? pathname : null;
}
