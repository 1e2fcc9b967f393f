import { isDeepStrictEqual } from 'node:util';
import { files } from '../adapters/files.js';
import { systemClock } from '../adapters/system-clock.js';
import { NO_USE } from '../aws-cost.js';
import { oneStage, pooled } from '../compare/evidence.js';
import { GateError } from '../errors.js';
import { timelinesInFile } from '../file-timelines.js';
import { type GateFile, NO_CONFIGURATION, readGateFile, USUAL_GATE_FILE } from '../gate-file/gate-file.js';
import { GATE_VERSION } from '../gate-version.js';
import { graphPolicy } from '../graph-policy.js';
import { readInputs, type Settings } from '../inputs.js';
import { reportOn } from '../main.js';
import { profileFromFile } from '../profile-file.js';
import { drawnTraces } from '../report/drawn-traces.js';
import type { Report } from '../report/report.js';
import { readRun, type SavedRun } from '../saved-run.js';
import { mergeProfiles } from '../trace/merged-profile.js';
import type { Timeline } from '../trace/timeline.js';
import { COMPARE_INPUTS } from './command-help.js';
import { type Given, parseFlags, required } from './flags.js';
import { tellReport } from './tell-report.js';

const FILES = ['baseline', 'candidate', 'run'];

/** `compare`: decides on files alone. Returns the exit code. */
export async function compareCommand(args: string[]): Promise<number> {
  const given = parseFlags(args, {
    command: 'compare',
    valued: [...COMPARE_INPUTS, ...FILES],
    several: FILES,
    switches: ['json'],
  });
  // The inputs that only driving needs are given, so that the others are read by the same rules.
  const standIns: Readonly<Record<string, string>> = { url: 'http://127.0.0.1', version: 'candidate', baseline: '' };
  const settings = readInputs((name) => standIns[name] ?? given(name));
  const runPaths = given('run')?.split('\n');
  const saved = runPaths === undefined ? await runOfFiles(given, settings) : await savedRuns(runPaths);
  const report = reportOn(saved, {
    id: 'compare',
    gateVersion: GATE_VERSION,
    startedAtMs: systemClock.nowMs(),
    driven: null,
    collected: null,
    unversioned: [],
    uncovered: [],
    clientSegments: null,
    insights: null,
    awsRegion: saved.awsRegion,
    awsUse: NO_USE,
  });
  const told = runPaths === undefined ? { ...report, timelines: await fileTimelines(given, settings, report) } : report;
  return tellReport(told, given('report-path') === undefined ? null : settings, given('json') === 'true');
}

/** One run as it was, or several in pairs as one; the first one's inputs and policy are those of all. */
async function savedRuns(paths: readonly string[]): Promise<SavedRun> {
  const runs = await Promise.all(paths.map(async (path) => readRun(await files.readJson(path), path)));
  const [first] = runs;
  if (first === undefined || runs.length === 1) return first!;
  const alike = runs.every(({ inputs }) => isDeepStrictEqual(inputs, first.inputs));
  const ruled = runs.find(({ policy }) => !isDeepStrictEqual(policy, first.policy));
  if (ruled !== undefined) {
    throw new GateError(
      `The runs ${paths.join(', ')} cannot be taken together: not all of them had the same rules for edges and names on the same day (${first.policy.day}, ${ruled.policy.day}).`,
      'Give runs with the same .github/xray-gate.yml, made on one day by UTC.',
    );
  }
  const seeds = new Set(runs.map(({ seed }) => seed));
  const evidence = alike && seeds.size === runs.length ? pooled(runs.map((run) => run.evidence)) : null;
  if (evidence !== null) return { ...first, evidence, timelines: runs.flatMap(({ timelines }) => timelines) };
  throw new GateError(
    `The runs ${paths.join(', ')} cannot be taken together.`,
    'Give runs that drove the same two versions side by side to their planned end ("early-stop" may be confirmed or never), with the same inputs and each with a seed of its own, each once.',
  );
}

/** The usual one, for what it says of the service graph. */
async function gateFile(): Promise<Pick<GateFile, 'configuration'>> {
  const text = await files.readText(USUAL_GATE_FILE);
  const outside = { readText: files.readText, variable: () => undefined };
  return text === null
    ? { configuration: NO_CONFIGURATION }
    : readGateFile(text, USUAL_GATE_FILE, outside, 'left alone');
}

/** Two files, or several of a side, as if they were a run. */
async function runOfFiles(given: Given, settings: Settings): Promise<SavedRun> {
  const baselinePaths = required(given, 'baseline').split('\n');
  const candidatePaths = required(given, 'candidate').split('\n');
  const profile = async (path: string) => profileFromFile(await files.readJson(path), path, settings.versionAnnotation);
  const baseline = mergeProfiles(await Promise.all(baselinePaths.map(profile)));
  const candidate = mergeProfiles(await Promise.all(candidatePaths.map(profile)));
  const { configuration } = await gateFile();
  return {
    candidateVersion: candidate.version ?? candidatePaths.join(', '),
    baselineChoice: baselinePaths.join(', '),
    seed: settings.seed ?? 1,
    inputs: settings,
    policy: graphPolicy(configuration, systemClock.nowMs()),
    evidence: oneStage({ baseline, candidate }),
    timelines: [],
    awsRegion: null,
  };
}

/** Of the examples whose documents the files hold: read once more, since the comparison keeps none. */
async function fileTimelines(given: Given, settings: Settings, { compared }: Report): Promise<Timeline[]> {
  const wanted = drawnTraces(compared?.findings ?? []);
  if (wanted.length === 0) return [];
  const timelines: Timeline[] = [];
  for (const path of ['baseline', 'candidate'].flatMap((side) => required(given, side).split('\n'))) {
    timelines.push(...timelinesInFile(await files.readJson(path), path, wanted, settings.versionAnnotation));
  }
  return timelines;
}
