import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BothSides } from '../../src/compare/alignment.js';
import type { Change } from '../../src/compare/change.js';
import { placeKey } from '../../src/compare/place.js';
import type { Profile, RequestProfile } from '../../src/trace/profile.js';
import { SCATTERS, type Simulated, simulatedPairs, simulatedRuns } from '../support/simulated-run.js';
import { changesOf } from './samples.js';

const RUNS = { numRuns: 10, seed: 20_260_307 };

/** Small runs of every kind: equal, slower, faster, failing, calling more. */
const anyRun = fc.record<Partial<Simulated>>({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  requests: fc.integer({ min: 30, max: 60 }),
  scatter: fc.constantFrom(...SCATTERS),
  slower: fc.option(
    fc.record({ node: fc.constantFrom('api', 'payments', 'bank'), ratio: fc.constantFrom(0.4, 1.3, 2.5) }),
  ),
  orderLineCalls: fc.constantFrom(1, 3, 6),
  faultShare: fc.constantFrom(0, 0.3),
});
const anyMeasuredRun = anyRun.filter(({ scatter }) => scatter !== 'whole milliseconds');

const withoutFloor = { tolerances: { typical: 0.05, p95: 0.1, faults: 0.005, floorMs: 0 } };

describe('the verdicts', () => {
  test('stay when all durations of both sides are scaled alike', () => {
    fc.assert(
      fc.property(anyMeasuredRun, fc.constantFrom(2, 16.5, 1024), (run, factor) => {
        const profiles = simulatedPairs(run);
        const scaled = eachRequest(profiles, (request) => scaledBy(request, factor));
        expect(verdicts(changesOf(scaled, withoutFloor))).toEqual(verdicts(changesOf(profiles, withoutFloor)));
      }),
      RUNS,
    );
  });

  test.each([
    ['pairs', simulatedPairs],
    ['runs', simulatedRuns],
  ])('stay when the requests are listed in another order: %s', (_, simulated) => {
    fc.assert(
      fc.property(anyRun, fc.integer({ min: 1, max: 29 }), (run, shift) => {
        const profiles = simulated(run);
        const rotated = { ...profiles, candidate: rotate(profiles.candidate, shift) };
        expect(changesOf(rotated)).toEqual(changesOf(profiles));
      }),
      RUNS,
    );
  });

  test('swap regressed and improved when the sides are swapped', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const { baseline, candidate } = simulatedPairs(run);
        const there = verdicts(changesOf({ baseline, candidate }));
        const back = verdicts(changesOf({ baseline: candidate, candidate: baseline }));
        const mirrored = { regressed: 'improved', improved: 'regressed' } as Partial<Record<string, string>>;
        for (const [key, state] of Object.entries(there)) {
          if (state in mirrored) expect([key, back[key]]).toEqual([key, mirrored[state]]);
          else expect([key, back[key]]).not.toEqual([key, expect.stringMatching(/regressed|improved/)]);
        }
        expect(Object.keys(back)).toEqual(Object.keys(there));
      }),
      RUNS,
    );
  });

  test('never become regressed by pairs that did not differ', () => {
    fc.assert(
      fc.property(anyRun, fc.integer({ min: 1, max: 60 }), (run, extra) => {
        const { baseline, candidate } = simulatedPairs({ ...run, slower: null, orderLineCalls: 3, faultShare: 0 });
        const last = baseline.requests.length;
        const same = Array.from({ length: extra }, (_, i) => ({ ...baseline.requests[i % last]!, order: last + i }));
        const diluted = {
          baseline: { ...baseline, requests: [...baseline.requests, ...same] },
          candidate: { ...candidate, requests: [...candidate.requests, ...same] },
        };
        expect(changesOf(diluted).filter(({ state }) => state === 'regressed')).toEqual([]);
      }),
      RUNS,
    );
  });

  test('are not turned by one huge value on either side', () => {
    fc.assert(
      fc.property(anyRun, fc.constantFrom('baseline', 'candidate'), fc.nat({ max: 29 }), (run, side, at) => {
        const profiles = simulatedPairs({ ...run, requests: 100, slower: null, orderLineCalls: 3, faultShare: 0 });
        const spoiled = {
          ...profiles,
          [side]: {
            ...profiles[side],
            requests: profiles[side].requests.map((request, i) => (i === at ? scaledBy(request, 1e6) : request)),
          },
        };
        const states = changesOf(spoiled).map(({ state }) => state);
        expect(states).not.toContain('regressed');
        expect(states).not.toContain('improved');
      }),
      RUNS,
    );
  });

  test('and all numbers are the same when the comparison is made again', () => {
    const profiles = simulatedPairs({ requests: 60, slower: { node: 'bank', ratio: 1.5 } });
    expect(changesOf(profiles)).toEqual(changesOf(profiles));
  });
});

function verdicts(changes: readonly Change[]): Record<string, string> {
  const named = changes.map(({ place, metric, state }) => [`${placeKey(place)} ${metric}`, state] as const);
  return Object.fromEntries(named.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function eachRequest(profiles: BothSides<Profile>, change: (request: RequestProfile) => RequestProfile) {
  const side = (profile: Profile): Profile => ({ ...profile, requests: profile.requests.map(change) });
  return { baseline: side(profiles.baseline), candidate: side(profiles.candidate) };
}

function rotate(profile: Profile, by: number): Profile {
  return { ...profile, requests: [...profile.requests.slice(by), ...profile.requests.slice(0, by)] };
}

function scaledBy(request: RequestProfile, factor: number): RequestProfile {
  return {
    ...request,
    responseMs: request.responseMs === null ? null : request.responseMs * factor,
    work: request.work.map((work) => ({ ...work, selfMs: work.selfMs * factor })),
    calls: request.calls.map((call) => ({ ...call, durationMs: call.durationMs * factor })),
  };
}
