import type { BothSides } from '../compare/alignment.js';
import type { Comparison } from '../compare/comparison.js';
import { type Confirmation, type EarlierLooks, type Evidence, NO_LOOKS, type Stage } from '../compare/evidence.js';
import { stageWithSameNames } from '../compare/named-evidence.js';
import type { OutcomeSettings } from '../compare/outcome.js';
import { confirm, screen } from '../compare/stages.js';
import { countConfirmed, countOf, type Suspicions, suspicionsOf } from '../compare/suspicions.js';
import { targetName } from '../drive/lambda-target.js';
import type { Plan } from '../drive/plan.js';
import { describeError, GateError } from '../errors.js';
import type { Settings } from '../inputs.js';
import type { World } from '../world.js';
import { effort } from './effort.js';
import { howManyPairs } from './how-many.js';
import { type Measured, measure, type Seen } from './measure.js';
import { assertTraced, profileSide } from './profile-side.js';
import { replayFailures } from './replay-failures.js';
import { driveSettingsOf, planOf, type Run, warmUp } from './traffic.js';
import { whyUncovered } from './why-uncovered.js';

/** What a run in pairs gave: the evidence, and the traffic of each stage. */
interface PairsRun {
  readonly evidence: Evidence;
  readonly stages: readonly Measured[];
}

/** What all that is driven in pairs shares. */
interface Pairs {
  readonly baselineUrl: URL;
  readonly settings: Settings;
  readonly rule: OutcomeSettings;
  readonly run: Run;
  readonly world: World;
}

type Versions = BothSides<string | null>;

/**
 * Screen and confirm: drives both versions in pairs and asks everything. What looks worse is asked again of fresh
 * pairs, and nothing else. Failures that only the candidate's half of a pair shows are sent again, last, so that time
 * has passed since they failed.
 */
export async function measureSideBySide(
  baselineUrl: URL,
  settings: Settings,
  rule: OutcomeSettings,
  run: Run,
  world: World,
): Promise<PairsRun> {
  const pairs: Pairs = { baselineUrl, settings, rule, run, world };
  const driveSettings = driveSettingsOf(settings, baselineUrl, run, world.gateVersion);
  const warm = await warmUp(run, settings, driveSettings, world, run.seed + 4);
  const { slots, because } = howManyPairs(settings, rule.nullMargin, run, warm);
  const plan = planOf(run, settings, { slots, sideBySide: true, seed: run.seed });
  world.progress.step(
    `Sending ${slots} pairs to ${targetName(settings.url)} and ${targetName(baselineUrl)}: ${because}. ${effort(plan, settings.requestsPerSecond, world)}`,
  );
  const suspected = (screened: Comparison) => suspicionsOf(screened, rule.failOnNewEdges);
  const versions: Versions = { baseline: settings.baseline.version, candidate: settings.version };
  const named = (stage: Stage) => stageWithSameNames(stage, [], rule.edgePolicy.names);
  const first = await measureStage(plan, versions, pairs, {
    judge: (stage) => screen(named(stage), rule),
    enough: settings.earlyStop === 'first' && settings.confirm ? (seen) => countOf(suspected(seen)) > 0 : null,
  });
  const { profiles } = first.stage;
  const { baseline, candidate } = profiles;
  await assertTraced(profiles, () => {
    const targets = { candidate: settings.url, baseline: baselineUrl };
    const about = { targets, settings, run, traffic: [first.measured.sent], world };
    return whyUncovered({ stage: 'first', seen: first.measured, profiles }, about);
  });
  assertTwoVersions(baseline.version, settings);

  // The same builds must answer again: a deployment that is switched meanwhile would refute everything.
  const seen: Versions = { baseline: baseline.version, candidate: candidate.version };
  const second = await measureAgain(() => suspected(screen(named(first.stage), rule)), seen, slots, pairs, first);
  const replays = await replayFailures(first.stage.profiles, plan, baselineUrl, settings, run, world).catch(
    (error: unknown) => {
      // What both stages saw is not lost with the replays.
      if (!(error instanceof GateError)) throw error;
      world.progress.step(`The failures could not be sent again: ${describeError(error)}`);
      return [];
    },
  );
  return {
    evidence: { screen: first.stage, confirmation: second.confirmation, replays },
    stages: [first.measured, ...second.measured],
  };
}

