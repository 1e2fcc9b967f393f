import type { AwsUse } from './aws-cost.js';
import { asksForHistory, type BaselineChoice, chooseBaseline, describeChoice } from './baseline/choose-baseline.js';
import { DEFAULT_RULE } from './compare/comparison.js';
import { type OutcomeSettings, outcomeOf } from './compare/outcome.js';
import { decide } from './compare/verdict.js';
import type { Settings } from './inputs.js';
import { comparedReport, lonelyReport, type Report, type RunFacts } from './report/report.js';
import type { SentTraffic } from './request-log.js';
import { metered } from './run/metered-world.js';
import { type Obtained, obtainEvidence } from './run/obtain-evidence.js';
import { obtainWorkload } from './run/obtain-workload.js';
import type { Run } from './run/traffic.js';
import type { DecisionInputs, SavedRun } from './saved-run.js';
import type { Workload } from './scenario/workload.js';
import type { Profile } from './trace/profile.js';
import type { World } from './world.js';

/** What a run ends with: the report, the build's profile, and all that gives the same report again. */
export interface GateRun {
  readonly report: Report;
  readonly profile: Profile;
  /** Null where there was nothing to compare with. */
  readonly saved: SavedRun | null;
  /** What each stage sent; none where another engine drove. */
  readonly traffic: readonly SentTraffic[];
}

/**
 * The whole run up to the report, which is a value: choose a baseline, drive, collect, profile, compare, decide.
 * Throws GateError when nothing could be measured.
 */
export async function runGate(settings: Settings, outside: World): Promise<GateRun> {
  const { world, used } = metered(outside);
  const { workload } = await obtainWorkload(settings.traffic, world);
  const run = startRun(settings, workload, world);
  const choice = await choose(settings, world);
  const obtained = await obtainEvidence(settings, choice, ruleOf(settings, run.seed), run, world);
  const { candidate: profile, evidence, traffic } = obtained;
  const facts = runFacts(run, obtained, settings, world, used());
  if ('missing' in evidence) {
    const about = { candidateVersion: settings.version, run: facts };
    return { report: lonelyReport(profile, evidence.missing, about), profile, saved: null, traffic };
  }
  const { tolerances, resolution, minimumTraces, minimumCoverage, failOnNewEdges } = settings;
  const saved: SavedRun = {
    candidateVersion: settings.version,
    baselineChoice: describeChoice(choice),
    seed: run.seed,
    inputs: { tolerances, resolution, minimumTraces, minimumCoverage, failOnNewEdges },
    evidence,
  };
  return { report: reportOn(saved, facts), profile, saved, traffic };
}

/** Compares, decides, and reports: what {@link runGate} ends with, and what `compare` alone does. Pure. */
export function reportOn(saved: SavedRun, run: RunFacts): Report {
  const outcome = outcomeOf(saved.evidence, ruleOf(saved.inputs, saved.seed));
  return comparedReport(saved.evidence, outcome, decide(outcome, saved.inputs), { ...saved, run });
}

function ruleOf(
  { tolerances, resolution, minimumTraces, failOnNewEdges }: DecisionInputs,
  seed: number,
): OutcomeSettings {
  return { ...DEFAULT_RULE, tolerances, resolution, minimumTraces, failOnNewEdges, seed };
}

function startRun(settings: Settings, workload: Workload, { clock, randomBytes }: World): Run {
  const id = Array.from(randomBytes(4), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id, seed: settings.seed ?? Number.parseInt(id, 16) >>> 1, startedAtMs: clock.nowMs(), workload };
}

async function choose(settings: Settings, { history }: World): Promise<BaselineChoice> {
  const earlier = asksForHistory(settings.baseline)
    ? await history.earlierVersions(settings.baseline.environment, settings.version)
    : { lastDeployed: null, mergeBase: null };
  return chooseBaseline(settings.baseline, settings.version, earlier);
}

function runFacts(
  run: Run,
  obtained: Obtained,
  settings: Settings,
  { awsRegion, gateVersion }: World,
  awsUse: AwsUse,
): RunFacts {
  const { driven, calls, elapsedMs, scanned, unversioned } = obtained;
  return {
    id: run.id,
    gateVersion,
    startedAtMs: run.startedAtMs,
    driven: driven === null ? null : { requestsPerSecond: settings.requestsPerSecond, ...driven },
    collected: { calls, elapsedMs, scanned },
    unversioned,
    awsRegion,
    awsUse,
  };
}
