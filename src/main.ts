import type { AwsUse } from './aws-cost.js';
import { asksForHistory, type BaselineChoice, chooseBaseline, describeChoice } from './baseline/choose-baseline.js';
import { DEFAULT_RULE } from './compare/comparison.js';
import type { EdgePolicy } from './compare/edge-policy.js';
import { namesIn, withSameNames } from './compare/named-evidence.js';
import { type OutcomeSettings, outcomeOf } from './compare/outcome.js';
import { decide } from './compare/verdict.js';
import { failedRun } from './failed-run.js';
import { graphPolicy } from './graph-policy.js';
import type { Settings } from './inputs.js';
import { drawnTraces } from './report/drawn-traces.js';
import { comparedReport, lonelyReport, type Report, type RunFacts } from './report/report.js';
import type { SentTraffic } from './request-log.js';
import { type FetchedTimelines, fetchTimelines } from './run/example-timelines.js';
import { findGroup, insightsMeanwhile } from './run/group.js';
import { costMoney, inSources } from './run/in-sources.js';
import { metered } from './run/metered-world.js';
import { type Obtained, obtainEvidence } from './run/obtain-evidence.js';
import { obtainWorkload } from './run/obtain-workload.js';
import type { Run } from './run/traffic.js';
import type { DecisionInputs, SavedRun } from './saved-run.js';
import type { ReadWorkload } from './scenario/scenario-file.js';
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
  const assignment = await obtainWorkload(settings, outside);
  const run = startRun(settings, assignment, outside);
  const { sources } = assignment.configuration;
  const { world: meteredWorld, used } = metered({ ...outside, tracesCostMoney: costMoney(sources, outside) });
  const world = inSources(sources, settings, run.id, meteredWorld);
  const choice = await choose(settings, world);
  const group = await findGroup(settings, world);
  const policy = graphPolicy(assignment.configuration, run.startedAtMs);
  const rule = ruleOf(settings, run.seed, policy);
  const obtained = await obtainEvidence(settings, choice, rule, run, world).catch((thrown: unknown) => {
    throw failedRun(thrown, used());
  });
  const { candidate: profile, evidence, traffic } = obtained;
  const insights = await insightsMeanwhile(settings, group, run, world);
  const facts = { ...runFacts(run, obtained, settings, world, used()), insights };
  if ('missing' in evidence) {
    const about = { candidateVersion: settings.version, policy, run: facts };
    return { report: lonelyReport(profile, evidence, about), profile, saved: null, traffic };
  }
  const { tolerances, resolution, minimumTraces, minimumCoverage, failOnNewEdges } = settings;
  const saved: SavedRun = {
    candidateVersion: settings.version,
    baselineChoice: describeChoice(choice),
    seed: run.seed,
    inputs: { tolerances, resolution, minimumTraces, minimumCoverage, failOnNewEdges },
    policy,
    evidence,
    timelines: [],
    awsRegion: world.awsRegion,
  };
  const report = reportOn(saved, facts);
  const fetched = await fetchTimelines(drawnTraces(report.compared?.findings ?? []), settings.versionAnnotation, world);
  const { timelines } = fetched;
  return { report: illustrated(report, fetched, used()), profile, saved: { ...saved, timelines }, traffic };
}

/** The report with its drawings, for which a few more traces were fetched. */
function illustrated(report: Report, { timelines, calls }: FetchedTimelines, awsUse: AwsUse): Report {
  const { collected } = report.run;
  const all = collected === null ? null : { ...collected, calls: collected.calls + calls };
  return { ...report, timelines, run: { ...report.run, collected: all, awsUse } };
}

/** Compares, decides, and reports: what {@link runGate} ends with, and what `compare` alone does. Pure. */
export function reportOn(saved: SavedRun, run: RunFacts): Report {
  const { inputs, seed, policy } = saved;
  const names = namesIn(saved.evidence, policy.names);
  const evidence = withSameNames(saved.evidence, names);
  const outcome = outcomeOf(evidence, ruleOf(inputs, seed, policy));
  return comparedReport(evidence, outcome, decide(outcome, inputs), { ...saved, names, run });
}

function ruleOf(
  { tolerances, resolution, minimumTraces, failOnNewEdges }: DecisionInputs,
  seed: number,
  edgePolicy: EdgePolicy,
): OutcomeSettings {
  return { ...DEFAULT_RULE, tolerances, resolution, minimumTraces, failOnNewEdges, seed, edgePolicy };
}

function startRun(settings: Settings, { workload, secrets }: ReadWorkload, { clock, randomBytes }: World): Run {
  const id = Array.from(randomBytes(4), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id, seed: settings.seed ?? Number.parseInt(id, 16) >>> 1, startedAtMs: clock.nowMs(), workload, secrets };
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
): Omit<RunFacts, 'insights'> {
  const { driven, calls, elapsedMs, scanned, shortcomings, unversioned, uncovered, clientSegments } = obtained;
  return {
    id: run.id,
    gateVersion,
    startedAtMs: run.startedAtMs,
    driven: driven === null ? null : { requestsPerSecond: settings.requestsPerSecond, ...driven },
    collected: { calls, elapsedMs, scanned, shortcomings },
    unversioned,
    uncovered,
    clientSegments,
    awsRegion,
    awsUse,
  };
}
