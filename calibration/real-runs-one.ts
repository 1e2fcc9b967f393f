import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleOf, runGate } from '../demo/action-process.js';
import type { Traffic } from '../demo/gate-inputs.js';
import { startLocalWorld } from '../demo/local-world.js';
import type { Deployment } from '../demo/shop-processes.js';
import { buildSlowedBy } from '../demo/slow-builds.js';
import { supervised } from '../demo/supervised.js';
import { GateError } from '../src/errors.js';
import { measureDrivingLoad } from './real-runs-load.js';
import { type RealRun, type RunKey, realRun, seedOf } from './real-runs-study.js';

export interface OneRun extends RunKey {
  /** The folder of the project. */
  readonly root: string;
  readonly traffic: Traffic;
}

/**
 * Runs the bundled action once on v1 and a build slowed by so much, each in processes that nobody drove before: what
 * sets two copies of one build apart for as long as they live, luck of memory and compiler, is drawn anew for each run,
 * and runs stay independent. Throws a GateError where the action leaves no result.
 */
export function runOnce({ root, traffic, slowDownPercent, repetition }: OneRun): Promise<RealRun> {
  const key = { slowDownPercent, repetition };
  const build = buildSlowedBy(slowDownPercent);
  return supervised(async (supervision) => {
    const bundle = await digestOf(bundleOf(root));
    const { xray, github, deployments } = await startLocalWorld(root, ['v1', build], supervision);
    const [baseline, candidate] = deployments as [Deployment, Deployment];
    const load = measureDrivingLoad();
    const { result, seconds, exitCode, lastLines, folder } = await runGate({
      root,
      folder: join(root, 'demo/out/real-runs', build, String(repetition)),
      baseline,
      candidate,
      traffic,
      seed: seedOf(key),
      xrayApiUrl: xray.apiUrl,
      githubUrl: github.url,
      signal: supervision.signal,
      onLine: load.hear,
    });
    const busyShareWhileDriving = load.share();
    if (result === null) {
      throw new GateError(
        `The action left no result for ${build} (exit code ${exitCode}):\n${lastLines.join('\n')}`,
        `Its log is ${join(folder, 'action.log')}.`,
      );
    }
    return realRun(key, result, { seconds, busyShareWhileDriving, bundle });
  });
}

async function digestOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
    .slice(0, 12);
}
