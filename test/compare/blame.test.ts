import { describe, expect, test } from 'vitest';
import type { BothSides } from '../../src/compare/alignment.js';
import { type Blame, blameOf } from '../../src/compare/blame.js';
import type { Change } from '../../src/compare/change.js';
import { compareProfiles, soleLook } from '../../src/compare/comparison.js';
import type { Profile, ProfiledStep, RequestProfile } from '../../src/trace/profile.js';
import {
  aNode,
  aProfile,
  aRequest,
  Chance,
  SCATTERS,
  simulatedPairs,
  simulatedRuns,
} from '../support/simulated-run.js';
import { changesOf, someSettings } from './samples.js';

const METRICS = ['typical', 'p95'] as const;

function wholeChange(profiles: BothSides<Profile>, metric: 'typical' | 'p95'): Change {
  // No p is asked for here: few deals will do.
  const { changes } = compareProfiles(profiles, someSettings(), { ...soleLook(0.05), resamples: 19 });
  return changes.find(({ metric: of, place }) => of === metric && place.node === null && place.edge === null)!;
}

function blamed(profiles: BothSides<Profile>, metric: 'typical' | 'p95' = 'p95', seed = 7): Blame {
  return blameOf(profiles, wholeChange(profiles, metric), { seed, shift: 1 })!;
}

/** `bank/call +40`, largest first. */
function changesIn({ parts, notExplained }: Blame): string[] {
  const change = ({ ms }: Blame['notExplained']) => Math.round(ms.candidate - ms.baseline);
  return [
    ...parts.map((part) => `${part.part.node.name}/${part.part.name} ${change(part)}`),
    `not explained ${change(notExplained)}`,
  ];
}

const NODES = ['api', 'orders', 'table'].map(aNode);
const STEPS: readonly ProfiledStep[] = [
  { parent: null, node: 0, name: 'own code' },
  { parent: 0, node: 0, name: 'network to orders' },
  { parent: 1, node: 1, name: 'own code' },
  { parent: 2, node: 2, name: 'Query' },
];

/** A request whose time divides over the steps as given, and is their sum. */
function divided(order: number, pathMs: readonly number[], overrides: Partial<RequestProfile> = {}): RequestProfile {
  const steps = pathMs.map((ms, step) => ({ step, count: 1, pathMs: ms }));
  return aRequest({ order, steps, responseMs: pathMs.reduce((sum, ms) => sum + ms, 0), ...overrides });
}

function inPairs(
  count: number,
  baseline: (pair: number) => RequestProfile,
  candidate: (pair: number) => RequestProfile,
  steps: BothSides<readonly ProfiledStep[]> = { baseline: STEPS, candidate: STEPS },
): BothSides<Profile> {
  const side = (of: (pair: number) => RequestProfile, steps: readonly ProfiledStep[]) =>
    aProfile({ nodes: NODES, steps, requests: Array.from({ length: count }, (_, pair) => of(pair)) });
  return { baseline: side(baseline, steps.baseline), candidate: side(candidate, steps.candidate) };
}

