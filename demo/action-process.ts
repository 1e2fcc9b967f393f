import { spawn } from 'node:child_process';
import { access, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { GateError } from '../src/errors.js';
import { endProcess } from './end-process.js';
import { type Comparison, gateInputs } from './gate-inputs.js';
import { type GateResult, readGateResult } from './gate-result.js';
import { layOutStep, pullRequestEvent } from './runner-environment.js';
import type { Build } from './shop-processes.js';

export interface GateSettings extends Comparison {
  /** The folder of the project. */
  readonly root: string;
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

const PULL_REQUEST = 7;

/** The action, as `npm run build` leaves it. */
export function bundleOf(root: string): string {
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

/**
 * Runs the bundled action as a runner would, on a pull request of `demo/shop`, and reads what it decided. What an
 * earlier run left in the folder is removed.
 */
export async function runGate(settings: GateSettings): Promise<GateRun> {
  const { root, folder, candidate, signal, onLine } = settings;
  signal.throwIfAborted();
  await rm(folder, { recursive: true, force: true });
  const step = await layOutStep({
    folder: join(folder, 'runner'),
    inputs: gateInputs(settings),
    githubUrl: settings.githubUrl,
    xrayApiUrl: settings.xrayApiUrl,
    repository: 'demo/shop',
    event: pullRequestEvent(PULL_REQUEST),
  });
  const log = await open(join(folder, 'action.log'), 'w');
  const startMs = performance.now();
  const child = spawn(process.execPath, [bundleOf(root)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: step.environment,
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
