import { mersenne } from 'pure-rand/generator/mersenne';
import { collectTraces } from '../collect/collect-traces.js';
import type { CollectedTrace } from '../collect/collected.js';
import { targetName } from '../drive/lambda-target.js';
import { requestMaker } from '../drive/outgoing-request.js';
import type { DrivenSide } from '../drive/plan.js';
import { mintTraceContext } from '../drive/trace-header.js';
import type { Outcome } from '../drive/transport.js';
import { GateError } from '../errors.js';
import type { Settings } from '../inputs.js';
import { literal } from '../scenario/template.js';
import { drawValues } from '../scenario/variable.js';
import type { Step, Workload } from '../scenario/workload.js';
import type { World } from '../world.js';
import type { Run } from './traffic.js';

export interface Target {
  readonly side: DrivenSide;
  readonly url: URL;
  /** That must answer there; null: any. */
  readonly version: string | null;
}

/** What a few requests showed of a target. */
export type Seen =
  /** `version`: what it was seen to be; null where nothing tells. */
  { readonly kind: 'ready'; readonly version: string | null } | NotReady;

export interface NotReady {
  /** `out of time`: it was not wrong, but the time that was left did not do. */
  readonly kind: 'silent' | 'another version' | 'out of time';
  /** In words that follow the target's name and a colon. */
  readonly because: string;
}

/** Neither that of measured requests nor that of warm-up. */
const READY_AGENT = 'xray-gate-ready/';

/** While a deployment rolls out, old and new instances take turns: so many answers in a row must be right. */
const PROBES = 3;
/** Traces that have not come by then are not waited for: coverage will tell of them. */
const TRACES_MS = 15_000;

/**
 * Asks a target a few times, one after the other, and ends with the first answer that is wrong. No request outlasts the
 * deadline; where the version is in the traces alone, they are waited for up to 15 s beyond it. Throws GateError where
 * the target redirects elsewhere.
 */
export async function probe(
  target: Target,
  deadlineMs: number,
  settings: Settings,
  run: Run,
  world: World,
): Promise<Seen> {
  const { versionHeader } = settings.ready;
  const traceIds: string[] = [];
  while (traceIds.length < PROBES) {
    const leftMs = Math.ceil(deadlineMs - world.clock.nowMs());
    if (leftMs <= 0) return outOfTime(traceIds.length);
    const { traceId, outcome } = await ask(target, Math.min(settings.timeoutMs, leftMs), settings, run, world);
    if (outcome.kind === 'timed out' && leftMs < settings.timeoutMs) return outOfTime(traceIds.length);
    const wrong = wrongAnswer(outcome, target, versionHeader);
    if (wrong !== null) return wrong;
    traceIds.push(traceId);
  }
  if (target.version === null) return { kind: 'ready', version: null };
  if (versionHeader !== null) return { kind: 'ready', version: target.version };
  return byTraces(traceIds, target.version, settings, world);
}

function outOfTime(right: number): NotReady {
  const because = right === 0 ? 'no answer in time' : `only ${right} of ${PROBES} answers in a row came in time`;
  return { kind: 'out of time', because };
}

async function ask(
  { side, url }: Target,
  timeoutMs: number,
  settings: Settings,
  run: Run,
  { clock, randomBytes, transport, authorize, gateVersion }: World,
): Promise<{ readonly traceId: string; readonly outcome: Outcome }> {
  const context = mintTraceContext(clock.nowMs(), randomBytes);
  const step = probingStep(settings.ready.path, run.workload);
  const request = requestMaker(step, url)(drawValues(run.workload.variables, mersenne(run.seed)), {
    userAgent: `${READY_AGENT}${gateVersion} run-${run.id} ${side}`,
    timeoutMs,
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

/** What an answer shows that is not as it must be; null where it is right. */
function wrongAnswer(outcome: Outcome, { url, version }: Target, versionHeader: string | null): NotReady | null {
  const trouble = troubleOf(outcome, url);
  if (trouble !== null) return { kind: 'silent', because: trouble };
  if (version === null || versionHeader === null) return null;
  const named = outcome.kind === 'answered' ? outcome.answer?.headers[versionHeader]?.[0]?.trim() : undefined;
  if (named === version) return null;
  if (named !== undefined) return anotherVersion(named);
  return { kind: 'another version', because: `its answers have no header "${versionHeader}"` };
}

async function byTraces(
  traceIds: readonly string[],
  expected: string,
  { versionAnnotation }: Settings,
  world: World,
): Promise<Seen> {
  const { traces } = await collectTraces(traceIds, world, {
    settleTimeoutMs: TRACES_MS,
    looks: 1,
    versionAnnotation,
  }).catch((error: unknown) => {
    // That X-Ray may be read at all was seen before: what is busy now is not waited for.
    if (error instanceof GateError) return { traces: new Map<string, CollectedTrace>() };
    throw error;
  });
  const named = [...traces.values()].map(({ told }) => told.version);
  const other = named.find((version) => version !== null && version !== expected) ?? null;
  if (other !== null) return anotherVersion(other);
  return { kind: 'ready', version: named.includes(expected) ? expected : null };
}

function anotherVersion(version: string): NotReady {
  return { kind: 'another version', because: `it answers as version ${version}` };
}
