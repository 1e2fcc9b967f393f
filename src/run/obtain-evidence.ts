import { type BaselineChoice, describeChoice } from '../baseline/choose-baseline.js';
import { readProfile } from '../baseline/saved-profile.js';
import type { Uncovered } from '../collect/coverage-cause.js';
import { unversionedSides } from '../collect/profiles.js';
import { type Shortcomings, shortcomingsOfAll } from '../collect/shortcomings.js';
import { versionFilter, withinGroup } from '../collect/trace-filter.js';
import type { TraceSearch } from '../collect/trace-source.js';
import { type Evidence, oneStage } from '../compare/evidence.js';
import type { OutcomeSettings } from '../compare/outcome.js';
import { targetName } from '../drive/lambda-target.js';
import type { DrivenSide } from '../drive/plan.js';
import type { Storm } from '../drive/reach.js';
import { type RunHealth, runHealth } from '../drive/run-health.js';
import { mintTraceContext } from '../drive/trace-header.js';
import { describeError, GateError } from '../errors.js';
import type { Settings } from '../inputs.js';
import type { SentTraffic } from '../request-log.js';
import { mergeProfiles } from '../trace/merged-profile.js';
import type { Profile } from '../trace/profile.js';
import type { World } from '../world.js';
import { type ClientSegmentsPut, putInAll } from './client-segments.js';
import { effort } from './effort.js';
import { collectExternal } from './external.js';
import { lookUpBoth } from './look-up-both.js';
import { lookUpVersion } from './look-up-version.js';
import { type Measured, measure } from './measure.js';
import type { Target } from './probe.js';
import { assertTraced, profileSide } from './profile-side.js';
import { awaitAllReady } from './readiness.js';
import { searchWindow } from './search-window.js';
import { measureSideBySide } from './side-by-side.js';
import { driveSettingsOf, planOf, type Run, slotsWithin, USER_AGENT, warmUp } from './traffic.js';
import { whyPairsUncovered, whyUncovered } from './why-uncovered.js';
import { uncoveredFound } from './why-unfound.js';

/** What driving and collecting gave. */
export interface Obtained extends Collecting {
  readonly candidate: Profile;
  readonly evidence: Evidence | NoEvidence;
  /** Null where another engine drove. */
  readonly driven: Driving | null;
  /** What each stage sent; none where another engine drove. */
  readonly traffic: readonly SentTraffic[];
  /** Driven sides of which not one trace named a version. */
  readonly unversioned: readonly DrivenSide[];
  /** Sides of which too few whole traces were found, stage by stage, and why. */
  readonly uncovered: readonly Uncovered[];
  /** What became of the gate's own segments, of all stages; null where it puts none. */
  readonly clientSegments: ClientSegmentsPut | null;
}

/** There is nothing to compare with. */
export interface NoEvidence {
  /** Why, in words. */
  readonly missing: string;
  /** A baseline was named, and X-Ray would not tell of it: whether it has its traces nobody knows. */
  readonly unread: boolean;
}

/** How the driver fared. */
export interface Driving {
  readonly health: RunHealth;
  /** What ended a stage before its plan was. */
  readonly storms: readonly Storm[];
  /** Runs of a scenario that each stage was to drive on each side. */
  readonly slots: number;
}

interface Collecting {
  readonly calls: number;
  readonly elapsedMs: number;
  readonly scanned: number;
  readonly shortcomings: Shortcomings;
}

/** Drives the traffic, or lets another engine have driven it, collects its traces, and gets the baseline's; or looks both up. */
export async function obtainEvidence(
  settings: Settings,
  choice: BaselineChoice,
  rule: OutcomeSettings,
  run: Run,
  world: World,
): Promise<Obtained> {
  const saved = choice.kind === 'saved profiles' ? await loadProfiles(choice.paths, world) : null;
  await assertAllowed(choice, settings, run, world);
  try {
    if (settings.mode === 'compare') return await obtainFound(choice, settings, run, world);
    if (settings.externalRun !== null)
      return await obtainExternal(settings.externalRun, settings, choice, saved, run, world);
    await awaitAllReady(targetsOf(settings, choice), settings, run, world);
    if (choice.kind === 'side by side') {
      const { evidence, stages } = await measureSideBySide(choice.url, settings, rule, run, world);
      const facts = factsOf(stages);
      const targets = { candidate: settings.url, baseline: choice.url };
      const uncovered = await whyPairsUncovered(evidence, stages, { ...facts, targets, settings, run, world });
      return { ...facts, uncovered, candidate: evidence.screen.profiles.candidate, evidence };
    }
    const measured = await measureAlone(settings, run, world);
    const candidate = profileSide('candidate', measured, settings.version, { id: run.id, inPairs: false });
    const facts = factsOf([measured]);
    const about = { ...facts, targets: { candidate: settings.url }, settings, run, world };
    const uncovered = await whyUncovered({ stage: 'first', seen: measured, profiles: { candidate } }, about);
    await assertTraced({ candidate }, async () => uncovered);
    return await againstEarlier({ ...facts, uncovered, candidate }, settings, choice, saved, run, world);
  } finally {
    await world.transport.close();
  }
}

async function obtainFound(choice: BaselineChoice, settings: Settings, run: Run, world: World): Promise<Obtained> {
  const { candidate, baseline, ...collecting } = await lookUpBoth(choice, settings, run, world);
  const evidence = oneStage({ baseline, candidate });
  return { ...NOT_DRIVEN, ...collecting, candidate, evidence };
}

/** Nothing was sent. */
const NOT_DRIVEN = { driven: null, traffic: [], unversioned: [], clientSegments: null };

