import { relative } from 'node:path';
import { GateError } from '../src/errors.js';
import { startLocalXRay } from '../src/local/local-xray.js';
import { type GateRun, requireBundle, runGate } from './action-process.js';
import { startLocalGitHub } from './local-github.js';
import { startMeasuringLoad } from './machine-load.js';
import { startProgress } from './progress.js';
import { type Deployment, startShop } from './shop-processes.js';
import { failuresOf, summaryOf } from './summary.js';
import { warmUp } from './warm-up.js';

export interface DemoOptions {
  /** The folder of the project, with `dist/`, `demo/` and `node_modules/`. */
  readonly root: string;
  readonly log: (line: string) => void;
}

const DEADLINE_MS = 180_000;

/**
 * Shows the gate at work without an AWS account: a local X-Ray, a small shop in three builds, and the bundled action,
 * run as a runner would, on an equal build and on a worse one at the same time. Results are in `demo/out/<build>/`.
 * Returns 0 only if the equal build passed and the worse one regressed with all of its faults named, else 1; 130 after
 * Ctrl-C. Throws a GateError where something does not start. Whatever it started has ended when it returns.
 */
export async function runDemo({ root, log }: DemoOptions): Promise<number> {
  const cancelled = new AbortController();
  const interrupt = () => cancelled.abort(new Interrupted());
  const deadline = setTimeout(() => cancelled.abort(overdue()), DEADLINE_MS);
  // `on`, for npm passes on the Ctrl-C that the terminal has sent here too.
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const stops: (() => Promise<void>)[] = [];
  const stopAll = async () => {
    for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) await stop();
  };
  const story = demonstrate(root, log, cancelled, (stop) => stops.push(stop));
  try {
    return await Promise.race([story, rejectionOf(cancelled.signal)]);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    log('Interrupted.');
    return 130;
  } finally {
    clearTimeout(deadline);
    cancelled.abort(new Interrupted());
    await stopAll();
    await story.catch(() => {}); // Cancelled halfway through a start, it may leave one more thing to stop.
    await stopAll();
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

async function demonstrate(
  root: string,
  log: (line: string) => void,
  cancelled: AbortController,
  beforeLeaving: (stop: () => Promise<void>) => void,
): Promise<number> {
  const { signal } = cancelled;
  await requireBundle(root);
  signal.throwIfAborted();
  const xray = await startLocalXRay({ host: '127.0.0.1', port: 0, apiPort: 0 });
  beforeLeaving(() => xray.stop());
  log(`Local X-Ray: daemon at ${xray.daemonAddress}, API at ${xray.apiUrl}`);
  signal.throwIfAborted();
  const github = await startLocalGitHub();
  beforeLeaving(() => github.stop());

  signal.throwIfAborted();
  const shop = startShop({
    root,
    daemonAddress: xray.daemonAddress,
    // A copy of v1 for each: with twice its candidate's traffic, one for both would be the warmer of the two.
    builds: ['v1', 'v2-same', 'v1', 'v2-bad'],
    onLoss: (error) => cancelled.abort(error),
  });
  beforeLeaving(() => shop.stop());
  const deployments = await shop.started;
  const [v1ForSame, v2Same, v1ForBad, v2Bad] = deployments as [Deployment, Deployment, Deployment, Deployment];
  log(
    `Demo shop: ${shop.processCount()} processes; ${deployments.map(({ build, url }) => `${build} at ${url}`).join(', ')}`,
  );
  await warmUp(deployments, signal);

  const progress = startProgress(['v2-same', 'v2-bad'], log);
  beforeLeaving(async () => progress.stop());
  const gate = (baseline: Deployment, candidate: Deployment): Promise<GateRun> =>
    runGate({
      root,
      baseline,
      candidate,
      xrayApiUrl: xray.apiUrl,
      githubUrl: github.url,
      signal,
      onLine: (line) => progress.show(candidate.build, line),
    });
  const loadSoFar = startMeasuringLoad();
  const [same, bad] = await Promise.all([gate(v1ForSame, v2Same), gate(v1ForBad, v2Bad)]);
  const load = loadSoFar();
  progress.stop();

  for (const run of [same, bad]) for (const line of summaryOf(run, (path) => relative(root, path))) log(line);
  log('');
  log(
    `Comments on the pull request: ${github.comments.length}. Machine busy while driving: ${Math.round(load * 100)} %.`,
  );
  const failures = failuresOf(same, bad);
  for (const failure of failures) log(`Not as planned: ${failure}`);
  return failures.length === 0 ? 0 : 1;
}

class Interrupted extends Error {}

function overdue(): GateError {
  return new GateError(
    `The demo did not end within ${DEADLINE_MS / 1000} s.`,
    'The last progress line and demo/out/<build>/action.log show where it stands; an overloaded machine is the usual cause.',
  );
}

function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
}
