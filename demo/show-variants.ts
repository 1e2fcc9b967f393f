import { join, relative } from 'node:path';
import { describeError, GateError } from '../src/errors.js';
import { requireBundle, runGate } from './action-process.js';
import { startLocalWorld } from './local-world.js';
import { startProgress } from './progress.js';
import type { Deployment } from './shop-processes.js';
import { summaryOf } from './summary.js';
import { Interrupted, supervised } from './supervised.js';
import { unexpected, VARIANTS, type Variant } from './variants.js';

/*
 * Runs the bundled action on builds of the shop that do one thing worse each, one after the other, and says whether it named
 * that and nothing else. All of them take about a quarter of an hour:
 *
 *   npx tsx demo/show-variants.ts [candidate ...]
 */

const ROOT = join(import.meta.dirname, '..');

async function show(variant: Variant): Promise<string[]> {
  const { name, baseline, candidate, traffic } = variant;
  console.log(`\n${candidate}: ${name}`);
  return supervised(async (supervision) => {
    const world = await startLocalWorld(ROOT, [baseline, candidate], supervision);
    const [before, after] = world.deployments as [Deployment, Deployment];
    const progress = startProgress([candidate], console.log);
    supervision.beforeLeaving(async () => progress.stop());
    const run = await runGate({
      root: ROOT,
      folder: join(ROOT, 'demo/out', candidate),
      baseline: before,
      candidate: after,
      traffic,
      seed: null,
      xrayApiUrl: world.xray.apiUrl,
      githubUrl: world.github.url,
      signal: supervision.signal,
      onLine: (line) => progress.show(candidate, line),
    });
    progress.stop();
    for (const line of summaryOf(run, (path) => relative(ROOT, path))) console.log(line);
    return unexpected(variant, run.result);
  });
}

async function showAll(wanted: readonly string[]): Promise<void> {
  await requireBundle(ROOT);
  const unknown = wanted.filter((build) => !VARIANTS.some(({ candidate }) => candidate === build));
  if (unknown.length > 0) {
    const known = VARIANTS.map(({ candidate }) => candidate).join(', ');
    throw new GateError(`There is no variant ${unknown.join(', ')}.`, `Name some of ${known}, or none for all.`);
  }
  const shown = VARIANTS.filter(({ candidate }) => wanted.length === 0 || wanted.includes(candidate));
  let failed = 0;
  for (const variant of shown) {
    const problems = await show(variant);
    if (problems.length > 0) failed += 1;
    console.log(
      problems.length === 0 ? '  as planned' : problems.map((each) => `  Not as planned: ${each}`).join('\n'),
    );
  }
  console.log(`\n${shown.length - failed} of ${shown.length} as planned.`);
  if (failed > 0) process.exitCode = 1;
}

showAll(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof Interrupted) {
    console.log('Interrupted.');
    process.exitCode = 130;
    return;
  }
  console.error(error instanceof GateError ? describeError(error) : error);
  process.exitCode = 1;
});