async function obtainExternal(
  id: string,
  settings: Settings,
  choice: BaselineChoice,
  saved: Profile | null,
  run: Run,
  world: World,
): Promise<Obtained> {
  const inPairs = choice.kind === 'side by side';
  const { candidate, baseline, ...collecting } = await collectExternal(id, inPairs, settings, run, world);
  const obtained = { ...NOT_DRIVEN, ...collecting, candidate };
  if (baseline !== null) return { ...obtained, evidence: oneStage({ baseline, candidate }) };
  return againstEarlier(obtained, settings, choice, saved, run, world);
}

/**
 * The candidate against a baseline that was measured before. What was collected of the candidate is not lost where X-Ray
 * can no longer be asked for the baseline.
 */
async function againstEarlier(
  obtained: Omit<Obtained, 'evidence'>,
  settings: Settings,
  choice: BaselineChoice,
  saved: Profile | null,
  run: Run,
  world: World,
): Promise<Obtained> {
  const { candidate } = obtained;
  if (saved !== null) return { ...obtained, evidence: oneStage({ baseline: saved, candidate }) };
  if (choice.kind !== 'version in X-Ray')
    return { ...obtained, evidence: { missing: describeChoice(choice), unread: false } };
  const found = await lookUpVersion(choice.version, candidate, 'own first', settings, run, world).catch(
    (error: unknown) => {
      if (error instanceof GateError) return error;
      throw error;
    },
  );
  if (found instanceof GateError) {
    const missing = `The traces of the baseline ${choice.version} could not be read. ${describeError(found)}`;
    return { ...obtained, evidence: { missing, unread: true } };
  }
  const { profile: baseline } = found;
  const evidence = 'missing' in baseline ? { ...baseline, unread: false } : oneStage({ baseline, candidate });
  const scanned = obtained.scanned + found.scanned;
  const shortcomings = shortcomingsOfAll([obtained.shortcomings, found.shortcomings]);
  const uncovered = [...obtained.uncovered, ...uncoveredFound('baseline', found.causes)];
  return { ...obtained, evidence, calls: obtained.calls + found.calls, scanned, shortcomings, uncovered };
}

function targetsOf(settings: Settings, choice: BaselineChoice): Target[] {
  const candidate: Target = { side: 'candidate', url: settings.url, version: settings.version };
  if (choice.kind !== 'side by side') return [candidate];
  return [candidate, { side: 'baseline', url: choice.url, version: settings.baseline.version }];
}

async function measureAlone(settings: Settings, run: Run, world: World): Promise<Measured> {
  const driveSettings = driveSettingsOf(settings, null, run, world.gateVersion);
  await warmUp(run, settings, driveSettings, world, run.seed + 4);
  const plan = planOf(run, settings, { slots: slotsWithin(settings), sideBySide: false, seed: run.seed });
  world.progress.step(`Driving ${targetName(settings.url)}. ${effort(plan, settings.requestsPerSecond, world)}`);
  return measure(plan, driveSettings, settings, run, world, null);
}

function factsOf(stages: readonly Measured[]): Omit<Obtained, 'candidate' | 'evidence' | 'uncovered'> {
  const exchanges = stages.flatMap((stage) => stage.exchanges);
  const traces = new Map(stages.flatMap(({ collected }) => [...collected.traces]));
  return {
    driven: {
      health: runHealth(exchanges),
      storms: stages.flatMap(({ storm }) => storm ?? []),
      slots: stages[0]?.slots ?? 0,
    },
    traffic: stages.map(({ sent }) => sent),
    unversioned: unversionedSides(exchanges, { traces }),
    clientSegments: putInAll(stages.flatMap(({ clientSegments }) => clientSegments ?? [])),
    calls: stages.reduce((sum, { collected }) => sum + collected.calls, 0),
    elapsedMs: Math.max(...stages.map(({ collected }) => collected.elapsedMs)),
    scanned: 0,
    shortcomings: shortcomingsOfAll(stages.map(({ collected }) => collected.shortcomings)),
  };
}

async function loadProfiles(paths: readonly string[], { files }: World): Promise<Profile> {
  return mergeProfiles(await Promise.all(paths.map(async (path) => readProfile(await files.readJson(path), path))));
}

/** Of so short a time next to nothing is scanned. */
const TRIED_MS = 1000;

/** A search as the one that a version will be looked up with. Throws GateError where that cannot be asked. */
function trialSearch(version: string, settings: Settings, run: Run): TraceSearch {
  const { versionAnnotation: annotation, group } = settings;
  const filter = versionFilter({ annotation, version, userAgentPrefix: USER_AGENT });
  const { untilMs } = searchWindow(settings, run.startedAtMs);
  return {
    filter: withinGroup(group, filter),
    what: `traces of version ${version}`,
    group,
    sinceMs: untilMs - TRIED_MS,
    untilMs,
    limit: 1,
    isEnough: () => false,
  };
}

/**
 * Asks X-Ray for a trace that nobody has, so that a missing permission, region or credential is known before a single
 * request leaves; and, where a baseline will be looked up, whether it may be searched; and, where segments are to be put,
 * whether they may be. Throws GateError.
 */
async function assertAllowed(
  choice: BaselineChoice,
  settings: Settings,
  run: Run,
  { traces, segments, clock, randomBytes }: World,
): Promise<void> {
  const search = choice.kind === 'version in X-Ray' ? trialSearch(choice.version, settings, run) : null;
  // That X-Ray answers is enough: a retrieval from a log group is not waited for.
  const answered = new AbortController();
  const call = { calledOff: answered.signal, waitsFor: () => answered.abort() };
  await traces.fetch([mintTraceContext(clock.nowMs(), randomBytes).traceId], call);
  // Who sends nothing searches at once.
  if (search !== null && settings.mode === 'gate' && settings.externalRun === null) await traces.find(search);
  if (settings.clientSegment && settings.mode === 'gate') await segments.assertOpen();
}
