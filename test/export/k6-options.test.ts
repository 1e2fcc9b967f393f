import { describe, expect, test } from 'vitest';
import { type ArrivalRate, k6Options } from '../../src/export/k6-options.js';
import { aScenario, aStep } from '../support/exchange-builder.js';
import { anExport, workloadOf } from './exported-builder.js';

const ms = (text: string) => Number(/^([\d.]+)ms$/.exec(text)?.[1]);
const perSecond = ({ rate, timeUnit }: ArrivalRate) => rate / Number(/^(\d+)s$/.exec(timeUnit)?.[1]);

/** The n-th departs n intervals after the start, and none once the duration is over: k6 `constant_arrival_rate.go`. */
function departures(scenario: ArrivalRate): number {
  return Math.ceil((ms(scenario.duration) / 1000) * perSecond(scenario));
}

describe('options for k6', () => {
  test.each([
    [10, 20],
    [12, 360],
    [0.5, 7],
    [33.3, 1000],
    [7, 1],
    [1000, 60_000],
    [0.0125, 3],
  ])('at %d slots a second, let %d of them depart', (slotsPerSecond, slots) => {
    const { measured } = k6Options(anExport({ slotsPerSecond, slots })).scenarios;
    expect(perSecond(measured!)).toBeCloseTo(slotsPerSecond, 9);
    if (slots / slotsPerSecond >= 1) expect(departures(measured!)).toBe(slots);
  });

  test('last a second at least, as k6 asks; the script then lets pass what is too much', () => {
    const { measured } = k6Options(anExport({ slotsPerSecond: 50, slots: 5 })).scenarios;
    expect(measured?.duration).toBe('1000ms');
  });

  test('have warm-up before what is measured, or none', () => {
    const { scenarios } = k6Options(anExport({ warmUpSlots: 30 }));
    expect(scenarios['warm-up']).toMatchObject({ exec: 'warmUp', startTime: '0ms', duration: '2950ms' });
    expect(scenarios.measured).toMatchObject({ exec: 'slot', startTime: '4000ms', duration: '1950ms' });
    expect(Object.keys(k6Options(anExport()).scenarios)).toEqual(['measured']);
  });

  test('have enough visitors for slow answers, and let each flow end', () => {
    const steps = [aStep(), aStep({ thinkMs: 3000 })];
    const workload = workloadOf([aScenario(), aScenario({}, { steps })]);
    const { measured } = k6Options(anExport({ workload, slots: 1000, timeoutMs: 5000 })).scenarios;
    // 10 a second, of 3 s of thinking and four requests of a second or of five.
    expect(measured).toMatchObject({ preAllocatedVUs: 71, maxVUs: 231, gracefulStop: '24000ms' });
    const alone = k6Options(anExport({ workload, slots: 1000, timeoutMs: 5000, baselineUrl: null })).scenarios.measured;
    expect(alone).toMatchObject({ preAllocatedVUs: 51, maxVUs: 131, gracefulStop: '14000ms' });
  });

  test('never have more visitors than slots, or than the gate itself has requests under way', () => {
    expect(k6Options(anExport({ slots: 3 })).scenarios.measured).toMatchObject({ preAllocatedVUs: 3, maxVUs: 3 });
    const many = k6Options(anExport({ slotsPerSecond: 1000, slots: 10_000 })).scenarios.measured;
    expect(many).toMatchObject({ preAllocatedVUs: 500, maxVUs: 500 });
  });
});
