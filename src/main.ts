import { asksForHistory, type BaselineChoice, chooseBaseline, describeChoice } from './baseline/choose-baseline.js';
import type { BothSides } from './compare/alignment.js';
import { compareProfiles, DEFAULT_RULE } from './compare/comparison.js';
import { decide } from './compare/verdict.js';
import type { Settings } from './inputs.js';
import { type Obtained, obtainProfiles, type Run } from './obtain-profiles.js';
import { comparedReport, lonelyReport, type Report, type RunFacts } from './report/report.js';
import type { Profile } from './trace/profile.js';
import type { World } from './world.js';

/** What a run ends with: the report, and the build's profile, which may be saved for later runs. */
export interface GateRun {
  readonly report: Report;
  readonly profile: Profile;
}

/**
 * The whole run up to the report, which is a value: choose a baseline, drive, collect, profile, compare, decide.
 * Throws GateError when nothing could be measured.
 */
export async function runGate(settings: Settings, world: World): Promise<GateRun> {
  const run = startRun(settings, world);
  const choice = await choose(settings, world);
  const obtained = await obtainProfiles(settings, choice, run, world);
  const { candidate, baseline } = obtained;
  const about = { candidateVersion: settings.version, run: runFacts(run, obtained, settings, world) };
  if ('missing' in baseline) return { report: lonelyReport(candidate, baseline.missing, about), profile: candidate };
  const baselineChoice = describeChoice(choice);
  const report = reportOn({ baseline, candidate }, settings, { ...about, seed: run.seed, baselineChoice });
  return { report, profile: candidate };
}

/** Compares two profiles, decides, and reports: what {@link runGate} ends with, and what `compare` alone does. */
export function reportOn(
  profiles: BothSides<Profile>,
  settings: Pick<Settings, 'tolerances' | 'minimumTraces' | 'minimumCoverage' | 'failOnNewEdges'>,
  about: {
    readonly candidateVersion: string;
    readonly baselineChoice: string;
    readonly seed: number;
    readonly run: RunFacts;
  },
): Report {
  const { tolerances, minimumTraces } = settings;
  const comparison = compareProfiles(profiles, { ...DEFAULT_RULE, tolerances, minimumTraces, seed: about.seed });
  return comparedReport(profiles, comparison, decide(comparison, settings), about);
}

function startRun(settings: Settings, { clock, randomBytes }: World): Run {
  const id = Array.from(randomBytes(4), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id, seed: settings.seed ?? Number.parseInt(id, 16) >>> 1, startedAtMs: clock.nowMs() };
}

async function choose(settings: Settings, { history }: World): Promise<BaselineChoice> {
  const earlier = asksForHistory(settings.baseline)
    ? await history.earlierVersions(settings.baseline.environment, settings.version)
    : { lastDeployed: null, mergeBase: null };
  return chooseBaseline(settings.baseline, settings.version, earlier);
}

function runFacts(run: Run, obtained: Obtained, settings: Settings, { awsRegion, gateVersion }: World): RunFacts {
  const { health, calls, elapsedMs, scanned, unversioned } = obtained;
  return {
    id: run.id,
    gateVersion,
    startedAtMs: run.startedAtMs,
    driven: { requestsPerSecond: settings.requestsPerSecond, measuredMs: settings.durationMs, health },
    collected: { calls, elapsedMs, scanned },
    unversioned,
    awsRegion,
  };
}
