import { type BaselineChoice, describeChoice } from '../baseline/choose-baseline.js';
import { readProfile } from '../baseline/saved-profile.js';
import { profileFound, unversionedSides } from '../collect/profiles.js';
import { versionFilter } from '../collect/version-filter.js';
import { collectVersion, LOOK_BACK_DAYS } from '../collect/version-traces.js';
import { type Evidence, oneStage } from '../compare/evidence.js';
import type { OutcomeSettings } from '../compare/outcome.js';
import type { DrivenSide } from '../drive/plan.js';
import { type RunHealth, runHealth } from '../drive/run-health.js';
import { mintTraceContext } from '../drive/trace-header.js';
import type { Settings } from '../inputs.js';
import { mergeProfiles } from '../trace/merged-profile.js';
import type { Profile } from '../trace/profile.js';
import type { World } from '../world.js';
import { CONCURRENT_CALLS, type Measured, measure } from './measure.js';
import { assertTraced, profileSide } from './profile-side.js';
import { measureSideBySide } from './side-by-side.js';
import { driveSettingsOf, planOf, type Run, USER_AGENT } from './traffic.js';

/** What driving and collecting gave. */
export interface Obtained {
  readonly candidate: Profile;
  /** Or why there is nothing to compare with. */
  readonly evidence: Evidence | { readonly missing: string };
  readonly health: RunHealth;
  /** Driven sides of which not one trace named a version. */
  readonly unversioned: readonly DrivenSide[];
  readonly calls: number;
  readonly elapsedMs: number;
  readonly scanned: number;
}

/** Drives the traffic, collects its traces, and gets the baseline's wherever it was chosen to come from. */
export async function obtainEvidence(
  settings: Settings,
  choice: BaselineChoice,
  rule: OutcomeSettings,
  run: Run,
  world: World,
): Promise<Obtained> {
  const saved = choice.kind === 'saved profiles' ? await loadProfiles(choice.paths, world) : null;
  await assertReadable(choice, settings, world);
  try {
    if (choice.kind === 'side by side') {
      const { evidence, stages } = await measureSideBySide(choice.url, settings, rule, run, world);
      return { ...factsOf(stages, settings), candidate: evidence.screen.profiles.candidate, evidence, scanned: 0 };
    }
    const measured = await measureAlone(settings, run, world);
    const facts = factsOf([measured], settings);
    const candidate = profileSide('candidate', measured, settings.version, settings, { id: run.id, inPairs: false });
    assertTraced('candidate', candidate);
    if (saved !== null) return { ...facts, candidate, evidence: oneStage({ baseline: saved, candidate }), scanned: 0 };
    if (choice.kind !== 'version in X-Ray') {
      return { ...facts, candidate, evidence: { missing: describeChoice(choice) }, scanned: 0 };
    }
    const found = await findBaseline(choice.version, candidate.requests.length, settings, run, world);
    const { baseline, scanned } = found;
    const evidence = 'missing' in baseline ? baseline : oneStage({ baseline, candidate });
    return { ...facts, candidate, evidence, calls: facts.calls + found.calls, scanned };
  } finally {
    await world.transport.close();
  }
}

async function measureAlone(settings: Settings, run: Run, world: World): Promise<Measured> {
  const plan = planOf(settings, false, run.seed);
  world.progress.step(`Sending ${plan.length} requests to ${settings.url.origin}.`);
  return measure(plan, driveSettingsOf(settings, null, run, world.gateVersion), settings, world, null);
}

function factsOf(
  stages: readonly Measured[],
  settings: Settings,
): Pick<Obtained, 'health' | 'unversioned' | 'calls' | 'elapsedMs'> {
  const exchanges = stages.flatMap((stage) => stage.exchanges);
  const traces = new Map(stages.flatMap(({ collected }) => [...collected.traces]));
  return {
    health: runHealth(exchanges),
    unversioned: unversionedSides(exchanges, { traces }, settings.versionAnnotation),
    calls: stages.reduce((sum, { collected }) => sum + collected.calls, 0),
    elapsedMs: Math.max(...stages.map(({ collected }) => collected.elapsedMs)),
  };
}

async function loadProfiles(paths: readonly string[], { files }: World): Promise<Profile> {
  return mergeProfiles(await Promise.all(paths.map(async (path) => readProfile(await files.readJson(path), path))));
}

/**
 * Asks X-Ray for a trace that nobody has, so that a missing permission, region or credential is known before a single
 * request leaves. Throws GateError.
 */
async function assertReadable(
  choice: BaselineChoice,
  { versionAnnotation }: Settings,
  { traces, clock, randomBytes }: World,
): Promise<void> {
  if (choice.kind === 'version in X-Ray') {
    versionFilter({ annotation: versionAnnotation, version: choice.version, userAgentPrefix: USER_AGENT });
  }
  await traces.fetch([mintTraceContext(clock.nowMs(), randomBytes).traceId]);
}

async function findBaseline(
  version: string,
  requests: number,
  settings: Settings,
  run: Run,
  { traces, clock, progress }: World,
): Promise<{
  readonly baseline: Profile | { readonly missing: string };
  readonly calls: number;
  readonly scanned: number;
}> {
  progress.step(`Looking up traces of version ${version}.`);
  const annotation = settings.versionAnnotation;
  const { collected, found, scanned } = await collectVersion(
    { annotation, version, userAgentPrefix: USER_AGENT },
    run.startedAtMs,
    requests,
    traces,
    { settleTimeoutMs: settings.settleTimeoutMs, concurrency: CONCURRENT_CALLS },
    clock,
  );
  const missing = `X-Ray has no traces of the last ${LOOK_BACK_DAYS} days whose annotation "${annotation}" is "${version}".`;
  const baseline = found === 0 ? { missing } : profileFound(collected, found, { expected: version, annotation });
  return { baseline, calls: collected.calls, scanned };
}