describe('where the change of a response time went', () => {
  test.each(SCATTERS.flatMap((scatter) => METRICS.map((metric) => [scatter, metric] as const)))(
    'adds up to the printed change, and on each side to the printed time: %s, %s',
    (scatter, metric) => {
      const profiles = simulatedPairs({ requests: 120, scatter, slower: { node: 'bank', ratio: 1.6 } });
      const change = wholeChange(profiles, metric);
      const { ms, parts, notExplained } = blamed(profiles, metric);
      expect(ms).toEqual({ baseline: change.baseline, candidate: change.candidate });
      for (const side of ['baseline', 'candidate'] as const) {
        const sum = [...parts, notExplained].reduce((sum, part) => sum + part.ms[side], 0);
        expect(sum).toBeCloseTo(change[side], 8);
        // All that is not explained is what a response takes more or less than its steps: nothing, but for rounding.
        expect(Math.abs(notExplained.ms[side])).toBeLessThan(1);
      }
    },
  );

  test('is all in the step that became slower where nothing scatters', () => {
    const profiles = inPairs(
      40,
      (pair) => divided(pair, [20, 10, 30, 40]),
      (pair) => divided(pair, [20, 10, 30, 70]),
    );
    for (const metric of METRICS) {
      const { parts, notExplained } = blamed(profiles, metric);
      expect(parts[0]!.part.node.name).toBe('table');
      expect(parts[0]!.ms.baseline).toBeCloseTo(40, 6);
      expect(parts[0]!.ms.candidate).toBeCloseTo(70, 6);
      expect(parts[0]!.interval[0]).toBeCloseTo(30, 6);
      expect(parts[0]!.interval[1]).toBeCloseTo(30, 6);
      expect(notExplained.ms.candidate - notExplained.ms.baseline).toBeCloseTo(0, 0);
    }
  });

  test('is of the slow requests for p95, and of the usual ones for the typical time', () => {
    const chance = new Chance(5);
    // One request in eight has to query, and these queries have become slower; all the others got a slower network.
    const request = (pair: number, queryMs: number, networkMs: number) =>
      divided(pair, [20 + chance.uniform(), networkMs, 30 + chance.uniform(), pair % 8 === 0 ? queryMs : 0]);
    const profiles = inPairs(
      400,
      (pair) => request(pair, 300 + 20 * chance.uniform(), 5),
      (pair) => request(pair, 400 + 20 * chance.uniform(), 11),
    );
    const [p95, typical] = [blamed(profiles, 'p95'), blamed(profiles, 'typical')];
    expect(changesIn(p95)[0]).toMatch(/^table\/Query (9\d|10\d)$/);
    expect(changesIn(p95)[1]).toBe('api/network to orders 6');
    expect(changesIn(typical)[0]).toBe('api/network to orders 6');
    expect(changesIn(typical).some((part) => /^table\/Query [^0]/.test(part))).toBe(false);
  });

  test('aligns steps by the path of names above them, however the two sides number them', () => {
    const renumbered: readonly ProfiledStep[] = [
      { parent: null, node: 1, name: 'own code' },
      { parent: null, node: 0, name: 'own code' },
      { parent: 1, node: 0, name: 'network to orders' },
      { parent: 2, node: 1, name: 'own code' },
      { parent: 3, node: 2, name: 'Query' },
    ];
    const profiles = inPairs(
      30,
      (pair) => divided(pair, [20, 10, 30, 40]),
      (pair) => divided(pair, [0, 20, 10, 30, 90]),
      { baseline: STEPS, candidate: renumbered },
    );
    expect(changesIn(blamed(profiles))).toEqual([
      'table/Query 50',
      'api/own code 0',
      'api/network to orders 0',
      'orders/own code 0',
      'not explained 0',
    ]);
  });

  test('keeps apart what is called the same under another step, and takes a step of one side alone for 0 ms', () => {
    const retried: readonly ProfiledStep[] = [
      ...STEPS.slice(0, 3),
      { parent: 2, node: 1, name: 'retry' },
      { parent: 3, node: 2, name: 'Query' },
    ];
    const profiles = inPairs(
      30,
      (pair) => divided(pair, [20, 10, 30, 40]),
      (pair) => divided(pair, [20, 10, 30, 5, 60]),
      { baseline: STEPS, candidate: retried },
    );
    const { parts } = blamed(profiles);
    const inMs = parts.map(({ part, ms }) => [
      [part.node.name, part.name, ...part.above.map(({ name }) => name)].join(' < '),
      Math.round(ms.baseline),
      Math.round(ms.candidate),
    ]);
    expect(inMs.slice(0, 3)).toEqual([
      ['table < Query < retry < own code < network to orders < own code', 0, 60],
      ['table < Query < own code < network to orders < own code', 40, 0],
      ['orders < retry < own code < network to orders < own code', 0, 5],
    ]);
    expect(parts[0]!.part.caller?.name).toBe('orders');
    expect(parts[2]!.part.caller).toBeNull();
  });

  test('does not explain time-outs and requests without a whole trace', () => {
    const lost = { traced: false, steps: [], responseMs: 5000, fault: true };
    const profiles = inPairs(
      100,
      (pair) => divided(pair, [20, 10, 30, 40 + (pair % 7)]),
      (pair) => divided(pair, [20, 10, 30, 40 + (pair % 7)], pair % 10 === 0 ? lost : {}),
    );
    const { parts, notExplained, ms } = blamed(profiles);
    expect(ms.candidate).toBeGreaterThan(4000);
    expect(notExplained.ms.candidate).toBeGreaterThan(0.95 * (ms.candidate - 100));
    for (const part of parts) expect(part.ms.candidate).toBeLessThan(part.ms.baseline);
  });

  test('is of the warm requests of the operation whose partner is warm, too', () => {
    const odd = (pair: number): Partial<RequestProfile> | null =>
      pair % 3 === 0 ? { cold: true } : pair % 3 === 1 ? { operation: 'GET /other' } : null;
    const profiles = inPairs(
      150,
      (pair) =>
        divided(pair, [20, 10, 30, pair % 3 === 2 ? 40 : 9000], pair % 3 === 1 ? { operation: 'GET /other' } : {}),
      (pair) => divided(pair, [20, 10, 30, pair % 3 === 2 ? 60 : 3000], odd(pair) ?? {}),
    );
    expect(changesIn(blamed(profiles))[0]).toBe('table/Query 20');
    const { around } = blamed(profiles);
    expect(around.baseline).toBeLessThanOrEqual(50);
  });

  test('has narrow intervals where both requests of a pair share what scatters, and wide ones where they do not', () => {
    const bodies = new Chance(3);
    const body = Array.from({ length: 200 }, () => 100 * bodies.uniform());
    const profiles = inPairs(
      200,
      (pair) => divided(pair, [20 + body[pair]!, 10, 30, 40]),
      (pair) => divided(pair, [20 + body[pair]!, 10, 30, 48]),
    );
    const apart = { ...profiles, baseline: { ...profiles.baseline, run: 'earlier' } };
    const width = (of: BothSides<Profile>) => {
      const { interval } = blamed(of, 'typical').parts.find(({ part }) => part.node.name === 'api')!;
      return interval[1] - interval[0];
    };
    expect(width(profiles)).toBeLessThan(0.2 * width(apart));
  });

  test('of the candidate is without the shift that was taken out before it was judged', () => {
    const profiles = inPairs(
      40,
      (pair) => divided(pair, [20, 10, 30, 40]),
      (pair) => divided(pair, [22, 11, 33, 88]),
    );
    const change = { ...wholeChange(profiles, 'p95'), candidate: 140 };
    expect(changesIn(blameOf(profiles, change, { seed: 1, shift: 1.1 })!)[0]).toBe('table/Query 40');
  });

  test('counts how often a request does each step', () => {
    const times = (request: RequestProfile, count: number) => ({
      ...request,
      steps: request.steps.map((done) => ({ ...done, count })),
    });
    const profiles = inPairs(
      40,
      (pair) => times(divided(pair, [20, 10, 30, 40]), 3),
      (pair) => times(divided(pair, [20, 10, 30, 60]), pair % 2 === 0 ? 3 : 4),
    );
    expect(blamed(profiles).parts[0]!.count).toEqual({ baseline: 3, candidate: 3.5 });
  });

  test('takes the parts from the sixth on together', () => {
    const profiles = simulatedPairs({ requests: 60, slower: { node: 'bank', ratio: 2 } });
    const { parts, others } = blamed(profiles);
    expect(parts).toHaveLength(8);
    const rest = parts.slice(5).reduce((sum, { ms }) => sum + ms.candidate - ms.baseline, 0);
    expect(others!.ms.candidate - others!.ms.baseline).toBeCloseTo(rest, 8);
    const widths = parts.slice(5).map(({ interval: [low, high] }) => high - low);
    expect(others!.interval[1] - others!.interval[0]).toBeLessThan(widths.reduce((sum, width) => sum + width, 0));
    expect(
      blamed(
        inPairs(
          30,
          (pair) => divided(pair, [1, 1, 1, 97]),
          (pair) => divided(pair, [1, 1, 1, 120]),
        ),
      ).others,
    ).toBeNull();
  });

  test('is the same for the same seed, and has other intervals for another', () => {
    const profiles = simulatedPairs({ requests: 60, slower: { node: 'bank', ratio: 2 } });
    expect(blamed(profiles)).toEqual(blamed(profiles));
    expect(blamed(profiles, 'p95', 8).parts[0]!.interval).not.toEqual(blamed(profiles).parts[0]!.interval);
  });

  test('is none of anything but the response time of an operation', () => {
    const profiles = simulatedPairs({ requests: 40 });
    const others = changesOf(profiles).filter(
      ({ metric, place }) => place.node !== null || place.edge !== null || !['typical', 'p95'].includes(metric),
    );
    expect(others.length).toBeGreaterThan(5);
    for (const change of others) expect(blameOf(profiles, change, { seed: 1, shift: 1 })).toBeNull();
    const elsewhere = { ...wholeChange(profiles, 'p95'), place: { operation: 'GET /other', node: null, edge: null } };
    expect(blameOf(profiles, elsewhere, { seed: 1, shift: 1 })).toBeNull();
  });
});

