import { type Alignment, type BothSides, bothSides } from './alignment.js';
import type { CountHypothesis, Hypothesis } from './hypothesis.js';
import { edgeKey, type Place } from './place.js';
import { PlacesFound } from './places-found.js';
import { counted } from './question.js';
import type { StepPlace } from './step-places.js';
import type { Questions } from './suspicions.js';

/** Of each side, the place of each step of its profile. */
type StepPlaces = BothSides<readonly (StepPlace | null)[]>;

/**
 * How often a request does what it repeats: the local subsegments of which any request has several beside each other, and
 * the calls of each operation on an edge. `warm`: traces without cold starts; `asked`: what is asked already.
 *
 * Left out is what one side never does, for a new subsegment is instrumentation, and calls of a new operation count among
 * its edge's; and what another question answers: what never varies, and what every request does exactly so many times as
 * it makes some edge's calls, or goes through some other step. All of this is read off both sides together. None of
 * it is left out where it is `suspected`: fresh traffic that shows the same more sharply must not answer nothing.
 */
export function stepHypotheses(
  operation: string,
  places: StepPlaces,
  warm: Alignment,
  asked: readonly Hypothesis[],
  suspected: Questions | null,
): CountHypothesis[] {
  const calls = asked.filter((each): each is CountHypothesis => each.metric === 'calls');
  const allCalls = new Map(calls.map((each) => [edgeKey(each.place.edge!), each.samples]));
  const chosen = [...calls];
  const isSuspected = (place: Place) => suspected?.asks({ metric: 'calls', place }) ?? false;
  for (const { place, found } of foundSteps(operation, places, warm, isSuspected)) {
    const mustAsk = isSuspected(place);
    if (!mustAsk && (found.baseline.counts.length === 0 || found.candidate.counts.length === 0)) continue;
    const within = place.edge === null ? null : allCalls.get(edgeKey(place.edge));
    if (within === undefined) continue;
    const counts = counted('calls', place, warm, (side, i) => found[side].counts[i] ?? 0);
    if (!mustAsk && (isConstant(counts) || chosen.some((other) => areProportional(counts, other)))) continue;
    chosen.push(within === null ? counts : { ...counts, within });
  }
  return chosen.slice(calls.length);
}

/** Counts of the steps that may be asked about, calls before local subsegments, and these before their parts. */
function foundSteps(operation: string, places: StepPlaces, warm: Alignment, isSuspected: (place: Place) => boolean) {
  const repeated = repeatedPlaces(places, warm);
  const found = new PlacesFound(() => ({ counts: [] as number[], depth: Number.POSITIVE_INFINITY }));
  bothSides(warm.requests, (requests, side) => {
    const isAsked = places[side].map(
      (step) =>
        step !== null &&
        (step.place.edge !== null || repeated.has(step.key) || isSuspected({ ...step.place, operation })),
    );
    requests.forEach(({ request }, i) => {
      for (const { step, count } of request.steps) {
        if (isAsked[step] !== true) continue;
        const { place, depth } = places[side][step]!;
        const at = found.at(side, step, () => ({ ...place, operation }));
        at.counts[i] = (at.counts[i] ?? 0) + count;
        at.depth = Math.min(at.depth, depth);
      }
    });
  });
  const depthOf = ({ baseline, candidate }: BothSides<{ readonly depth: number }>) =>
    Math.min(baseline.depth, candidate.depth);
  return found
    .all()
    .toSorted(
      (a, b) => Number(a.place.edge === null) - Number(b.place.edge === null) || depthOf(a.found) - depthOf(b.found),
    );
}

/** Keys of the local subsegments that a request has several of beside each other. */
function repeatedPlaces(places: StepPlaces, { requests }: Alignment): ReadonlySet<string> {
  const repeated = new Set<string>();
  bothSides(requests, (of, side) => {
    for (const { request } of of) {
      for (const { step, count } of request.steps) {
        const at = places[side][step];
        if (at != null && count > 1) repeated.add(at.key);
      }
    }
  });
  return repeated;
}

function isConstant({ samples }: CountHypothesis): boolean {
  const first = samples.candidate.count[0];
  return Object.values(samples).every(({ count }) => count.every((each) => each === first));
}

/** Whether the one is so many times the other in every request: their tests give the same z. */
function areProportional(a: CountHypothesis, b: CountHypothesis): boolean {
  const [of, by] = [a, b].map(({ samples: { baseline, candidate } }) => [baseline.count, candidate.count]);
  const some = of!.flatMap((counts, side) => {
    const i = counts.findIndex((count) => count !== 0);
    return i === -1 ? [] : [{ of: counts[i]!, by: by![side]![i]! }];
  })[0];
  if (some === undefined || some.by === 0) return false;
  return of!.every((counts, side) => counts.every((count, i) => count * some.by === by![side]![i]! * some.of));
}
