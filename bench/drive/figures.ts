import { quantile } from 'simple-statistics';
import { rounded } from '../timing.js';
import type { Done, Sent } from './sent.js';
import type { Served, Stall } from './served.js';

/** Of one run at one rate. */
export interface RunFigures {
  readonly requests: number;
  readonly answered: number;
  readonly cpuMsPer1000: number;
  readonly peakRssMb: number;
  /** Null for engines that tell nothing of single requests. */
  readonly times: TimeFigures | null;
}

export interface TimeFigures {
  /** Actual after planned departure. */
  readonly lateMs: Quantiles;
  /** From departure to the whole answer, by the engine. */
  readonly reportedMs: Quantiles;
  /** The same requests by the server: from the request read to the answer written. */
  readonly serversMs: Quantiles;
  /** What lies between the two, request by request. */
  readonly addedMs: Quantiles;
}

export interface Quantiles {
  readonly p50: number;
  readonly p99: number;
}

export function runFigures(done: Done, served: readonly Served[]): RunFigures {
  const { cpuMs, peakRssMb } = done;
  const sent = done.sent.filter(isAnswered);
  // Those that tell nothing of single requests may count some that never were.
  const requests = done.sent.length === 0 ? served.length : done.requests;
  return {
    requests,
    answered: sent.length === 0 ? requests : done.answered,
    cpuMsPer1000: rounded((1000 * cpuMs) / requests),
    peakRssMb: rounded(peakRssMb),
    times: sent.length === 0 ? null : timeFigures(sent, served),
  };
}

type AnsweredSent = Sent & { readonly endedMs: number };

function isAnswered(sent: Sent): sent is AnsweredSent {
  return sent.endedMs !== null;
}

function timeFigures(sent: readonly AnsweredSent[], served: readonly Served[]): TimeFigures {
  const tookMs = new Map(served.map((by) => [by.traceId, by.tookMs]));
  const serversMs = sent.map(({ traceId }) => tookMs.get(traceId) ?? Number.NaN);
  const reportedMs = sent.map(({ departedMs, endedMs }) => endedMs - departedMs);
  return {
    lateMs: quantiles(sent.map(({ plannedMs, departedMs }) => departedMs - plannedMs)),
    reportedMs: quantiles(reportedMs),
    serversMs: quantiles(serversMs),
    addedMs: quantiles(reportedMs.map((ms, i) => ms - serversMs[i]!)),
  };
}

function quantiles(ms: readonly number[]): Quantiles {
  return { p50: rounded(quantile([...ms], 0.5)), p99: rounded(quantile([...ms], 0.99)) };
}

/** Of a run in which the server stood still for a second. */
export interface StallFigures {
  /** Requests whose planned departure was while it stood still, and how many the server got in that time. */
  readonly planned: number;
  readonly met: number;
  /** From planned departure to the answer's end: by the engine, and by the server's account of when it answered. */
  readonly reportedP99Ms: number;
  readonly trueP99Ms: number;
  /** |reported − true| / true */
  readonly error: number;
}

export function stallFigures(sent: readonly Sent[], served: readonly Served[], stall: Stall): StallFigures {
  const answeredMs = new Map(served.map((by) => [by.traceId, by.answeredMs]));
  const p99 = (endedMs: (of: Sent) => number) =>
    nearestRank(
      sent.map((of) => endedMs(of) - of.plannedMs),
      0.99,
    );
  const trueP99Ms = p99(({ traceId }) => answeredMs.get(traceId) ?? Number.POSITIVE_INFINITY);
  const reportedP99Ms = p99(({ endedMs }) => endedMs ?? Number.POSITIVE_INFINITY);
  return {
    planned: sent.filter(({ plannedMs }) => plannedMs >= stall.fromMs && plannedMs < stall.untilMs).length,
    met: served.filter(({ metStall }) => metStall).length,
    reportedP99Ms: rounded(reportedP99Ms),
    trueP99Ms: rounded(trueP99Ms),
    error: rounded(Math.abs(reportedP99Ms - trueP99Ms) / trueP99Ms),
  };
}

/** Without interpolation: a request without an end is infinitely late, and lies beside no number. */
function nearestRank(ms: readonly number[], p: number): number {
  return ms.toSorted((a, b) => a - b)[Math.ceil(p * ms.length) - 1] ?? Number.NaN;
}
