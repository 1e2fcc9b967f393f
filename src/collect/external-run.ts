import type { DrivenSide } from '../drive/plan.js';
import { GateError } from '../errors.js';
import type { Step, Workload } from '../scenario/workload.js';
import { workloadHash } from '../scenario/workload-hash.js';
import { type CountedRequest, coverageOf } from '../trace/coverage.js';
import type { Observation } from '../trace/observation.js';
import { type ObservedRequest, type Profile, profileOf } from '../trace/profile.js';
import { collectTraces } from './collect-traces.js';
import type { Collected, CollectPorts, SettledProgress } from './collected.js';
import { isEnoughInAll } from './enough.js';
import { type ExternalAgent, parseExternalAgent } from './external-agent.js';
import { commonest, operationNames } from './profiles.js';
import { runFilter } from './trace-filter.js';

/** What another engine drove, as far as X-Ray knows of it. */
export interface ExternalRun {
  readonly collected: Collected;
  /** Traces that a search named, of either side, and that were not returned. */
  readonly unread: number;
  /** Traces that X-Ray looked at. */
  readonly scanned: number;
}

/** Between two searches: each is paid for by what it scans. */
const SEARCH_EVERY_MS = 10_000;
/** After so many searches without a new trace no more are expected. */
const QUIET_SEARCHES = 3;

/**
 * The traces of a run whose requests another engine sent, found by their user agent. X-Ray learns of traces late: it is
 * searched again until as many as `expected` are there, or three searches brought no new one.
 */
export async function collectExternalRun(
  run: { readonly id: string; readonly sinceMs: number; readonly expected: number },
  ports: CollectPorts,
  settings: { readonly settleTimeoutMs: number; readonly versionAnnotation: string },
  tell: SettledProgress,
): Promise<ExternalRun> {
  const { clock, traces } = ports;
  const deadlineMs = clock.nowMs() + settings.settleTimeoutMs;
  let found: readonly string[] = [];
  let scanned = 0;
  for (let quiet = 0; quiet < QUIET_SEARCHES && found.length < run.expected; ) {
    const seen = await traces.find({
      filter: runFilter(run.id),
      what: `traces of run ${run.id}`,
      group: null,
      sinceMs: run.sinceMs,
      untilMs: clock.nowMs(),
      limit: 2 * run.expected + SEARCH_SLACK,
      isEnough: (soFar) => isEnoughInAll(soFar, run.expected),
    });
    scanned += seen.scanned;
    quiet = seen.traceIds.length > found.length ? 0 : quiet + 1;
    found = seen.traceIds;
    if (found.length >= run.expected || clock.nowMs() + SEARCH_EVERY_MS > deadlineMs) break;
    await clock.until(clock.nowMs() + SEARCH_EVERY_MS);
  }
  const collected = await collectTraces(found, ports, { ...settings, looks: 2 }, tell);
  return { collected, unread: found.length - collected.traces.size, scanned };
}

/** More than expected may have been sent: by a script that was run twice, or had other settings. */
const SEARCH_SLACK = 100;

/** What is known of a run beside its traces. */
export interface ExternalSettings {
  readonly id: string;
  readonly inPairs: boolean;
  /** Requests that were to be sent to each side. */
  readonly expected: number;
  readonly workload: Workload;
}

/** A request that left a trace. */
interface Found {
  readonly traceId: string;
  readonly told: Observation;
  readonly complete: boolean;
  readonly agent: ExternalAgent;
  readonly step: Step;
}

/**
 * The profile of one side of a run that another engine drove; its user agent tells slot and step of each request.
 * Only traces tell of it. In pairs, the first request of a slot that left a trace on the other side alone was sent here
 * too and did not get as far as a trace: a fault, as requests without an answer are. Other requests without a trace
 * are counted as sent and missing. Traces that name another version than `expected` are set aside; null: than the one that
 * most name.
 */
