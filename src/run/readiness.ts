import { targetName } from '../drive/lambda-target.js';
import { GateError } from '../errors.js';
import type { Settings } from '../inputs.js';
import type { World } from '../world.js';
import { type NotReady, probe, type Target } from './probe.js';
import type { Run } from './traffic.js';

const PAUSE_MS = 2000;

/**
 * Waits for all targets at once, as {@link awaitReady} does; the first that will not be ready ends the waiting for all.
 * Functions are not asked, and that is said.
 */
export async function awaitAllReady(
  targets: readonly Target[],
  settings: Settings,
  run: Run,
  world: World,
): Promise<void> {
  if (settings.ready.timeoutMs === 0) return;
  const isFunction = ({ url }: Target) => url.protocol === 'lambda:';
  const functions = targets.filter(isFunction).map(({ url }) => targetName(url));
  if (functions.length > 0) {
    world.progress.step(
      `Functions are not asked whether they are ready, because an invocation has effects: ${functions.join(', ')}.`,
    );
  }
  const hopeless = new AbortController();
  await Promise.all(
    targets
      .filter((target) => !isFunction(target))
      .map((target) =>
        awaitReady(target, settings, run, world, hopeless.signal).catch((error: unknown) => {
          hopeless.abort();
          throw error;
        }),
      ),
  );
}

/**
 * Waits until a target answers, and as the version that is expected there: as a response header says, or its traces.
 * Traces that name no version, or do not come, are not waited for.
 *
 * Throws GateError when the deadline passes, with what answered instead; at once where it redirects elsewhere.
 */
async function awaitReady(
  target: Target,
  settings: Settings,
  run: Run,
  world: World,
  hopeless: AbortSignal,
): Promise<void> {
  const { clock, progress } = world;
  const { timeoutMs } = settings.ready;
  const deadlineMs = clock.nowMs() + timeoutMs;
  let last: NotReady | null = null;
  while (!hopeless.aborted) {
    const seen = await probe(target, deadlineMs, settings, run, world);
    if (seen.kind === 'ready') {
      if (seen.version !== null) progress.step(`${targetName(target.url)} answers as version ${seen.version}.`);
      return;
    }
    // What it answered before says more than that the last request was cut short.
    if (seen.kind === 'out of time') throw notReady(target, last ?? seen, timeoutMs);
    if (clock.nowMs() + PAUSE_MS >= deadlineMs) throw notReady(target, seen, timeoutMs);
    if (seen.because !== last?.because) progress.step(`Waiting for ${targetName(target.url)}: ${seen.because}.`);
    last = seen;
    await clock.until(clock.nowMs() + PAUSE_MS);
  }
}

function notReady({ url, version }: Target, { kind, because }: NotReady, timeoutMs: number): GateError {
  const after = `after ${Math.round(timeoutMs / 1000)} s`;
  return kind === 'another version'
    ? new GateError(
        `${targetName(url)} is to be version ${version}, and ${after} ${because}.`,
        'Run the gate after the deployment has finished, raise "ready-timeout", or correct "version".',
      )
    : new GateError(
        `${targetName(url)} is not ready ${after}: ${because}.`,
        'Check "url" and "baseline-url", that the deployment has finished, and that this runner may reach it; or raise "ready-timeout".',
      );
}