/** The second stage, where there is to be one and the first suspects anything. Never throws a GateError. */
async function measureAgain(
  suspectedByFirst: () => Suspicions,
  versions: Versions,
  slots: number,
  pairs: Pairs,
  first: { readonly stage: Stage; readonly measured: Measured },
): Promise<{ readonly confirmation: Confirmation; readonly measured: readonly Measured[] }> {
  const { settings, rule, run, world } = pairs;
  if (!settings.confirm) return { confirmation: { kind: 'none' }, measured: [] };
  const suspicions = suspectedByFirst();
  const count = countOf(suspicions);
  if (count === 0) return { confirmation: { kind: 'not needed' }, measured: [] };
  // What nobody could read is not driven.
  const { ended } = first.measured.collected.shortcomings;
  if (ended !== null) return { confirmation: { kind: 'failed', because: ended.because }, measured: [] };
  const plan = planOf(run, settings, { slots, sideBySide: true, seed: run.seed + 1 });
  world.progress.step(
    `${count} ${count === 1 ? 'measurement looks' : 'measurements look'} worse. Sending ${slots} fresh pairs to see whether ${count === 1 ? 'it does' : 'they do'} again. ${effort(plan, settings.requestsPerSecond, world)}`,
  );
  const { names } = rule.edgePolicy;
  const screened = stageWithSameNames(first.stage, [], names);
  const all = (confirmed: Comparison) =>
    countConfirmed(suspicions, suspicionsOf(confirmed, rule.failOnNewEdges)) === count;
  try {
    const driveSettings = driveSettingsOf(settings, pairs.baselineUrl, run, world.gateVersion);
    await warmUp(run, settings, driveSettings, world, run.seed + 5);
    const { stage, measured } = await measureStage(plan, versions, pairs, {
      judge: (stage) => confirm(stageWithSameNames(stage, [first.stage], names), suspicions, rule, screened.profiles),
      enough: settings.earlyStop === 'never' ? null : all,
    });
    return { confirmation: { kind: 'measured', stage }, measured: [measured] };
  } catch (error) {
    // What the first stage saw is not lost with the second.
    if (!(error instanceof GateError)) throw error;
    return { confirmation: { kind: 'failed', because: error.message }, measured: [] };
  }
}

/** Measures one stage; with `enough`, it may end at a look that has seen enough. */
async function measureStage(
  plan: Plan,
  versions: Versions,
  { baselineUrl, settings, run, world }: Pairs,
  {
    judge,
    enough,
  }: { readonly judge: (stage: Stage) => Comparison; readonly enough: ((seen: Comparison) => boolean) | null },
): Promise<{ readonly stage: Stage; readonly measured: Measured }> {
  let earlier: EarlierLooks = NO_LOOKS;
  const stageOf = (seen: Seen): Stage => ({
    profiles: {
      baseline: profileSide('baseline', seen, versions.baseline, { id: run.id, inPairs: true }),
      candidate: profileSide('candidate', seen, versions.candidate, { id: run.id, inPairs: true }),
    },
    share: seen.share,
    earlier,
  });
  const lookEarly = (soFar: Seen): boolean => {
    const compared = judge(stageOf(soFar));
    if (enough?.(compared)) return true;
    earlier = { share: soFar.share, ...compared.looked };
    return false;
  };
  const driveSettings = driveSettingsOf(settings, baselineUrl, run, world.gateVersion);
  const measured = await measure(plan, driveSettings, settings, run, world, enough === null ? null : lookEarly);
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
