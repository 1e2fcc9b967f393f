import { spawn } from 'node:child_process';
import { access, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { GateError } from '../src/errors.js';
import { endProcess } from './end-process.js';
import { type GateResult, readGateResult } from './gate-result.js';
import type { Build, Deployment } from './shop-processes.js';

export interface GateSettings {
  /** The folder of the project. */
  readonly root: string;
  readonly baseline: Deployment;
  readonly candidate: Deployment;
  readonly xrayApiUrl: string;
  readonly githubUrl: string;
  /** Ends the action when aborted. */
  readonly signal: AbortSignal;
  /** Hears each line that the action logs, without workflow commands' syntax. */
  readonly onLine: (line: string) => void;
}

/** One run of the bundled action. */
export interface GateRun {
  readonly build: Build;
  readonly exitCode: number;
  readonly seconds: number;
  /** Holds comment.md, report.html, result.json and action.log. */
  readonly folder: string;
  /** Null where the action wrote none; its log says why. */
  readonly result: GateResult | null;
  readonly lastLines: readonly string[];
}

const ARRIVALS_PER_SECOND = 10;
const DURATION_S = 40;
const WARM_UP_S = 4;
const PULL_REQUEST = 7;
const HEAD_SHA = 'c0ffee0000000000000000000000000000000002';
const BASE_SHA = 'c0ffee0000000000000000000000000000000001';

function bundleOf(root: string): string {
  return join(root, 'dist/index.js');
}

/** Throws a GateError where the action has not been bundled. */
export async function requireBundle(root: string): Promise<void> {
  try {
    await access(bundleOf(root));
  } catch (cause) {
    throw new GateError(`There is no ${bundleOf(root)}.`, 'Run `npm run build` first.', { cause });
  }
}

/** Runs the bundled action as a runner would, on a pull request of `demo/shop`, and reads what it decided. */
export async function runGate(settings: GateSettings): Promise<GateRun> {
  const { root, candidate, signal, onLine } = settings;
  signal.throwIfAborted();
  const folder = join(root, 'demo/out', candidate.build);
  await rm(folder, { recursive: true, force: true });
  const runner = await layOutRunner(folder);
  const log = await open(join(folder, 'action.log'), 'w');
  const startMs = performance.now();
  const child = spawn(process.execPath, [bundleOf(root)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...environmentOf(settings, folder), ...runner },
  });
  const end = () => void endProcess(child);
  signal.addEventListener('abort', end, { once: true });
  const lastLines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (raw) => {
      log.write(`${raw}\n`).catch(() => {});
      const line = withoutCommand(raw);
      if (line === '') return;
      lastLines.push(line);
      if (lastLines.length > 20) lastLines.shift();
      onLine(line);
    });
  }
  try {
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code ?? 1));
    });
    signal.throwIfAborted();
    const seconds = (performance.now() - startMs) / 1000;
    return { build: candidate.build, exitCode, seconds, folder, result: await resultIn(folder), lastLines };
  } finally {
    signal.removeEventListener('abort', end);
    await log.close();
  }
}

/** The inputs that a workflow would set; the action gives the others their defaults. */
function environmentOf(settings: GateSettings, folder: string): Record<string, string | undefined> {
  const { root, baseline, candidate, xrayApiUrl, githubUrl } = settings;
  const inputs = {
    url: candidate.url,
    version: candidate.build,
    'baseline-url': baseline.url,
    baseline: baseline.build,
    requests: '1 POST /orders\n1 GET /orders/1042',
    rate: String(ARRIVALS_PER_SECOND),
    duration: `${DURATION_S}s`,
    'warm-up': `${WARM_UP_S}s`,
    'trace-source': 'aws',
    'aws-region': 'eu-west-1',
    'github-token': 'demo-token',
    comment: 'always',
    'comment-key': candidate.build,
    'report-path': folder,
  };
  return {
    PATH: process.env.PATH,
    HOME: folder,
    TMPDIR: tmpdir(),
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    AWS_ENDPOINT_URL_XRAY: xrayApiUrl,
    AWS_ACCESS_KEY_ID: 'demo',
    AWS_SECRET_ACCESS_KEY: 'demo',
    AWS_EC2_METADATA_DISABLED: 'true',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: 'gate',
    GITHUB_ACTOR: 'ada',
    GITHUB_API_URL: githubUrl,
    GITHUB_BASE_REF: 'main',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_GRAPHQL_URL: `${githubUrl}/graphql`,
    GITHUB_HEAD_REF: candidate.build,
    GITHUB_JOB: 'gate',
    GITHUB_REF: `refs/pull/${PULL_REQUEST}/merge`,
    GITHUB_REPOSITORY: 'demo/shop',
    GITHUB_REPOSITORY_OWNER: 'demo',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '4242',
    GITHUB_RUN_NUMBER: '42',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: HEAD_SHA,
    GITHUB_WORKFLOW: 'demo',
    GITHUB_WORKSPACE: root,
    RUNNER_ARCH: 'X64',
    RUNNER_OS: 'Linux',
  };
}

/** The files that a runner lays out for a step, in `runner/` below the folder, and the variables that point at them. */
async function layOutRunner(folder: string): Promise<Record<string, string>> {
  const runner = join(folder, 'runner');
  const temp = join(runner, 'temp');
  await mkdir(temp, { recursive: true });
  const event = {
    action: 'synchronize',
    number: PULL_REQUEST,
    pull_request: {
      number: PULL_REQUEST,
      state: 'open',
      head: { ref: 'feature', sha: HEAD_SHA, repo: { full_name: 'demo/shop', fork: false } },
      base: { ref: 'main', sha: BASE_SHA, repo: { full_name: 'demo/shop', fork: false } },
    },
    repository: { name: 'shop', full_name: 'demo/shop', owner: { login: 'demo' } },
  };
  const files = {
    GITHUB_EVENT_PATH: { name: 'event.json', content: JSON.stringify(event, null, 2) },
    GITHUB_OUTPUT: { name: 'output.txt', content: '' },
    GITHUB_STATE: { name: 'state.txt', content: '' },
    GITHUB_ENV: { name: 'env.txt', content: '' },
    GITHUB_STEP_SUMMARY: { name: 'step-summary.md', content: '' },
  };
  const variables: Record<string, string> = { RUNNER_TEMP: temp };
  for (const [variable, { name, content }] of Object.entries(files)) {
    const path = join(runner, name);
    await writeFile(path, content);
    variables[variable] = path;
  }
  return variables;
}

/** `::warning title=x::text` → `warning: text`; other commands are for the runner alone and leave nothing. */
function withoutCommand(line: string): string {
  const command = /^::(\S+)(?: [^:]*)?::(.*)$/.exec(line.trim());
  if (command === null) return line.trim();
  const [, name = '', text = ''] = command;
  if (name === 'group') return text;
  return ['notice', 'warning', 'error'].includes(name) ? `${name}: ${text}` : '';
}

async function resultIn(folder: string): Promise<GateResult | null> {
  try {
    return readGateResult(JSON.parse(await readFile(join(folder, 'result.json'), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
