import type { Profile, RequestProfile } from '../trace/profile.js';
import type { Node } from '../trace/service-graph.js';
import type { BothSides } from './alignment.js';
import * as errorRate from './error-rate.js';
import { fisherOneSided } from './special-functions.js';

/** How often a request is sent again to each side. */
export const REPLAY_TIMES = 8;

/** More causes than this are not replayed: at 8 against 0, each of so many would still be certain. */
export const MOST_REPLAYS = 12;

/** How often a request is tried on the candidate first: one that does not fail each time failed by chance. */
export const TRY_TIMES = 2;

/** More causes than this are not tried. */
const MOST_TRIED = 50;

/** What a request failed with, as its trace tells; all null where there is no trace. */
export interface Cause {
  readonly node: Node | null;
  readonly status: number | null;
  readonly exception: string | null;
}

/** One way in which the candidate failed where the baseline did not. */
export interface FailedAlone {
  readonly operation: string;
  readonly cause: Cause;
  /** Pairs that failed so. */
  readonly pairs: number;
  /** The first of them: what is sent again. */
  readonly order: number;
  readonly exampleTraceId: string;
}

/** Failed requests of so many. */
export interface Failures {
  readonly failed: number;
  readonly of: number;
}

/** A failure that was sent again to both sides. */
export interface Replay extends FailedAlone {
  readonly sentAgain: BothSides<Failures>;
  /** One-sided Fisher test, adjusted (Bonferroni) for the number of replayed requests. */
  readonly p: number;
  /** The candidate failed this request each time, and the baseline surely less. */
  readonly certain: boolean;
}

/**
 * Pairs of which only the candidate's request faulted, pooled by operation and root cause (node, status, exception),
 * those with the most pairs first, at most {@link MOST_TRIED}. A few failures among hundreds are beyond any
 * family-wise test; sent again, a failure that depends on the request and not on chance shows itself.
 */
export function failedAlone({ baseline, candidate }: BothSides<Profile>): FailedAlone[] {
  const byOrder = new Map(baseline.requests.map((request) => [request.order, request]));
  const found = new Map<string, FailedAlone>();
  for (const request of candidate.requests.toSorted((a, b) => a.order - b.order)) {
    if (!request.fault || byOrder.get(request.order)?.fault !== false) continue;
    const cause = causeOf(request, candidate);
    const key = JSON.stringify([request.operation, cause]);
    const { operation, order, traceId } = request;
    const first = found.get(key) ?? { operation, cause, pairs: 0, order, exampleTraceId: traceId };
    found.set(key, { ...first, pairs: first.pairs + 1 });
  }
  return [...found.values()].toSorted((a, b) => b.pairs - a.pairs || a.order - b.order).slice(0, MOST_TRIED);
}

/** What is replayed: failures that were there at each of {@link TRY_TIMES} tries, so that bad luck takes no place. */
export function worthReplaying<T extends { readonly tried: Failures }>(failures: readonly T[]): T[] {
  return failures.filter(({ tried }) => tried.of > 0 && tried.failed === tried.of).slice(0, MOST_REPLAYS);
}

function causeOf({ failure }: RequestProfile, { nodes }: Profile): Cause {
  if (failure === null) return { node: null, status: null, exception: null };
  return { node: nodes[failure.node] ?? null, status: failure.status, exception: failure.exception };
}

/**
 * Judges requests that were sent again {@link REPLAY_TIMES} times to each side in random order. One that fails each
 * time and never before: p = 1 / C(16, 8) = 7.8e-5, of which a dozen stay below {@link errorRate.REPLAY}.
 */
export function judgeReplays(
  replayed: readonly { readonly failure: FailedAlone; readonly sentAgain: BothSides<Failures> }[],
): Replay[] {
  return replayed.map(({ failure, sentAgain }): Replay => {
    const { baseline, candidate } = sentAgain;
    const alone = fisherOneSided(candidate.failed, baseline.failed, { here: candidate.of, there: baseline.of });
    const p = Math.min(1, replayed.length * alone);
    const always = candidate.of > 0 && candidate.failed === candidate.of;
    return { ...failure, sentAgain, p, certain: always && p <= errorRate.REPLAY };
  });
}
