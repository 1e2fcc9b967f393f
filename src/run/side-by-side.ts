import type { Comparison } from '../compare/comparison.js';
import {
  confirm,
  type EarlierLooks,
  type Evidence,
  NO_LOOKS,
  type OutcomeSettings,
  type Stage,
  screen,
} from '../compare/stages.js';
import { countOf, type Suspicions, suspicionsOf } from '../compare/suspicions.js';
import type { Slot } from '../drive/plan.js';
import { GateError } from '../errors.js';
import type { Settings } from '../inputs.js';
import type { World } from '../world.js';
import { type Measured, measure } from './measure.js';
import { assertTraced, profileSide } from './profile-side.js';
import { replayFailures } from './replay-failures.js';
import { driveSettingsOf, planOf, type Run } from './traffic.js';

/** What a run in pairs gave: the evidence, and the traffic of each stage. */
export interface PairsRun {
  readonly evidence: Evidence;
  readonly stages: readonly Measured[];
}

/**
 * Screen and confirm: drives both versions in pairs and asks everything. What looks worse is asked again of fresh
 * pairs, and nothing else. Failures that only the candidate's half of a pair shows are sent again.
 */
export async function measureSideBySide(
  baselineUrl: URL,
  settings: Settings,
  rule: OutcomeSettings,
  run: Run,
  world: World,
): Promise<PairsRun> {
  const { progress } = world;
  const plan = planOf(settings, true, run.seed);
  progress.step(`Sending ${plan.length} pairs of requests to ${settings.url.origin} and ${baselineUrl.origin}.`);
  const anything = (screened: Comparison) => countOf(suspicionsOf(screened, rule.failOnNewEdges)) > 0;
  const first = await measureStage(plan, baselineUrl, settings, run, world, {
    judge: (stage) => screen(stage, rule),
    enough: settings.confirm && settings.earlyStop === 'first' ? anything : null,
  });
  const { baseline, candidate } = first.stage.profiles;
  assertTraced('candidate', candidate);
  assertTraced('baseline', baseline);
  assertTwoVersions(baseline.version, settings);

  const replays = await replayFailures(first.stage.profiles, plan, baselineUrl, settings, run, world);
  const suspicions = suspicionsOf(screen(first.stage, rule), rule.failOnNewEdges);
  const again = settings.confirm && countOf(suspicions) > 0;
  const second = again ? await measureAgain(suspicions, baselineUrl, settings, rule, run, world) : null;
  return {
    evidence: { screen: first.stage, confirm: second?.stage ?? null, replays },
    stages: [first.measured, ...(second === null ? [] : [second.measured])],
  };
}

function measureAgain(
  suspicions: Suspicions,
  baselineUrl: URL,
  settings: Settings,
  rule: OutcomeSettings,
  run: Run,
  world: World,
): Promise<MeasuredStage> {
  const count = countOf(suspicions);
  const plan = planOf(settings, true, run.seed + 1);
  world.progress.step(
    `${count} ${count === 1 ? 'measurement looks' : 'measurements look'} worse. Sending ${plan.length} fresh pairs to see whether ${count === 1 ? 'it does' : 'they do'} again.`,
  );
  return measureStage(plan, baselineUrl, settings, run, world, {
    judge: (stage) => confirm(stage, suspicions, rule),
    enough:
      settings.earlyStop === 'never'
        ? null
        : (confirmed) => countOf(suspicionsOf(confirmed, rule.failOnNewEdges)) === count,
  });
}

interface MeasuredStage {
  readonly stage: Stage;
  readonly measured: Measured;
}

/** Measures one stage; with `enough`, it may end at a look that has seen enough. */
async function measureStage(
  plan: readonly Slot[],
  baselineUrl: URL,
  settings: Settings,
  run: Run,
  world: World,
  {
    judge,
    enough,
  }: { readonly judge: (stage: Stage) => Comparison; readonly enough: ((seen: Comparison) => boolean) | null },
): Promise<MeasuredStage> {
  let earlier: EarlierLooks = NO_LOOKS;
  const stageOf = (measured: Measured): Stage => ({
    profiles: {
      baseline: profileSide('baseline', measured, settings, { id: run.id, inPairs: true }),
      candidate: profileSide('candidate', measured, settings, { id: run.id, inPairs: true }),
    },
    share: measured.share,
    earlier,
  });
  const lookEarly = (soFar: Measured): boolean => {
    const seen = judge(stageOf(soFar));
    if (enough?.(seen)) return true;
    earlier = { share: soFar.share, ...seen.looked };
    return false;
  };
  const driveSettings = driveSettingsOf(settings, baselineUrl, run, world.gateVersion);
  const measured = await measure(plan, driveSettings, settings, world, enough === null ? null : lookEarly);
  return { stage: stageOf(measured), measured };
}

/** A version compared with itself passes: fine for a trial that names it twice, but not when a switch has failed. */
function assertTwoVersions(baseline: string | null, settings: Settings): void {
  if (settings.baseline.version !== null || baseline !== settings.version) return;
  throw new GateError(
    `Both URLs answer as version ${settings.version}: there is nothing to compare.`,
    'Correct "url" or "baseline-url". To compare a version with itself on purpose, name it as "baseline" too.',
  );
}