/* 40 reports of 150 requests and 8 steps each, of which one is half as slow again; the truth is what 8000 requests show. */
describe('the intervals of a blame', () => {
  test.each([
    { design: 'in pairs', simulated: simulatedPairs },
    { design: 'one version after the other', simulated: simulatedRuns },
  ])('hold the truth in about 90 % of the reports $design', ({ simulated }) => {
    const slower = { node: 'bank', ratio: 1.5 };
    const large = simulated({ seed: 90_001, requests: 8000, slower });
    const truths = new Map(
      METRICS.map((metric) => [
        metric,
        new Map(blamed(large, metric).parts.map(({ part, ms }) => [part.node.name, ms.candidate - ms.baseline])),
      ]),
    );
    let [held, of] = [0, 0];
    for (let seed = 0; seed < 40; seed++) {
      const profiles = simulated({ seed: 1000 + seed, requests: 150, slower });
      for (const metric of METRICS) {
        for (const { part, interval } of blamed(profiles, metric, seed).parts) {
          const truth = truths.get(metric)!.get(part.node.name)!;
          held += Number(interval[0] <= truth && truth <= interval[1]);
          of += 1;
        }
      }
    }
    expect(of).toBe(40 * 2 * 8);
    expect(held / of).toBeGreaterThan(0.87);
    expect(held / of).toBeLessThan(0.96);
  });
});
