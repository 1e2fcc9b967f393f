#!/usr/bin/env node
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { runDemo } from '../demo/demo.js';
import { randomBytes } from './adapters/chance.js';
import { files } from './adapters/files.js';
import { inRealWorld } from './adapters/real-world.js';
import { systemClock } from './adapters/system-clock.js';
import { terminalProgress } from './adapters/terminal.js';
import { COMPARE_INPUTS, EXPORT_INPUTS, GATE_INPUTS, helpFor } from './command-help.js';
import { oneStage, pooled } from './compare/evidence.js';
import type { Verdict } from './compare/verdict.js';
import { describeError, GateError } from './errors.js';
import { GATE_VERSION } from './gate-version.js';
import { ENGINES, externalRunId, handOver } from './hand-over.js';
import { importDocument } from './import/import-document.js';
import { scenarioYaml } from './import/scenario-yaml.js';
import { readInputs, type Settings } from './inputs.js';
import { startLocalXRay } from './local/local-xray.js';
import { reportOn, runGate } from './main.js';
import { profileFromFile } from './profile-file.js';
import { saveProfile, saveRequests, saveRun, writeReport } from './publish.js';
import { reportJson } from './report/json.js';
import type { Report } from './report/report.js';
import { reportText } from './report/text.js';
import { obtainWorkload } from './run/obtain-workload.js';
import { readRun, type SavedRun } from './saved-run.js';
import { mergeProfiles } from './trace/merged-profile.js';

const EXIT_CODES: Readonly<Record<Verdict, number>> = { passed: 0, regressed: 1, inconclusive: 3, 'no-baseline': 3 };
const COULD_NOT_MEASURE = 2;
const OLDEST_NODE = 22;

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  gate,
  compare,
  export: exportTraffic,
  import: importScenarios,
  local,
  demo,
};

async function main([command, ...args]: string[]): Promise<number> {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    throw new GateError(
      `xray-gate needs Node ${OLDEST_NODE} or newer; this is ${process.versions.node}.`,
      'Install Node 24. On Linux npm ci brings it along, and npx . runs on it.',
    );
  }
  const run = COMMANDS[command ?? ''];
  if (command === '--version') return print(GATE_VERSION);
  if (run === undefined) {
    const asked = command === undefined || command === '--help' || command === 'help';
    if (asked) return print(helpFor(args[0]));
    throw new GateError(
      `There is no command "${command}".`,
      'Use gate, compare, export, import, local or demo; --help says more.',
    );
  }
  return args.includes('--help') ? print(helpFor(command)) : run(args);
}

async function gate(args: string[]): Promise<number> {
  const given = parseFlags('gate', args, GATE_INPUTS, []);
  const settings = readInputs(given);
  const outside = {
    history: { earlierVersions: async () => ({ lastDeployed: null, mergeBase: null }) },
    progress: terminalProgress(process.stderr, systemClock.nowMs),
    mask: () => {},
  };
  const { report, profile, saved, exchanges } = await inRealWorld(settings, outside, (world) =>
    runGate(settings, world),
  );
  const exitCode = await tell(report, settings, false);
  await saveRun(saved, settings.reportPath, files);
  await saveRequests(exchanges, settings.reportPath, files);
  await saveProfile(profile, settings, files);
  return exitCode;
}

async function compare(args: string[]): Promise<number> {
  const given = parseFlags('compare', args, [...COMPARE_INPUTS, 'baseline', 'candidate', 'run'], ['json']);
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
    awsRegion: null,
  });
  return tell(report, given('report-path') === undefined ? null : settings, given('json') === 'true');
}

/** One run as it was, or several in pairs as one; the first one's inputs are those of all. */
async function savedRuns(paths: readonly string[]): Promise<SavedRun> {
  const runs = await Promise.all(paths.map(async (path) => readRun(await files.readJson(path), path)));
  const [first] = runs;
  if (first === undefined || runs.length === 1) return first!;
  const alike = runs.every(({ inputs }) => isDeepStrictEqual(inputs, first.inputs));
  const seeds = new Set(runs.map(({ seed }) => seed));
  const evidence = alike && seeds.size === runs.length ? pooled(runs.map((run) => run.evidence)) : null;
  if (evidence !== null) return { ...first, evidence };
  throw new GateError(
    `The runs ${paths.join(', ')} cannot be taken together.`,
    'Give runs that drove the same two versions side by side to their planned end ("early-stop" may be confirmed or never), with the same inputs and each with a seed of its own, each once.',
  );
}

/** Two files, or several of a side, as if they were a run. */
async function runOfFiles(given: Given, settings: Settings): Promise<SavedRun> {
  const baselinePaths = required(given, 'baseline').split('\n');
  const candidatePaths = required(given, 'candidate').split('\n');
  const profile = async (path: string) => profileFromFile(await files.readJson(path), path, settings.versionAnnotation);
  const baseline = mergeProfiles(await Promise.all(baselinePaths.map(profile)));
  const candidate = mergeProfiles(await Promise.all(candidatePaths.map(profile)));
  return {
    candidateVersion: candidate.version ?? candidatePaths.join(', '),
    baselineChoice: baselinePaths.join(', '),
    seed: settings.seed ?? 1,
    inputs: settings,
    evidence: oneStage({ baseline, candidate }),
  };
}

