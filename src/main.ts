import { asksForHistory, type BaselineChoice, chooseBaseline, describeChoice } from './baseline/choose-baseline.js';
import { DEFAULT_RULE } from './compare/comparison.js';
import { type OutcomeSettings, outcomeOf } from './compare/outcome.js';
import { decide } from './compare/verdict.js';
import type { Settings } from './inputs.js';
import { comparedReport, lonelyReport, type Report, type RunFacts } from './report/report.js';
import { type Obtained, obtainEvidence } from './run/obtain-evidence.js';
import type { Run } from './run/traffic.js';
import type { DecisionInputs, SavedRun } from './saved-run.js';
import type { Profile } from './trace/profile.js';
import type { World } from './world.js';

/** What a run ends with: the report, the build's profile, and all that gives the same report again. */
export interface GateRun {
  readonly report: Report;
  readonly profile: Profile;
  /** Null where there was nothing to compare with. */
  readonly saved: SavedRun | null;
}

/**
 * The whole run up to the report, which is a value: choose a baseline, drive, collect, profile, compare, decide.
 * Throws GateError when nothing could be measured.
 */
export async function runGate(settings: Settings, world: World): Promise<GateRun> {
  const run = startRun(settings, world);
  const choice = await choose(settings, world);
  const obtained = await obtainEvidence(settings, choice, ruleOf(settings, run.seed), run, world);
  const { candidate: profile, evidence } = obtained;
  const facts = runFacts(run, obtained, settings, world);
  if ('missing' in evidence) {
    const about = { candidateVersion: settings.version, run: facts };
    return { report: lonelyReport(profile, evidence.missing, about), profile, saved: null };
  }
  const { tolerances, minimumTraces, minimumCoverage, failOnNewEdges } = settings;
  const saved: SavedRun = {
    candidateVersion: settings.version,
    baselineChoice: describeChoice(choice),
    seed: run.seed,
    inputs: { tolerances, minimumTraces, minimumCoverage, failOnNewEdges },
    evidence,
  };
  return { report: reportOn(saved, facts), profile, saved };
}

/** Compares, decides, and reports: what {@link runGate} ends with, and what `compare` alone does. Pure. */
export function reportOn(saved: SavedRun, run: RunFacts): Report {
  const outcome = outcomeOf(saved.evidence, ruleOf(saved.inputs, saved.seed));
  return comparedReport(saved.evidence, outcome, decide(outcome, saved.inputs), { ...saved, run });
}

function ruleOf({ tolerances, minimumTraces, failOnNewEdges }: DecisionInputs, seed: number): OutcomeSettings {
  return { ...DEFAULT_RULE, tolerances, minimumTraces, failOnNewEdges, seed };
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
