import { mersenne } from 'pure-rand/generator/mersenne';
import { type CollectedTrace, collectTraces } from '../collect/collector.js';
import { targetName } from '../drive/lambda-target.js';
import { outgoingRequest } from '../drive/outgoing-request.js';
import type { DrivenSide } from '../drive/plan.js';
import { mintTraceContext } from '../drive/trace-header.js';
import type { Outcome } from '../drive/transport.js';
import { GateError } from '../errors.js';
import type { Settings } from '../inputs.js';
import { literal } from '../scenario/template.js';
import { drawValues } from '../scenario/variable.js';
import type { Step, Workload } from '../scenario/workload.js';
import { versionOf } from '../trace/version.js';
import type { World } from '../world.js';
import { CONCURRENT_CALLS } from './measure.js';
import type { Run } from './traffic.js';

export interface Target {
  readonly side: DrivenSide;
  readonly url: URL;
  /** That must answer there; null: any. */
  readonly version: string | null;
}

/** Neither that of measured requests nor that of warm-up. */
const READY_AGENT = 'xray-gate-ready/';

/** While a deployment rolls out, old and new instances take turns: so many answers in a row must be right. */
const PROBES = 3;
const PAUSE_MS = 2000;
/** Traces that have not come by then are not waited for: coverage will tell of them. */
const TRACES_MS = 15_000;

/** Waits for all targets at once, as {@link awaitReady} does; the first that will not be ready ends the waiting for all. */
export async function awaitAllReady(
  targets: readonly Target[],
  settings: Settings,
  run: Run,
  world: World,
): Promise<void> {
  const hopeless = new AbortController();
  await Promise.all(
    targets.map((target) =>
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
  if (timeoutMs === 0 || !target.url.protocol.startsWith('http')) return;
  const deadlineMs = clock.nowMs() + timeoutMs;
  let told = '';
  while (!hopeless.aborted) {
    const seen = await probe(target, settings, run, world);
    if (seen.kind === 'ready') {
      if (seen.version !== null) progress.step(`${targetName(target.url)} answers as version ${seen.version}.`);
      return;
    }
    if (clock.nowMs() + PAUSE_MS > deadlineMs) throw notReady(target, seen, timeoutMs);
    if (seen.because !== told) progress.step(`Waiting for ${targetName(target.url)}: ${seen.because}.`);
    told = seen.because;
    await clock.until(clock.nowMs() + PAUSE_MS);
  }
}

type Seen =
  /** `version`: what it was seen to be; null where nothing tells. */
  | { readonly kind: 'ready'; readonly version: string | null }
  | { readonly kind: 'silent' | 'another version'; readonly because: string };

async function probe(target: Target, settings: Settings, run: Run, world: World): Promise<Seen> {
  const sent = await Promise.all(Array.from({ length: PROBES }, () => ask(target, settings, run, world)));
  for (const { outcome } of sent) {
    const trouble = troubleOf(outcome, target.url);
    if (trouble !== null) return { kind: 'silent', because: trouble };
  }
  if (target.version === null) return { kind: 'ready', version: null };
  const { versionHeader } = settings.ready;
  if (versionHeader !== null) {
    return byHeader(
      sent.map(({ outcome }) => outcome),
      versionHeader,
      target.version,
    );
  }
  const traces = await collectTraces(
    sent.map(({ traceId }) => traceId),
    world.traces,
    { settleTimeoutMs: TRACES_MS, concurrency: CONCURRENT_CALLS, looks: 1 },
    world.clock,
  ).catch((error: unknown) => {
    // That X-Ray may be read at all was seen before: what is busy now is not waited for.
    if (error instanceof GateError) return { traces: new Map<string, CollectedTrace>() };
    throw error;
  });
  const named = [...traces.traces.values()].map(({ trace }) => versionOf(trace, settings.versionAnnotation));
  const other = named.find((version) => version !== null && version !== target.version) ?? null;
  if (other !== null) return anotherVersion(other);
  return { kind: 'ready', version: named.includes(target.version) ? target.version : null };
}

async function ask(
  { side, url }: Target,
  settings: Settings,
  run: Run,
  { clock, randomBytes, transport, authorize, gateVersion }: World,
): Promise<{ readonly traceId: string; readonly outcome: Outcome }> {
  const context = mintTraceContext(clock.nowMs(), randomBytes);
  const step = probingStep(settings.ready.path, run.workload);
  const request = outgoingRequest(step, drawValues(run.workload.variables, mersenne(run.seed)), {
    target: url,
    userAgent: `${READY_AGENT}${gateVersion} run-${run.id} ${side}`,
    timeoutMs: settings.timeoutMs,
    context,
    cookieFor: () => null,
    keepsAnswer: true,
  });
  if (typeof request === 'string')
    throw new GateError(`${targetName(url)} cannot be asked: ${request}.`, 'Correct it.');
  const outcome = await transport.send(step.auth === null ? request : await authorize(step.auth, request));
  return { traceId: context.traceId, outcome };
}

/** The first GET that is driven by itself, so that what is asked is known to be served; else the root. */
function probingStep(path: string | null, { scenarios }: Workload): Step {
  const first = scenarios.map(({ steps }) => steps[0]!).find(({ method }) => method === 'GET');
  if (path === null && first !== undefined) return first;
  const { headers = [], auth = null } = first ?? {};
  return {
    operation: `GET ${path ?? '/'}`,
    method: 'GET',
    path: literal(path ?? '/'),
    query: [],
    headers,
    body: null,
    auth,
    expected: null,
    keeps: [],
    thinkMs: 0,
  };
}

/** Why an answer does not show a target that is ready, in words; null where it does. */
function troubleOf(outcome: Outcome, url: URL): string | null {
  if (outcome.kind === 'timed out') return 'no answer in time';
  if (outcome.kind !== 'answered') return outcome.error;
  const { status, answer } = outcome;
  const to = status >= 300 && status < 400 ? answer?.headers.location?.[0] : undefined;
  if (to !== undefined && URL.canParse(to, url.href) && new URL(to, url).origin !== url.origin) {
    const { origin } = new URL(to, url);
    throw new GateError(
      `${targetName(url)} redirects to ${origin}, and redirects are not followed.`,
      `Set "url" or "baseline-url" to ${origin} if that is the build to be measured.`,
    );
  }
  return status >= 500 ? `it answers with status ${status}` : null;
}

function byHeader(outcomes: readonly Outcome[], header: string, expected: string): Seen {
  for (const outcome of outcomes) {
    const named = outcome.kind === 'answered' ? outcome.answer?.headers[header]?.[0]?.trim() : undefined;
    if (named === undefined) return { kind: 'another version', because: `its answers have no header "${header}"` };
    if (named !== expected) return anotherVersion(named);
  }
  return { kind: 'ready', version: expected };
}

function anotherVersion(version: string): Seen {
  return { kind: 'another version', because: `it answers as version ${version}` };
}

function notReady({ url, version }: Target, seen: Exclude<Seen, { kind: 'ready' }>, timeoutMs: number): GateError {
  const after = `after ${Math.round(timeoutMs / 1000)} s`;
  return seen.kind === 'silent'
    ? new GateError(
        `${targetName(url)} is not ready ${after}: ${seen.because}.`,
        'Check "url" and "baseline-url", that the deployment has finished, and that this runner may reach it; or raise "ready-timeout".',
      )
    : new GateError(
        `${targetName(url)} is to be version ${version}, and ${after} ${seen.because}.`,
        'Run the gate after the deployment has finished, raise "ready-timeout", or correct "version".',
      );
}
