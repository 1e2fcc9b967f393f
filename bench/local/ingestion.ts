import { setTimeout as sleep } from 'node:timers/promises';
import { rounded } from '../timing.js';
import type { Window } from './held.js';
import { type MeasuredXRay, sendSegments } from './processes.js';
import { ask } from './requests.js';

export interface IngestionFigures {
  readonly perSecond: number;
  readonly sent: number;
  readonly stored: number;
  readonly lost: number;
  /** Of these those that the system dropped; null where it does not tell. */
  readonly droppedBySystem: number | null;
  readonly cpuMsPer1000: number;
  /** Calls that were answered meanwhile. */
  readonly reads: number;
}

const PER_SECOND = 5000;
/** From the last segment sent to when every one that was not lost is stored. */
const SETTLE_MS = 1000;
/** Numbers of traces that nobody else has. */
const FIRST_TRACE = 10_000_000;

/** Segments from another process for some seconds; with a window, while a client reads all that is in it. */
export async function ingestionFigures(
  scripts: string,
  xray: MeasuredXRay,
  { seconds, window }: { readonly seconds: number; readonly window?: Window },
): Promise<IngestionFigures> {
  const port = Number(xray.daemon.split(':')[1]);
  const send = (firstTrace: number, forSeconds: number) =>
    sendSegments(scripts, { port, perSecond: PER_SECOND, seconds: forSeconds, firstTrace });
  await send(FIRST_TRACE, 1); // Warm-up: the compiler sees it.
  await sleep(SETTLE_MS);
  const before = await xray.cost();
  let isSending = true;
  const reading = window === undefined ? Promise.resolve(0) : readUntil(() => !isSending, xray, window);
  const { sent } = await send(2 * FIRST_TRACE, seconds);
  isSending = false;
  const reads = await reading;
  await sleep(SETTLE_MS);
  const after = await xray.cost();
  const stored = after.counts.documents - before.counts.documents;
  const lostUntil = ({ counts }: typeof after) => counts.lostDatagrams;
  return {
    perSecond: PER_SECOND,
    sent,
    stored,
    lost: sent - stored,
    droppedBySystem: lostUntil(after) === null ? null : lostUntil(after)! - lostUntil(before)!,
    cpuMsPer1000: rounded(((after.cpuMs - before.cpuMs) / sent) * 1000),
    reads,
  };
}

/** As a client that looks at everything: pages of summaries with a filter that none matches, and the service graph. */
async function readUntil(isOver: () => boolean, { api }: MeasuredXRay, window: Window): Promise<number> {
  let reads = 0;
  while (!isOver()) {
    await ask(api, '/TraceSummaries', { ...window, FilterExpression: 'annotation.version = "none"' });
    if (reads % 50 === 0) await ask(api, '/ServiceGraph', window);
    reads += 1;
  }
  return reads;
}
