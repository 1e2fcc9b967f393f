import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { rounded } from '../timing.js';

export interface ToolFigures {
  readonly perSecond: number;
  readonly cpuMsPer1000: number;
  readonly how: string;
}

/** wrk: a closed loop in C, with as many connections as come near to the rate. Null where it is not installed. */
export async function wrk(url: string, perSecond: number, seconds: number): Promise<ToolFigures | null> {
  const command = installed('wrk');
  if (command === null) return null;
  const connections = Math.max(1, Math.round(perSecond / 200));
  const { cpuMs, stdout } = await timed(command, ['-t1', `-c${connections}`, `-d${seconds}s`, url]);
  const requests = Number(/(\d+) requests in/.exec(stdout)?.[1]);
  return {
    perSecond: rounded(requests / seconds),
    cpuMsPer1000: rounded((1000 * cpuMs) / requests),
    how: `closed loop, ${connections} connections`,
  };
}

/** Artillery at a rate: what a longer run takes more than a shorter one, so that its start is left out. */
export async function artillery(url: string, perSecond: number, seconds: number): Promise<ToolFigures | null> {
  const command = installed('artillery');
  if (command === null) return null;
  const folder = await mkdtemp(join(tmpdir(), 'bench-artillery-'));
  try {
    const run = async (duration: number) => {
      const script = join(folder, `${duration}.json`);
      const config = { target: url, phases: [{ duration, arrivalRate: perSecond }] };
      await writeFile(script, JSON.stringify({ config, scenarios: [{ flow: [{ get: { url: '/' } }] }] }));
      return (await timed(command, ['run', '--quiet', script])).cpuMs;
    };
    const cpuMs = (await run(seconds + 2)) - (await run(2));
    return { perSecond, cpuMsPer1000: rounded(cpuMs / ((seconds * perSecond) / 1000)), how: 'arrivalRate' };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function installed(name: string): string | null {
  // `npm run test:artillery` installs Artillery in a folder of its own.
  const own = ['node_modules/.bin', 'test/artillery/node_modules/.bin'].map((folder) => resolve(folder));
  const folders = [...own, ...(process.env.PATH ?? '').split(delimiter)];
  const paths = folders.map((folder) => join(folder, name));
  return paths.find((path) => isExecutable(path)) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Runs a command to its end under a shell that tells its CPU, and that of what it started. */
async function timed(command: string, args: readonly string[]): Promise<{ cpuMs: number; stdout: string }> {
  const child = spawn('sh', ['-c', '"$@" >&3; times', 'sh', command, ...args], {
    stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
  });
  const texts = ['', ''];
  for (const [i, stream] of [child.stdio[1], child.stdio[3]].entries()) {
    stream?.on('data', (chunk: Buffer) => {
      texts[i] += chunk.toString();
    });
  }
  await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  const [times = '', stdout = ''] = texts;
  return { cpuMs: childCpuMs(times), stdout };
}

/** Of what POSIX `times` prints: the second line has user and system time of children, as `0m1.25s`. */
export function childCpuMs(times: string): number {
  const [, ofChildren = ''] = times.trim().split('\n');
  const spans = [...ofChildren.matchAll(/(\d+)m([\d.]+)s/g)];
  return spans.reduce((sum, [, minutes, seconds]) => sum + 60_000 * Number(minutes) + 1000 * Number(seconds), 0);
}
