import { join, relative } from 'node:path';
import { GateError } from '../src/errors.js';
import { type GateRun, requireBundle, runGate } from './action-process.js';
import type { Traffic } from './gate-inputs.js';
import { type LocalWorld, startLocalWorld } from './local-world.js';
import { startMeasuringLoad } from './machine-load.js';
import { startProgress } from './progress.js';
import type { Deployment } from './shop-processes.js';
import { failuresOf, summaryOf } from './summary.js';
import { Interrupted, type Supervision, supervised } from './supervised.js';

export interface DemoOptions {
  /** The folder of the project, with `dist/`, `demo/` and `node_modules/`. */
  readonly root: string;
  readonly log: (line: string) => void;
}

const TRAFFIC: Traffic = { arrivalsPerSecond: 12, durationS: 30, warmUpS: 3 };

/** Enough for a gate that drives the same traffic once more to be sure of what it found. */
const DEADLINE_MS = 300_000;

/**
 * Shows the gate at work without an AWS account: a local X-Ray, a small shop in three builds, and the bundled action,
 * run as a runner would, on an equal build and on a worse one at the same time. Results are in `demo/out/<build>/`.
 * Returns 0 only if the equal build passed and the worse one regressed with all of its faults named, else 1; 130 after
 * Ctrl-C. Throws a GateError where something does not start. Whatever it started has ended when it returns.
 */
export async function runDemo(options: DemoOptions): Promise<number> {
  try {
    return await supervised((supervision) => demonstrate(options, supervision));
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    options.log('Interrupted.');
    return 130;
  }
}

async function demonstrate({ root, log }: DemoOptions, supervision: Supervision): Promise<number> {
  const { cancel, beforeLeaving } = supervision;
  const deadline = setTimeout(() => cancel(overdue()), DEADLINE_MS);
  beforeLeaving(async () => clearTimeout(deadline));
  await requireBundle(root);
  // A copy of v1 for each: with twice its candidate's traffic, one for both would be the warmer of the two.
  const world = await startLocalWorld(root, ['v1', 'v2-same', 'v1', 'v2-bad'], supervision);
  describeWorld(world, log);
  const [v1ForSame, v2Same, v1ForBad, v2Bad] = world.deployments as [Deployment, Deployment, Deployment, Deployment];

  const progress = startProgress(['v2-same', 'v2-bad'], log);
  beforeLeaving(async () => progress.stop());
  const gate = (baseline: Deployment, candidate: Deployment): Promise<GateRun> =>
    runGate({
      root,
      folder: join(root, 'demo/out', candidate.build),
      baseline,
      candidate,
      traffic: TRAFFIC,
      seed: null,
      xrayApiUrl: world.xray.apiUrl,
      githubUrl: world.github.url,
      signal: supervision.signal,
      onLine: (line) => progress.show(candidate.build, line),
    });
  const loadSoFar = startMeasuringLoad();
  const [same, bad] = await Promise.all([gate(v1ForSame, v2Same), gate(v1ForBad, v2Bad)]);
  const load = loadSoFar();
  progress.stop();

  for (const run of [same, bad]) for (const line of summaryOf(run, (path) => relative(root, path))) log(line);
  log('');
  const comments = world.github.comments.length;
  log(`Comments on the pull request: ${comments}. Machine busy while driving: ${Math.round(load * 100)} %.`);
  const failures = failuresOf(same, bad);
  for (const failure of failures) log(`Not as planned: ${failure}`);
  return failures.length === 0 ? 0 : 1;
}

function describeWorld({ xray, deployments, processCount }: LocalWorld, log: (line: string) => void): void {
  log(`Local X-Ray: daemon at ${xray.daemonAddress}, API at ${xray.apiUrl}`);
  const builds = deployments.map(({ build, url }) => `${build} at ${url}`);
  log(`Demo shop: ${processCount} processes; ${builds.join(', ')}`);
}

function overdue(): GateError {
  return new GateError(
    `The demo did not end within ${DEADLINE_MS / 1000} s.`,
    'The last progress line and demo/out/<build>/action.log show where it stands; an overloaded machine is the usual cause.',
  );
}