async function exportTraffic([engineName = '', ...args]: string[]): Promise<number> {
  const engine = ENGINES.find((name) => name === engineName);
  if (engine === undefined) {
    throw new GateError(
      `There is no engine "${engineName}" to export to.`,
      `Write it as xray-gate export ${ENGINES.join(' or ')}.`,
    );
  }
  const given = parseFlags('export', args, [...EXPORT_INPUTS, 'output'], []);
  const settings = readInputs((name) => (name === 'version' ? (given(name) ?? 'exported') : given(name)));
  const runId = externalRunId(systemClock.nowMs(), randomBytes);
  const progress = { ...terminalProgress(process.stderr, systemClock.nowMs) };
  const environment = { variable: (name: string) => process.env[name], mask: () => {} };
  const workload = await obtainWorkload(settings.traffic, { files, environment, progress });
  const folder = given('output') ?? 'xray-gate-load';
  const { files: written, next } = handOver(engine, workload, settings, { runId, gateVersion: GATE_VERSION, folder });
  for (const [path, text] of written) {
    await files.write(path, text);
    print(`Written: ${path}`);
  }
  return print(next.join('\n'));
}

async function importScenarios(args: string[]): Promise<number> {
  const [path = '', ...others] = args;
  if (path === '' || path.startsWith('-') || others.length > 0) {
    throw new GateError(
      'The import takes one file.',
      'Write it as xray-gate import openapi.yaml > .github/xray-gate.yml.',
    );
  }
  const text = await files.readText(path);
  if (text === null) throw new GateError(`Cannot read ${path}: there is no such file.`, 'Check the path.');
  const imported = await importDocument(text, path, async (other) => {
    const referenced = await files.readText(other);
    if (referenced === null) throw new Error(`there is no file ${other}`);
    return referenced;
  });
  if (imported === null) {
    throw new GateError(
      `${path} is no OpenAPI 3 document, HAR file or .http file.`,
      'Check that it is the right file; a file of scenarios needs no import.',
    );
  }
  return print((await scenarioYaml(imported.document, imported.leftOut)).trimEnd());
}

async function local(args: string[]): Promise<number> {
  const given = parseFlags('local', args, ['host', 'port', 'api-port'], ['json']);
  const json = given('json') === 'true';
  const xray = await startLocalXRay({
    host: given('host') ?? '127.0.0.1',
    port: portFrom(given, 'port', 2000),
    apiPort: portFrom(given, 'api-port', 2001),
  });
  const ended = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  if (json) print(JSON.stringify({ event: 'listening', daemon: xray.daemonAddress, api: xray.apiUrl }));
  else {
    print('The local X-Ray is running; Ctrl-C ends it.');
    print(`  services:  AWS_XRAY_DAEMON_ADDRESS=${xray.daemonAddress}`);
    print(`  clients:   AWS_ENDPOINT_URL_XRAY=${xray.apiUrl}`);
  }
  await ended;
  await xray.stop();
  return 0;
}

async function demo(args: string[]): Promise<number> {
  parseFlags('demo', args, [], []);
  // dist/cli/index.js
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  return runDemo({ root, log: print });
}

/** Prints a report, writes it where `settings` say, and gives the exit code. */
async function tell(report: Report, settings: Pick<Settings, 'reportPath'> | null, json: boolean): Promise<number> {
  print(json ? reportJson(report).trimEnd() : reportText(report));
  if (settings !== null) {
    const { page } = await writeReport(report, settings.reportPath, files);
    if (!json) print(`Report: ${page}`);
  }
  return EXIT_CODES[report.verdict];
}

/** Options of a command that may be given several times. */
const SEVERAL: Readonly<Record<string, readonly string[]>> = {
  gate: ['requests', 'baseline-profile'],
  export: ['requests'],
  compare: ['baseline', 'candidate', 'run'],
};

type Given = (name: string) => string | undefined;

function parseFlags(command: string, args: string[], valued: readonly string[], switches: readonly string[]): Given {
  const options = Object.fromEntries([
    ...valued.map((name) => [name, { type: 'string' as const, multiple: SEVERAL[command]?.includes(name) ?? false }]),
    ...switches.map((name) => [name, { type: 'boolean' as const }]),
  ]);
  try {
    const values: Readonly<Record<string, unknown>> = parseArgs({ args, options, allowPositionals: false }).values;
    return (name) => {
      const value = values[name];
      if (value === undefined) return undefined;
      return Array.isArray(value) ? value.join('\n') : String(value);
    };
  } catch (error) {
    throw new GateError(`${(error as Error).message}.`, `xray-gate ${command} --help lists the options.`);
  }
}

function required(given: Given, name: string): string {
  const value = given(name);
  if (value !== undefined && value !== '') return value;
  throw new GateError(`--${name} is missing.`, `Write it as --${name} FILE.`);
}

function portFrom(given: Given, name: string, byDefault: number): number {
  const text = given(name);
  if (text === undefined) return byDefault;
  const port = Number(text);
  if (text !== '' && Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new GateError(
    `--${name} must be a port from 0 to 65535; got "${text}".`,
    'Write it as 2000, or 0 for a free one.',
  );
}

function print(text: string): 0 {
  process.stdout.write(`${text}\n`);
  return 0;
}

// A reader that has seen enough (`| head`) does not change the verdict.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const sentence =
    error instanceof GateError
      ? describeError(error)
      : `A defect of xray-gate, please report it: ${error instanceof Error ? error.stack : String(error)}`;
  process.stderr.write(`${sentence}\n`);
  process.exitCode = COULD_NOT_MEASURE;
}
