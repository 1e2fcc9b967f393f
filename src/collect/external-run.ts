import type { Clock } from '../drive/clock.js';
import type { DrivenSide } from '../drive/plan.js';
import type { Workload } from '../scenario/workload.js';
import { type Coverage, type ObservedRequest, type Profile, profileOf } from '../trace/profile.js';
import { rootOf, type Trace } from '../trace/trace.js';
import { versionOf } from '../trace/version.js';
import { type Collected, type CollectSettings, collectTraces } from './collector.js';
import { type ExternalAgent, parseExternalAgent } from './external-agent.js';
import { commonest, type VersionCheck } from './profiles.js';
import { runFilter } from './trace-filter.js';
import type { TraceSource } from './trace-source.js';

/** What another engine drove, as far as X-Ray knows of it. */
export interface ExternalRun {
  readonly collected: Collected;
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
  source: TraceSource,
  settings: Omit<CollectSettings, 'looks'>,
  clock: Clock,
  onProgress: (progress: { readonly settled: number; readonly wanted: number }) => void,
): Promise<ExternalRun> {
  const deadlineMs = clock.nowMs() + settings.settleTimeoutMs;
  let found: readonly string[] = [];
  let scanned = 0;
  for (let quiet = 0; quiet < QUIET_SEARCHES && found.length < run.expected; ) {
    const seen = await source.find({
      filter: runFilter(run.id),
      what: `traces of run ${run.id}`,
      sinceMs: run.sinceMs,
      untilMs: clock.nowMs(),
      limit: 2 * run.expected + SEARCH_SLACK,
      enough: run.expected,
    });
    scanned += seen.scanned;
    quiet = seen.traceIds.length > found.length ? 0 : quiet + 1;
    found = seen.traceIds;
    if (found.length >= run.expected || clock.nowMs() + SEARCH_EVERY_MS > deadlineMs) break;
    await clock.until(clock.nowMs() + SEARCH_EVERY_MS);
  }
  const collected = await collectTraces(found, source, { ...settings, looks: 2 }, clock, onProgress);
  return { collected, scanned };
}

/** More than expected may have been sent: by a script that was run twice, or had other settings. */
const SEARCH_SLACK = 100;

/**
 * The profile of one side of a run that another engine drove; its user agent tells slot and step of each request.
 * What only a driver sees, such as requests without an answer, is not known: coverage counts them as sent and missing.
 */
export function profileExternal(
  side: DrivenSide,
  { collected }: ExternalRun,
  check: VersionCheck,
  {
    workload,
    ...run
  }: { readonly id: string; readonly inPairs: boolean; readonly expected: number; readonly workload: Workload },
): Profile {
  const sent = [...collected.traces].flatMap(([traceId, { trace, complete }]) => {
    const agent = agentOf(trace);
    return agent?.side === side && agent.runId === run.id ? [{ traceId, trace, complete, agent }] : [];
  });
  const version = check.expected ?? commonest(sent.map(({ trace }) => versionOf(trace, check.annotation)));
  const ours = sent.filter(({ trace }) => {
    const named = versionOf(trace, check.annotation);
    return named === null || version === null || named === version;
  });
  const whole = ours.filter(({ complete }) => complete);
  const coverage: Coverage = {
    sent: Math.max(run.expected, sent.length),
    answered: sent.length,
    traced: sent.length,
    complete: whole.length,
    otherVersion: sent.length - ours.length,
  };
  const slots = slotNumbers(collected);
  const mostSteps = Math.max(...workload.scenarios.map(({ steps }) => steps.length));
  const requests = whole.flatMap(({ traceId, trace, agent }): ObservedRequest[] => {
    const step = workload.scenarios[agent.scenario]?.steps[agent.step];
    const slot = slots.get(agent.slot);
    if (step === undefined || slot === undefined) return [];
    return [
      {
        traceId,
        run: run.id,
        order: slot * mostSteps + agent.step,
        slot,
        startMs: rootOf(trace)?.startMs ?? 0,
        operation: step.operation,
        seen: null,
        trace,
      },
    ];
  });
  return profileOf(requests, { version, run: run.inPairs ? run.id : null, coverage }, check.annotation);
}

/** A number for each slot, the same for both sides. */
function slotNumbers({ traces }: Collected): Map<string, number> {
  const tokens = [...traces.values()].flatMap(({ trace }) => agentOf(trace)?.slot ?? []);
  return new Map([...new Set(tokens)].toSorted().map((token, number) => [token, number]));
}

function agentOf(trace: Trace): ExternalAgent | null {
  return parseExternalAgent(rootOf(trace)?.http?.userAgent ?? '');
}
