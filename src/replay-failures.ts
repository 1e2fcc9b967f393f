import type { BothSides } from './compare/alignment.js';
import { type Failures, failedAlone, judgeReplays, REPLAY_TIMES, type Replay } from './compare/replay.js';
import { drive, type Exchange } from './drive/driver.js';
import { type DrivenSide, planReplays, type Slot } from './drive/plan.js';
import type { Settings } from './inputs.js';
import type { Profile } from './trace/profile.js';
import { driveSettingsOf, type Run } from './traffic.js';
import type { World } from './world.js';

/** Not {@link USER_AGENT}: later runs must not take replayed failures for this version's ordinary traffic. */
const REPLAY_AGENT = 'xray-gate-replay/';

/**
 * Sends requests again that failed on the candidate alone: one for each operation and root cause, a few times to both
 * sides in random order. Whether it fails there each time tells a failure that the request causes from bad luck.
 */
export async function replayFailures(
  profiles: BothSides<Profile>,
  plan: readonly Slot[],
  baselineUrl: URL,
  settings: Settings,
  run: Run,
  world: World,
): Promise<Replay[]> {
  const requests = new Map(plan.map(({ number, request }) => [number, request]));
  const replayable = failedAlone(profiles).flatMap((failure) => {
    const request = requests.get(failure.order);
    return request === undefined ? [] : [{ failure, request }];
  });
  if (replayable.length === 0) return [];
  const replays = planReplays(
    replayable.map(({ request }) => request),
    { times: REPLAY_TIMES, slotsPerSecond: 2 * settings.requestsPerSecond, seed: run.seed + 2 },
  );
  world.progress.step(
    `Sending ${replayable.length === 1 ? 'a request' : `${replayable.length} requests`} again that failed on the candidate alone: ${replays.length} in all.`,
  );
  const exchanges = await drive(
    replays,
    {
      ...driveSettingsOf(settings, baselineUrl, run, world.gateVersion),
      userAgent: `${REPLAY_AGENT}${world.gateVersion} run-${run.id}`,
      mustAnswer: false,
    },
    { ...world, onExchange: () => {} },
  );
  return judgeReplays(
    replayable.map(({ failure }, i) => {
      const from = 2 * REPLAY_TIMES * i;
      const ofRequest = exchanges.filter(({ slot }) => slot.number >= from && slot.number < from + 2 * REPLAY_TIMES);
      const sentAgain = { baseline: failuresOf(ofRequest, 'baseline'), candidate: failuresOf(ofRequest, 'candidate') };
      return { failure, sentAgain };
    }),
  );
}

/** A request that the runner could not send says nothing about the target. */
function failuresOf(exchanges: readonly Exchange[], side: DrivenSide): Failures {
  const sent = exchanges.filter((exchange) => exchange.side === side && exchange.outcome.kind !== 'not sent');
  const failed = sent.filter(({ outcome }) => outcome.kind !== 'answered' || outcome.status >= 500);
  return { failed: failed.length, of: sent.length };
}
