import type { BothSides } from '../compare/alignment.js';
import {
  type FailedAlone,
  type Failures,
  failedAlone,
  judgeReplays,
  REPLAY_TIMES,
  type Replay,
  TRY_TIMES,
  worthReplaying,
} from '../compare/replay.js';
import { drive } from '../drive/driver.js';
import type { Exchange } from '../drive/exchange.js';
import type { DrivenSide, Plan } from '../drive/plan.js';
import { planReplays, type Replayed } from '../drive/replay-plan.js';
import type { Settings } from '../inputs.js';
import type { Profile } from '../trace/profile.js';
import type { World } from '../world.js';
import { driveSettingsOf, type Run } from './traffic.js';

/** Not that of measured requests: later runs must not take replayed failures for this version's ordinary traffic. */
const REPLAY_AGENT = 'xray-gate-replay/';

const TRIES = Array.from({ length: TRY_TIMES }, (): DrivenSide => 'candidate');
const REPLAYS = Array.from({ length: REPLAY_TIMES }, (): DrivenSide[] => ['baseline', 'candidate']).flat();

interface Replayable {
  readonly failure: FailedAlone;
  readonly slot: Replayed;
  /** The step of its scenario that failed. */
  readonly step: number;
}

/**
 * Sends requests again that failed on the candidate alone: one for each operation and root cause. Those that fail again
 * when they are tried are sent a few times to both sides in random order. Whether it fails there each time, and only
 * there, tells a failure that the request causes from bad luck.
 */
export async function replayFailures(
  profiles: BothSides<Profile>,
  plan: Plan,
  baselineUrl: URL,
  settings: Settings,
  run: Run,
  world: World,
): Promise<Replay[]> {
  const failed = replayablesOf(failedAlone(profiles), plan);
  const sendAgain = async (replayables: readonly Replayable[], sides: readonly DrivenSide[], seed: number) => {
    const slots = replayables.map(({ slot }) => slot);
    const again = planReplays(slots, { sides, slotsPerSecond: 2 * settings.requestsPerSecond, seed });
    const driveSettings = {
      ...driveSettingsOf(settings, baselineUrl, run, world.gateVersion),
      userAgent: `${REPLAY_AGENT}${world.gateVersion} run-${run.id}`,
      mustAnswer: false,
    };
    const driven = await drive(again, driveSettings, world);
    const exchanges = [...driven.exchanges];
    return replayables.map((replayable, i) => {
      const ofRequest = exchanges.filter(
        ({ slot, step }) => Math.floor(slot.number / sides.length) === i && step === replayable.step,
      );
      return {
        ...replayable,
        baseline: failuresOf(ofRequest, 'baseline'),
        candidate: failuresOf(ofRequest, 'candidate'),
      };
    });
  };

  if (failed.length === 0) return [];
  world.progress.step(
    `${failed.length === 1 ? 'One kind of failure is' : `${failed.length} kinds of failure are`} the candidate's alone. Sending ${failed.length === 1 ? 'such a request' : 'one such request each'} again.`,
  );
  const tried = await sendAgain(failed, TRIES, run.seed + 2);
  const still = worthReplaying(tried.map((each) => ({ ...each, tried: each.candidate })));
  if (still.length === 0) return [];
  const replayed = await sendAgain(still, REPLAYS, run.seed + 3);
  return judgeReplays(
    replayed.map(({ failure, baseline, candidate }) => ({ failure, sentAgain: { baseline, candidate } })),
  );
}

/** The failures that the plan knows, with the values that it drew for them. */
function replayablesOf(failures: readonly FailedAlone[], plan: Plan): Replayable[] {
  if (failures.length === 0) return [];
  const orders = new Set(failures.map(({ order }) => order));
  const places = new Map<number, Omit<Replayable, 'failure'>>();
  for (const slot of plan) {
    for (const step of slot.scenario.steps.keys()) {
      if (orders.has(slot.order + step)) places.set(slot.order + step, { slot, step });
    }
  }
  return failures.flatMap((failure) => {
    const place = places.get(failure.order);
    return place === undefined ? [] : [{ failure, ...place }];
  });
}

/** A request that the runner could not send says nothing about the target. */
function failuresOf(exchanges: readonly Exchange[], side: DrivenSide): Failures {
  const sent = exchanges.filter((exchange) => exchange.side === side && exchange.outcome.kind !== 'not sent');
  const failed = sent.filter(({ outcome }) => outcome.kind !== 'answered' || outcome.status >= 500);
  return { failed: failed.length, of: sent.length };
}
