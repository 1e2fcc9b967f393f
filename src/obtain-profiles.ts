import { type BaselineChoice, describeChoice } from './baseline/choose-baseline.js';
import { readProfile } from './baseline/saved-profile.js';
import { type Collected, collectTraces } from './collect/collector.js';
import { profileDriven, profileFound, unversionedSides } from './collect/profiles.js';
import { versionFilter } from './collect/version-filter.js';
import { collectVersion, LOOK_BACK_DAYS } from './collect/version-traces.js';
import { type DrivenSide, drive, type Exchange } from './drive/driver.js';
import { planDepartures } from './drive/plan.js';
import { type RunHealth, runHealth } from './drive/run-health.js';
import { mintTraceContext } from './drive/trace-header.js';
import { GateError } from './errors.js';
import type { Settings } from './inputs.js';
import type { Profile } from './trace/profile.js';
import type { World } from './world.js';

export interface Run {
  readonly id: string;
  readonly seed: number;
  readonly startedAtMs: number;
}

/** What driving and collecting gave. */
export interface Obtained {
  readonly candidate: Profile;
  /** Or why there is none. */
  readonly baseline: Profile | { readonly missing: string };
  readonly health: RunHealth;
  /** Driven sides of which not one trace named a version. */
  readonly unversioned: readonly DrivenSide[];
  readonly calls: number;
  readonly elapsedMs: number;
  readonly scanned: number;
}

const CONCURRENT_CALLS = 4;
const PAIR_WAIT_MS = 1000;
const IN_FLIGHT_CAP = 500;

/** Begins the user agent of every request, so that the gate's own traffic can be found in X-Ray later. */
const USER_AGENT = 'xray-gate/';

/** Drives the traffic, collects its traces, and gets the baseline's profile wherever it was chosen to come from. */
export async function obtainProfiles(
  settings: Settings,
  choice: BaselineChoice,
  run: Run,
  world: World,
): Promise<Obtained> {
  const saved = choice.kind === 'saved profile' ? await loadProfile(choice.path, world) : null;
  await assertReadable(choice, settings, world);
  const exchanges = await driveTraffic(settings, choice, run, world);
  const collected = await collectDriven(exchanges, settings, world);
  const side = (which: DrivenSide) => profileSide(which, exchanges, collected, settings, choice, run);
  const candidate = side('candidate');
  const common = {
    candidate,
    health: runHealth(exchanges),
    unversioned: unversionedSides(exchanges, collected, settings.versionAnnotation),
    elapsedMs: collected.elapsedMs,
  };
  switch (choice.kind) {
    case 'side by side': {
      const baseline = side('baseline');
      assertTwoVersions(baseline, settings);
      return { ...common, baseline, calls: collected.calls, scanned: 0 };
    }
    case 'saved profile': {
      const baseline = saved ?? { missing: describeChoice(choice) };
      return { ...common, baseline, calls: collected.calls, scanned: 0 };
    }
    case 'version in X-Ray': {
      const found = await findBaseline(choice.version, candidate.requests.length, settings, run, world);
      return { ...common, ...found, calls: collected.calls + found.calls };
    }
    case 'none':
      return { ...common, baseline: { missing: describeChoice(choice) }, calls: collected.calls, scanned: 0 };
  }
}

async function loadProfile(path: string, { files }: World): Promise<Profile> {
  return readProfile(await files.readJson(path), path);
}

/**
 * Asks X-Ray for a trace that nobody has, so that a missing permission, region or credential is known before a single
 * request leaves. Throws GateError.
 */
async function assertReadable(
  choice: BaselineChoice,
  { versionAnnotation }: Settings,
  { traces, clock, randomBytes }: World,
): Promise<void> {
  if (choice.kind === 'version in X-Ray') {
    versionFilter({ annotation: versionAnnotation, version: choice.version, userAgentPrefix: USER_AGENT });
  }
  await traces.fetch([mintTraceContext(clock.nowMs(), randomBytes).traceId]);
}

