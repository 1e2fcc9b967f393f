import type { Exchange } from '../drive/exchange.js';
import type { DrivenSide } from '../drive/plan.js';
import type { Step } from '../scenario/workload.js';
import { type CountedRequest, coverageOf } from '../trace/coverage.js';
import type { Observation } from '../trace/observation.js';
import { type ObservedRequest, type Profile, profileOf } from '../trace/profile.js';
import { type Collected, type CollectedTrace, versionNamed } from './collected.js';

/**
 * The profile of one side of a driven run: every measured request joined with its trace, and accounted for.
 * A request that the runner could not send is left out, and so is one that another version answered.
 * Only runs in pairs keep their id: that is what pairs two profiles again later.
 * Traces that name another version than `expected` are set aside; null: than the one that most name.
 */
export function profileDriven(
  exchanges: readonly Exchange[],
  collected: Collected,
  expected: string | null,
  run: { readonly id: string; readonly inPairs: boolean },
): Profile {
  const sent = exchanges.filter(({ slot, outcome }) => !slot.warmUp && outcome.kind !== 'not sent');
  const toldOf = ({ traceId }: Exchange) => collected.traces.get(traceId)?.told;
  const version = expected ?? commonest(sent.map(({ traceId }) => versionNamed(collected.traces.get(traceId))));
  const operationOfStep = operationNames(
    sent.map((exchange) => ({ step: stepOf(exchange), told: toldOf(exchange) })),
    run.inPairs,
  );
  const counted: CountedRequest[] = [];
  const requests: ObservedRequest[] = [];
  for (const exchange of sent) {
    const { slot, traceId, outcome } = exchange;
    const operation = operationOfStep(stepOf(exchange));
    const found = collected.traces.get(traceId);
    const trace = traceFound(found, version);
    counted.push({ operation, answered: outcome.kind === 'answered', trace });
    if (trace === 'of another version') continue;
    const status = outcome.kind === 'answered' ? outcome.status : 0;
    requests.push({
      traceId,
      run: run.id,
      order: slot.order + exchange.step,
      slot: slot.number,
      startMs: outcome.departedMs,
      operation,
      seen: {
        fault: outcome.kind !== 'answered' || status >= 500,
        error: exchange.unexpected !== null || (stepOf(exchange).expected === null && status >= 400 && status < 500),
        expected: outcome.kind === 'answered' && stepOf(exchange).expected !== null && exchange.unexpected === null,
        throttle: status === 429,
        timedOutAfterMs: outcome.kind === 'timed out' ? outcome.endedMs - outcome.departedMs : null,
      },
      told: found?.complete ? found.told : null,
    });
  }
  return profileOf(requests, { version, run: run.inPairs ? run.id : null, coverage: coverageOf(counted) });
}

/** What was found of a request's trace, where its version should be this; null: any. */
function traceFound(found: CollectedTrace | undefined, version: string | null): CountedRequest['trace'] {
  if (found === undefined) return 'none';
  const named = versionNamed(found);
  if (named !== null && version !== null && named !== version) return 'of another version';
  return found.complete ? 'whole' : 'in part';
}

/**
 * The sides that were driven and of which the application named no version in any trace: which build answered is not
 * known. What the gate's own segments say was only what it expected.
 */
export function unversionedSides(
  exchanges: readonly Exchange[],
  collected: Pick<Collected, 'traces'>,
): readonly DrivenSide[] {
  return (['candidate', 'baseline'] as const).filter((side) => {
    const driven = exchanges.filter((exchange) => exchange.side === side);
    const named = ({ traceId }: Exchange) => (collected.traces.get(traceId)?.told.version ?? null) !== null;
    return driven.length > 0 && !driven.some(named);
  });
}

/**
 * The profile of a version whose traces were found rather than driven: in X-Ray, or in a file. Traces that name another
 * version than `expected` are set aside; null: than the one that most name.
 */
export function profileFound(collected: Collected, wanted: number, expected: string | null): Profile {
  const requests: ObservedRequest[] = [];
  const never = Array.from({ length: Math.max(0, wanted - collected.traces.size) }, () => NEVER_FOUND);
  const counted: CountedRequest[] = [...never];
  const version = expected ?? commonest([...collected.traces.values()].map(versionNamed));
  for (const [traceId, found] of collected.traces) {
    const { told, client } = found;
    const { root } = told;
    const trace = traceFound(found, version);
    // What has no root is not whole, whatever else has come.
    counted.push({
      operation: root?.operation ?? null,
      answered: true,
      trace: trace === 'whole' && root === null ? 'in part' : trace,
    });
    if (root === null || trace !== 'whole') continue;
    const { startMs, operation } = root;
    requests.push({
      traceId,
      run: client?.run ?? runIn(root.userAgent ?? ''),
      order: 0,
      slot: 0,
      startMs,
      operation,
      seen: null,
      told,
    });
  }
  requests.sort((a, b) => a.startMs - b.startMs);
  return profileOf(
    requests.map((request, order) => ({ ...request, order, slot: order })),
    { version, run: null, coverage: coverageOf(counted) },
  );
}

/** A trace that a search named and that could not be fetched. */
const NEVER_FOUND: CountedRequest = { operation: null, answered: true, trace: 'none' };

/** The run that sent a request, which its user agent tells: `xray-gate/1.2.0 run-0a1b2c3d`. */
function runIn(userAgent: string): string | null {
  return /^xray-gate\/\S+ run-([0-9a-f]+)/.exec(userAgent)?.[1] ?? null;
}

/** A request of a step, and what its trace tells. */
interface Served {
  readonly step: Step;
  readonly told: Observation | undefined;
}

/**
 * The name of each request's operation. Side by side, both versions were asked the same thing, and the step says what.
 * One after the other, it must be named as traces that are only found will be: after the root segment; a request
 * without a trace is named as most others of its step are.
 */
export function operationNames(served: readonly Served[], inPairs: boolean): (step: Step) => string {
  if (inPairs) return (step) => step.operation;
  const byStep = Map.groupBy(served, ({ step }) => step);
  const names = new Map(
    [...byStep].map(([step, requests]) => {
      const named = requests.map(({ told }) => (told?.root?.hasUrl ? told.root.operation : null));
      return [step, commonest(named)];
    }),
  );
  return (step) => names.get(step) ?? step.operation;
}

function stepOf({ slot, step }: Exchange): Step {
  return slot.scenario.steps[step]!;
}

/** The version that most name; null where none does. */
export function commonest(versions: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const version of versions) if (version !== null) counts.set(version, (counts.get(version) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
