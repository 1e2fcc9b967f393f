import { describe, expect, it } from 'vitest';
import { type RunFigures, runFigures, stallFigures } from '../../bench/drive/figures.js';
import { atMost } from '../../bench/drive/goals.js';
import { childCpuMs } from '../../bench/drive/other-tools.js';
import { mediansOf, orderOf } from '../../bench/drive/rounds.js';
import type { Sent } from '../../bench/drive/sent.js';
import type { Served } from '../../bench/drive/served.js';

const sentAt = (plannedMs: number, lateMs: number, tookMs: number | null): Sent => ({
  traceId: `trace-${plannedMs}`,
  plannedMs,
  departedMs: plannedMs + lateMs,
  endedMs: tookMs === null ? null : plannedMs + lateMs + tookMs,
});
const servedAt = (plannedMs: number, tookMs: number, metStall = false): Served => ({
  traceId: `trace-${plannedMs}`,
  tookMs,
  answeredMs: plannedMs + tookMs,
  metStall,
});

const aRun = (cpuMsPer1000: number, peakRssMb = 50): RunFigures => ({
  requests: 1000,
  answered: 1000,
  cpuMsPer1000,
  peakRssMb,
  times: null,
});

describe('the figures of a run', () => {
  it('compare each request with the server’s account of the same', () => {
    const sent = [sentAt(0, 1, 6), sentAt(10, 2, 9), sentAt(20, 3, 5.5)];
    const served = [servedAt(20, 5), servedAt(10, 5), servedAt(0, 5)];
    const done = { requests: 3, answered: 3, cpuMs: 1.2, peakRssMb: 51.23456, rssMb: [], sent };
    expect(runFigures(done, served)).toEqual({
      requests: 3,
      answered: 3,
      cpuMsPer1000: 400,
      peakRssMb: 51.23,
      times: {
        lateMs: { p50: 2, p99: 2.98 },
        reportedMs: { p50: 6, p99: 8.94 },
        serversMs: { p50: 5, p99: 5 },
        addedMs: { p50: 1, p99: 3.94 },
      },
    });
  });

  it('have no times, and the server’s count, where the engine tells nothing of single requests', () => {
    const done = { requests: 10, answered: 10, cpuMs: 5, peakRssMb: 50, rssMb: [], sent: [] };
    expect(runFigures(done, [servedAt(0, 5), servedAt(10, 5)])).toMatchObject({
      requests: 2,
      answered: 2,
      cpuMsPer1000: 2500,
      times: null,
    });
  });
});

describe('the stall', () => {
  /*
   * A request every 10 ms, answered at once; from 200 to 300 nobody answers:
   *
   *   planned  0 … 190   200 … 290   300 … 990
   *   answered at once      300       at once
   */
  const planned = Array.from({ length: 100 }, (_, i) => i * 10);
  const trueMs = (at: number) => (at >= 200 && at < 300 ? 300 - at : 0);
  const stall = { fromMs: 200, untilMs: 300 };
  const served = planned.map((at) => servedAt(at, trueMs(at), trueMs(at) > 0));

  it('is seen whole by an engine that counts from the plan', () => {
    const sent = planned.map((at) => sentAt(at, 0, trueMs(at)));
    expect(stallFigures(sent, served, stall)).toEqual({
      planned: 10,
      met: 10,
      reportedP99Ms: 90,
      trueP99Ms: 90,
      error: 0,
    });
  });

  it('is an error of the engine where a request that met it has no end', () => {
    const sent = planned.map((at) => sentAt(at, 0, at >= 200 && at < 300 ? null : 0));
    expect(stallFigures(sent, served, stall).error).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('rounds', () => {
  it('take the engines in another order each time', () => {
    expect([0, 1, 2, 3].map((round) => orderOf(['a', 'b', 'c'], round).join(''))).toEqual(['abc', 'bca', 'cab', 'abc']);
  });

  it('compare CPU with the floor of the same round, and tell medians', () => {
    const rounds = [
      [100, 150],
      [200, 320],
      [400, 480],
    ].map(
      ([floor, gate]) =>
        new Map([
          ['raw net', aRun(floor!)],
          ['gate', aRun(gate!, 70)],
        ]),
    );
    expect(mediansOf(rounds)).toMatchObject({
      'raw net': { rounds: 3, cpuMsPer1000: 200, cpuOverFloor: 1 },
      gate: { rounds: 3, cpuMsPer1000: 320, cpuOverFloor: 1.5, peakRssMb: 70, times: null },
    });
  });
});

describe('a goal', () => {
  it('is reached at its limit, missed above it, and neither where nothing was measured', () => {
    expect(atMost('CPU', 1.6, '×', 1.6)).toEqual({ what: 'CPU', goal: '≤ 1.6 ×', figure: 1.6, reached: true });
    expect(atMost('CPU', 1.6, '×', 1.61).reached).toBe(false);
    expect(atMost('CPU', 1.6, '×', undefined)).toMatchObject({ figure: null, reached: null });
  });
});

describe('the CPU of a command', () => {
  it.each([
    ['dash', '0m0.000000s 0m0.010000s\n1m2.500000s 0m0.250000s\n'],
    ['bash', '0m0.000s 0m0.010s\n1m2.500s 0m0.250s\n'],
  ])('is what %s says of its children', (_, times) => expect(childCpuMs(times)).toBe(62_750));
});
