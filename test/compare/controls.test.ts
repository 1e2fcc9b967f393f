import { describe, expect, test } from 'vitest';
import { align, type BothSides } from '../../src/compare/alignment.js';
import { commonShift, withoutShift } from '../../src/compare/controls.js';
import { edgesOf } from '../../src/compare/edges.js';
import { hypothesesOf } from '../../src/compare/hypotheses.js';
import type { LatencyHypothesis } from '../../src/compare/hypothesis.js';
import { harrellDavisMs } from '../../src/compare/quantile.js';
import type { Profile } from '../../src/trace/profile.js';
import { type SimulatedHistory, simulatedHistory } from '../support/simulated-history.js';

/** The shop's four callees without segments are its controls: bank, order-lines, products, sessions. */
const CALM = { runs: 1, common: 0.01, own: 0.01 };
const EXTERNAL = ['bank', 'order-lines', 'products', 'sessions'];

function latenciesOf(profiles: BothSides<Profile>): LatencyHypothesis[] {
  const tolerances = { floorMs: 2 };
  return hypothesesOf(profiles, align(profiles), edgesOf(profiles, 0.001), { minimumTraces: 30, tolerances }).filter(
    (hypothesis) => hypothesis.kind === 'latency',
  );
}

const shiftIn = (profiles: BothSides<Profile>) => commonShift(latenciesOf(profiles), profiles);
const simulated = (overrides: Partial<SimulatedHistory>) => shiftIn(simulatedHistory({ ...CALM, ...overrides }));
const slow = (ratio: number, nodes: readonly string[]) => ({
  weather: (node: string) => (nodes.includes(node) ? ratio : 1),
});

/** No edges' times: calls to callees that sent segments. */
function instrumented({ baseline, candidate }: BothSides<Profile>): BothSides<Profile> {
  const without = (profile: Profile): Profile => ({
    ...profile,
    requests: profile.requests.map((request) => ({ ...request, calls: [] })),
  });
  return { baseline: without(baseline), candidate: without(candidate) };
}

describe('places that the change cannot have touched', () => {
  test('tell of a shift that they all have in common', () => {
    expect(simulated(slow(1.3, EXTERNAL))).toMatchObject({ controls: 4, ratio: expect.closeTo(1.3, 1) });
    expect(simulated(slow(1 / 1.3, EXTERNAL))).toMatchObject({ ratio: expect.closeTo(1 / 1.3, 1) });
  });

  test.each([
    ['nothing moved', 1, []],
    ['one moved alone', 2, ['bank']],
    ['half of them moved', 1.5, ['bank', 'products']],
    ['only what the change may have touched moved', 1.5, ['api', 'orders', 'payments', 'catalog']],
  ] as const)('tell of none where %s', (_, ratio, nodes) => {
    expect(simulated(slow(ratio, nodes))).toEqual({ controls: 4, ratio: 1 });
  });

  test('tell of none where they moved apart', () => {
    const weather = (node: string) => ({ bank: 1.5, products: 1.5, sessions: 0.7, 'order-lines': 0.7 })[node] ?? 1;
    expect(simulated({ weather })?.ratio).toBe(1);
  });

  describe('as nodes that name a version', () => {
    const named = (baseline: string, candidate: string): BothSides<Profile> => {
      const profiles = instrumented(simulatedHistory({ ...CALM, ...slow(1.3, ['orders', 'payments', 'catalog']) }));
      const naming = (profile: Profile, version: string, app: string): Profile => ({
        ...profile,
        version: app,
        nodeVersions: profile.nodes.map(({ name }) => (name === 'api' ? app : version)),
      });
      return {
        baseline: naming(profiles.baseline, baseline, 'v1'),
        candidate: naming(profiles.candidate, candidate, 'v2'),
      };
    };

    test('are those that name the same on both sides', () => {
      expect(shiftIn(named('r7', 'r7'))).toMatchObject({ controls: 3, ratio: expect.closeTo(1.3, 1) });
    });

    test.each([
      ['name another', 'r7', 'r8'],
      ['name the version that is judged', 'v2', 'v2'],
    ])('are none where they %s', (_, baseline, candidate) => {
      expect(shiftIn(named(baseline, candidate))).toBeNull();
    });
  });

  test('must be three', () => {
    expect(shiftIn(instrumented(simulatedHistory(CALM)))).toBeNull();
  });
});

test('a shift is taken out of the candidate alone', () => {
  const [hypothesis] = latenciesOf(simulatedHistory(CALM));
  const without = withoutShift(hypothesis!, { ratio: 1.3, controls: 4 });
  const ratioOf = ({ samples }: LatencyHypothesis) =>
    harrellDavisMs(samples.candidate.logMs, 0.5)! / harrellDavisMs(samples.baseline.logMs, 0.5)!;
  expect(ratioOf(hypothesis!) / ratioOf(without)).toBeCloseTo(1.3, 6);
  expect(without.samples.baseline).toBe(hypothesis!.samples.baseline);
});