/** A version compared with itself passes: fine for a trial that names it twice, but not when a switch has failed. */
function assertTwoVersions(baseline: Profile, settings: Settings): void {
  if (settings.baseline.version !== null || baseline.version !== settings.version) return;
  throw new GateError(
    `Both URLs answer as version ${settings.version}: there is nothing to compare.`,
    'Correct "url" or "baseline-url". To compare a version with itself on purpose, name it as "baseline" too.',
  );
}

async function driveTraffic(
  settings: Settings,
  choice: BaselineChoice,
  run: Run,
  { transport, clock, randomBytes, progress, gateVersion }: World,
): Promise<Exchange[]> {
  const plan = planDepartures({
    requests: settings.requests,
    slotsPerSecond: settings.requestsPerSecond,
    durationS: settings.durationMs / 1000,
    warmUpS: settings.warmUpMs / 1000,
    seed: run.seed,
  });
  const baselineUrl = choice.kind === 'side by side' ? choice.url : null;
  progress.step(
    baselineUrl === null
      ? `Sending ${plan.length} requests to ${settings.url.origin}.`
      : `Sending ${plan.length} pairs of requests to ${settings.url.origin} and ${baselineUrl.origin}.`,
  );
  const driveSettings = {
    candidateUrl: settings.url,
    baselineUrl,
    userAgent: `${USER_AGENT}${gateVersion} run-${run.id}`,
    timeoutMs: settings.timeoutMs,
    pairWaitMs: PAIR_WAIT_MS,
    inFlightCap: IN_FLIGHT_CAP,
  };
  try {
    return await drive(plan, driveSettings, { transport, clock, randomBytes, onProgress: progress.sent });
  } finally {
    await transport.close();
  }
}

async function collectDriven(
  exchanges: readonly Exchange[],
  settings: Settings,
  { traces, clock, progress }: World,
): Promise<Collected> {
  const ids = exchanges.filter(({ slot }) => !slot.warmUp).map(({ traceId }) => traceId);
  progress.step(`Collecting the traces of ${ids.length} requests.`);
  return collectTraces(ids, traces, { ...collectSettings(settings), looks: 2 }, clock, progress.settled);
}

function collectSettings({ settleTimeoutMs }: Settings) {
  return { settleTimeoutMs, concurrency: CONCURRENT_CALLS };
}

function profileSide(
  side: DrivenSide,
  exchanges: readonly Exchange[],
  collected: Collected,
  settings: Settings,
  choice: BaselineChoice,
  run: Run,
): Profile {
  const profile = profileDriven(
    exchanges.filter((exchange) => exchange.side === side),
    collected,
    {
      expected: side === 'candidate' ? settings.version : settings.baseline.version,
      annotation: settings.versionAnnotation,
    },
    { id: run.id, inPairs: choice.kind === 'side by side' },
  );
  if (profile.coverage.traced > 0) return profile;
  throw new GateError(
    `X-Ray has none of the traces of ${profile.coverage.sent} ${side} requests, ${profile.coverage.answered} of which were answered.`,
    'See that tracing is active on the services behind the URL, that they honour X-Amzn-Trace-Id with Sampled=1 (Lambda: tracing mode Active; OpenTelemetry: a parent-based sampler), that "aws-region" is theirs, and, where Transaction Search is on, that traces are indexed.',
  );
}

async function findBaseline(
  version: string,
  limit: number,
  settings: Settings,
  run: Run,
  { traces, clock, progress }: World,
): Promise<Pick<Obtained, 'baseline' | 'calls' | 'scanned'>> {
  progress.step(`Looking up traces of version ${version}.`);
  const annotation = settings.versionAnnotation;
  const { collected, found, scanned } = await collectVersion(
    { annotation, version, userAgentPrefix: USER_AGENT },
    run.startedAtMs,
    limit,
    traces,
    collectSettings(settings),
    clock,
  );
  const missing = `X-Ray has no traces of the last ${LOOK_BACK_DAYS} days whose annotation "${annotation}" is "${version}".`;
  const baseline = found === 0 ? { missing } : profileFound(collected, found, { expected: version, annotation });
  return { baseline, calls: collected.calls, scanned };
}
