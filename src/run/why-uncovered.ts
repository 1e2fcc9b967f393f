import type { Uncovered } from '../collect/coverage-cause.js';
import { likelyCauses, type SearchEvidence } from '../collect/coverage-causes.js';
import { lostTraces, type SentRequest } from '../collect/lost-traces.js';
import type { BothSides } from '../compare/alignment.js';
import type { Evidence } from '../compare/evidence.js';
import type { Exchange } from '../drive/exchange.js';
import type { DrivenSide } from '../drive/plan.js';
import type { Settings } from '../inputs.js';
import type { SentTraffic } from '../request-log.js';
import { lostOf } from '../trace/coverage.js';
import type { Profile } from '../trace/profile.js';
import type { World } from '../world.js';
import type { Seen } from './measure.js';
import { type RunSearch, type SoughtRun, searchRun } from './run-search.js';
import { type Run, userAgentOf } from './traffic.js';

/** A stage that was driven, and the profiles that came of it. */
export interface DrivenStage {
  readonly stage: Uncovered['stage'];
  readonly seen: Pick<Seen, 'exchanges' | 'collected'>;
  readonly profiles: Partial<BothSides<Profile>>;
}

/** What a run drives, and how. */
export interface DrivenRun {
  readonly targets: Partial<BothSides<URL>>;
  readonly settings: Settings;
  readonly run: Run;
  /** All that was sent so far. */
  readonly traffic: readonly SentTraffic[];
  readonly world: World;
}

/** As {@link whyUncovered}, of each stage of a run in pairs. */
export async function whyPairsUncovered(
  { screen, confirmation }: Evidence,
  stages: readonly Seen[],
  about: DrivenRun,
): Promise<readonly Uncovered[]> {
  const [first, second] = stages;
  const confirmed = confirmation.kind === 'measured' ? confirmation.stage.profiles : {};
  return [
    ...(first === undefined ? [] : await whyUncovered({ stage: 'first', seen: first, ...screen }, about)),
    ...(second === undefined ? [] : await whyUncovered({ stage: 'second', seen: second, profiles: confirmed }, about)),
  ];
}

/** A search costs, and explains nothing where fewer of the losses than this left no trace at all. */
const WORTH_A_SEARCH = 0.1;

/**
 * Why whole traces were found for so few requests of a stage: one for each side that has less of them than
 * `minimum-coverage`. Asks X-Ray only where there is such a side. Never throws a GateError.
 */
export async function whyUncovered(driven: DrivenStage, about: DrivenRun): Promise<readonly Uncovered[]> {
  const { targets, settings, world } = about;
  const sides = (['candidate', 'baseline'] as const).flatMap((side) => {
    const [profile, target] = [driven.profiles[side], targets[side]];
    if (profile === undefined || target === undefined || !isThin(profile, settings)) return [];
    const requests = requestsOf(driven, side);
    return [{ side, profile, target, requests, lost: lostTraces(requests, driven.seen.collected, profile.version) }];
  });
  if (sides.length === 0) return [];
  const { elapsedMs, quietMs, traces, shortcomings } = driven.seen.collected;
  const of = (side: DrivenSide) => ({ side, stage: driven.stage, traffic: 'driven' as const });
  // Where X-Ray refused to be read any more, that is why, and it would not be searched either.
  const { ended } = shortcomings;
  if (ended !== null) {
    return sides.map(({ side, profile }) => {
      const causes = [{ kind: 'reading ended' as const, requests: lostOf(profile.coverage), ...ended }];
      return { ...of(side), causes };
    });
  }
  world.progress.step('Looking why traces are missing.');
  const worthIt = sides.some(({ profile, lost }) => {
    return lost.untraced > WORTH_A_SEARCH * lostOf(profile.coverage);
  });
  const search = worthIt ? await searchRun(soughtIn(driven, about), world) : null;
  const sources = await world.traces.told();
  return sides.map(({ side, profile, target, requests, lost }) => ({
    ...of(side),
    causes: likelyCauses({
      coverage: profile.coverage,
      lost,
      version: profile.version,
      target,
      drivenS: spanMs(requests.map(({ departedMs }) => departedMs)) / 1000,
      waitedMs: elapsedMs,
      quietMs,
      sources,
      inAws: settings.traceSource === 'aws',
      search: ofSide(search, requests, traces.size - profile.coverage.traced),
    }),
  }));
}

/** Whether whole traces were found for less of a side than `minimum-coverage`, or none at all. */
export function isThin(
  { coverage: { sent, traced, complete } }: Profile,
  { minimumCoverage }: Pick<Settings, 'minimumCoverage'>,
): boolean {
  return sent > 0 && (traced === 0 || complete / sent < minimumCoverage);
}

function requestsOf({ seen }: DrivenStage, side: DrivenSide): SentRequest[] {
  return seen.exchanges
    .filter((exchange) => exchange.side === side && isMeasured(exchange))
    .map(({ traceId, outcome: { kind, departedMs, endedMs } }) => ({
      ...{ traceId, departedMs, endedMs },
      answered: kind === 'answered',
    }));
}

function isMeasured({ slot, outcome }: Exchange): boolean {
  return !slot.warmUp && outcome.kind !== 'not sent';
}

function soughtIn({ seen: { exchanges, collected } }: DrivenStage, about: DrivenRun): SoughtRun {
  const { run, settings, traffic, world } = about;
  const measured = exchanges.filter(isMeasured);
  return {
    userAgent: userAgentOf(run, world.gateVersion),
    sinceMs: measured.reduce((first, { outcome }) => Math.min(first, outcome.departedMs), world.clock.nowMs()),
    ownIds: new Set(traffic.flatMap((sent) => Array.from(sent.exchanges, ({ traceId }) => traceId))),
    untracedIds: new Set(measured.flatMap(({ traceId }) => (collected.traces.has(traceId) ? [] : traceId))),
    noneTraced: collected.traces.size === 0,
    versionAnnotation: settings.versionAnnotation,
  };
}

/** `otherSides`: traces of the other side, which are others' too. */
function ofSide(search: RunSearch | null, requests: readonly SentRequest[], otherSides: number): SearchEvidence | null {
  if (search?.kind !== 'made') return search;
  const { lateIds, others, ...found } = search;
  return {
    ...found,
    others: others ?? (otherSides > 0 ? otherSides : null),
    late: requests.filter(({ traceId }) => lateIds.has(traceId)).length,
  };
}

function spanMs(times: readonly number[]): number {
  return times.reduce((last, ms) => Math.max(last, ms), 0) - times.reduce((first, ms) => Math.min(first, ms), Infinity);
}
