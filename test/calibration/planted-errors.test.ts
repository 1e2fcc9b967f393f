import { describe, expect, test } from 'vitest';
import { Chance } from '../../calibration/chance.js';
import type { Alignment, UnitRequest } from '../../src/compare/alignment.js';
import { bothSides, type Side } from '../../src/compare/alignment.js';
import { pairsDesign } from '../../src/compare/design.js';
import type { Hypothesis } from '../../src/compare/hypothesis.js';
import type { SortedSample } from '../../src/compare/score.js';
import { calibrationFaults } from './calibration-faults.js';
import { type Engine, REAL_ENGINE } from './engine.js';
import { plainFamilyTest } from './plain-family-test.js';

describe('the short calibration', () => {
  test('finds nothing wrong with the decision', () => {
    expect(calibrationFaults(REAL_ENGINE)).toEqual([]);
  });

  test('finds nothing wrong with max-T as one would write it down', () => {
    expect(calibrationFaults({ ...REAL_ENGINE, testFamily: plainFamilyTest() })).toEqual([]);
  });

  test.each<[string, Partial<Engine>, string[]]>([
    [
      'signs that each question draws for itself',
      { testFamily: plainFamilyTest({ ownSigns: true }) },
      [
        'a question asked ten times over has the p of one that is asked once',
        'a fifth of the reports of identical code is worse at 20 %',
      ],
    ],
    [
      'a two-sided p where one direction is asked about',
      { testFamily: plainFamilyTest({ twoSided: true }) },
      ['what is better is not worse', 'p and the p of the opposite add up to 1'],
    ],
    [
      'p without the observed deal',
      { testFamily: plainFamilyTest({ withoutObserved: true }) },
      ['with 19 deals nothing is surer than 1 in 20'],
    ],
    [
      'ties that are broken at random',
      { contributionsOf: brokenTies },
      ['times that are all alike make no difference anywhere', 'a pair of equal times makes no difference'],
    ],
    [
      'a warm-up that is dropped for being slow',
      { align: withoutTheSlowest },
      ['no pair is left out for being slow', 'a fifth of the reports of identical code is worse at 20 %'],
    ],
    [
      'a margin on the wrong side',
      {
        compareProfiles: (profiles, settings, look) =>
          REAL_ENGINE.compareProfiles(profiles, { ...settings, nullMargin: 1 / (1 + settings.nullMargin) - 1 }, look),
      },
      ['a container that takes 2 % longer is no surer than chance'],
    ],
  ])('finds %s', (_, error, facts) => {
    expect(calibrationFaults({ ...REAL_ENGINE, ...error })).toEqual(expect.arrayContaining(facts));
  });
});

/** Values that are equal come in an order that chance made. */
function brokenTies(hypothesis: Hypothesis, alignment: Alignment, ratio: number): Float64Array {
  if (hypothesis.kind !== 'latency') return REAL_ENGINE.contributionsOf(hypothesis, alignment, ratio);
  const chance = new Chance('ties');
  const broken = ({ logMs, unit }: SortedSample): SortedSample => {
    const jittered = Array.from(logMs, (value, i) => ({ value: value + 1e-9 * chance.uniform(), unit: unit[i]! }));
    jittered.sort((a, b) => a.value - b.value);
    return {
      logMs: Float64Array.from(jittered, ({ value }) => value),
      unit: Int32Array.from(jittered, (each) => each.unit),
    };
  };
  return REAL_ENGINE.contributionsOf(
    { ...hypothesis, samples: bothSides(hypothesis.samples, broken) },
    alignment,
    ratio,
  );
}

/** Leaves out the pairs with the candidate's slowest tenth, as if they had been its warm-up. */
function withoutTheSlowest(profiles: Parameters<Engine['align']>[0]): Alignment {
  const alignment = REAL_ENGINE.align(profiles);
  const { requests } = alignment;
  const ms = ({ request }: UnitRequest) => request.responseMs ?? 0;
  const slowest = requests.candidate
    .toSorted((a, b) => ms(b) - ms(a))
    .slice(0, Math.ceil(requests.candidate.length / 10));
  const units = new Set(slowest.map(({ unit }) => unit));
  const kept = (side: Side) =>
    requests[side]
      .filter(({ unit }) => !units.has(unit))
      .toSorted((a, b) => a.unit - b.unit)
      .map(({ request }, unit) => ({ unit, request }));
  const left = { baseline: kept('baseline'), candidate: kept('candidate') };
  return { ...alignment, design: pairsDesign(left.candidate.length), requests: left };
}