export function profileExternal(
  side: DrivenSide,
  { collected }: ExternalRun,
  expected: string | null,
  run: ExternalSettings,
): Profile {
  const found = foundIn(collected, run);
  const sent = found.filter(({ agent }) => agent.side === side);
  const version = expected ?? commonest(sent.map(({ told }) => told.version));
  const ours = sent.filter(({ told }) => told.version === null || version === null || told.version === version);
  const whole = ours.filter(({ complete }) => complete);
  const lost = run.inPairs ? lostOn(side, found) : [];
  const slots = slotNumbers(found);
  const mostSteps = Math.max(...run.workload.scenarios.map(({ steps }) => steps.length));
  const operationOfStep = operationNames(ours, run.inPairs);
  const placed = ({ agent, step, told, traceId }: Found) => {
    const slot = slots.get(agent.slot)!;
    const startMs = told.root?.startMs ?? 0;
    return {
      traceId,
      run: run.id,
      order: slot * mostSteps + agent.step,
      slot,
      startMs,
      operation: operationOfStep(step),
    };
  };
  const requests: ObservedRequest[] = [
    ...whole.map((request) => ({ ...placed(request), seen: null, told: request.told })),
    ...lost.map((partner) => ({
      ...placed(partner),
      traceId: `no trace of ${partner.traceId}'s pair`,
      seen: UNANSWERED,
      told: null,
    })),
  ];
  const [isOurs, isWhole] = [new Set(ours), new Set(whole)];
  const counted: CountedRequest[] = [
    ...sent.map(
      (each): CountedRequest => ({
        operation: operationOfStep(each.step),
        answered: true,
        trace: isWhole.has(each) ? 'whole' : isOurs.has(each) ? 'in part' : 'of another version',
      }),
    ),
    ...lost.map(({ step }) => ({ ...NEVER_SEEN, operation: operationOfStep(step) })),
  ];
  const unknown = Array.from({ length: Math.max(0, run.expected - counted.length) }, () => NEVER_SEEN);
  const coverage = coverageOf([...counted, ...unknown]);
  return profileOf(requests, { version, run: run.inPairs ? run.id : null, coverage });
}

/** A request that was to be sent, and left no trace: nothing tells which it was. */
const NEVER_SEEN: CountedRequest = { operation: null, answered: false, trace: 'none' };

const UNANSWERED = { fault: true, error: false, throttle: false, expected: false, timedOutAfterMs: null };

/** Throws GateError where the run sent another workload than this. */
function foundIn({ traces }: Collected, { id, workload }: ExternalSettings): Found[] {
  const hash = workloadHash(workload);
  return [...traces].flatMap(([traceId, { told, complete }]) => {
    const agent = agentOf(told);
    if (agent?.runId !== id) return [];
    const step = workload.scenarios[agent.scenario]?.steps[agent.step];
    if (agent.workload === hash && step !== undefined) return [{ traceId, told, complete, agent, step }];
    throw new GateError(
      `Run ${id} sent other requests than these: its script was made of the workload ${agent.workload}, and "requests" or "scenarios" now give ${hash}.`,
      'Give the gate what the traffic was exported with, files of the scenarios included, in the same version of the gate; or export and drive again.',
    );
  });
}

/** The other side's first requests whose partners left no trace. */
function lostOn(side: DrivenSide, found: readonly Found[]): Found[] {
  const first = found.filter(({ agent }) => agent.step === 0);
  const here = new Set(first.filter(({ agent }) => agent.side === side).map(({ agent }) => agent.slot));
  return first.filter(({ agent }) => agent.side !== side && !here.has(agent.slot));
}

/** A number for each slot, the same for both sides. */
function slotNumbers(found: readonly Found[]): Map<string, number> {
  const tokens = found.map(({ agent }) => agent.slot);
  return new Map([...new Set(tokens)].toSorted().map((token, number) => [token, number]));
}

function agentOf({ root }: Observation): ExternalAgent | null {
  return parseExternalAgent(root?.userAgent ?? '');
}
