import { describe, expect, test } from 'vitest';
import type { BothSides } from '../../src/compare/alignment.js';
import { NO_LOOKS } from '../../src/compare/evidence.js';
import { outcomeOf } from '../../src/compare/outcome.js';
import { decide } from '../../src/compare/verdict.js';
import type { Profile } from '../../src/trace/profile.js';
import {
  awsCall,
  entityId,
  type Fields,
  ran,
  segmentDocument,
  subsegmentDocument,
} from '../support/segment-builder.js';
import { simulatedCounts } from '../support/simulated-counts.js';
import { tracedPairs } from './real-traces.js';
import { someSettings } from './samples.js';

function outcomeFor(first: BothSides<Profile>, second: BothSides<Profile>) {
  const stage = (profiles: BothSides<Profile>) => ({ profiles, share: 1, earlier: NO_LOOKS });
  const confirmation = { kind: 'measured' as const, stage: stage(second) };
  const settings = { ...someSettings(), failOnNewEdges: true };
  return outcomeOf({ screen: stage(first), confirmation, replays: [] }, settings);
}

function verdictOf(first: BothSides<Profile>, second: BothSides<Profile>) {
  return decide(outcomeFor(first, second), { minimumCoverage: 0.9, failOnNewEdges: true });
}

/** 100 pairs of which the candidate's requests do something five times, the baseline's as often as it is said. */
function fiveTimes(of: (overrides: Fields) => Fields, inBaseline: (i: number) => number): BothSides<Profile> {
  const doing = (count: number) => [
    segmentDocument({
      subsegments: Array.from({ length: count }, (_, k) => of({ id: entityId(10 + k), ...ran(2 + 5 * k, 5 + 5 * k) })),
    }),
  ];
  return tracedPairs(
    100,
    (i) => doing(inBaseline(i)),
    () => doing(5),
  );
}

const never = () => 0;
const once = (i: number) => Number(i === 5);
const reload = (overrides: Fields) => subsegmentDocument({ name: 'reload cache', ...overrides });
const read = (overrides: Fields) => awsCall('DynamoDB', { table_name: 'orders', operation: 'GetItem' }, overrides);

/** Without what was counted, and without retries: nothing is there to be asked again. */
function withoutRepetition(profiles: BothSides<Profile>): BothSides<Profile> {
  const plain = (profile: Profile): Profile => ({
    ...profile,
    requests: profile.requests.map((request) => ({
      ...request,
      calls: request.calls.map((call) => ({ ...call, retries: 0 })),
      steps: request.steps.map((done) => ({ ...done, count: 1 })),
    })),
  });
  return { baseline: plain(profiles.baseline), candidate: plain(profiles.candidate) };
}

describe('what the first stage suspects', () => {
  const suspected = simulatedCounts({ seed: 1, requests: 60 }, { lines: 1, retried: 0.3 });

  test('of retries and repeated subsegments is confirmed where fresh traffic shows it again', () => {
    const again = simulatedCounts({ seed: 2, requests: 60 }, { lines: 1, retried: 0.3 });
    const { verdict, regressions } = verdictOf(suspected, again);
    expect(verdict).toBe('regressed');
    expect(regressions.map((each) => (each.kind === 'change' ? each.change.metric : each.kind)).toSorted()).toEqual([
      'calls',
      'retries',
    ]);
  });

  test('is refuted where fresh traffic shows none of it', () => {
    const calm = withoutRepetition(simulatedCounts({ seed: 2, requests: 60 }));
    expect(verdictOf(suspected, calm)).toEqual({ verdict: 'passed', reasons: [], regressions: [] });
  });

  test('of a subsegment is confirmed where the baseline’s fresh traffic does not go there at all', () => {
    const { verdict, regressions } = verdictOf(fiveTimes(reload, once), fiveTimes(reload, never));
    expect({ verdict, regressions }).toMatchObject({
      verdict: 'regressed',
      regressions: [{ change: { metric: 'calls', place: { step: 'reload cache' }, baseline: 0, candidate: 5 } }],
    });
  });

  test('of a subsegment is confirmed where all of fresh traffic makes a call with each', () => {
    const withCall = (overrides: Fields) => {
      const { id } = overrides;
      const call = read({ ...overrides, id: `f${String(id).slice(1)}` });
      return reload({ ...overrides, subsegments: [call] });
    };
    const varying = (i: number) => 1 + (i % 2);
    const first = fiveTimes(reload, varying);
    expect(verdictOf(first, fiveTimes(withCall, varying)).regressions).toMatchObject([
      { change: { metric: 'calls', place: { step: 'reload cache' } } },
    ]);
  });

  test('of retries is read as the first stage read it, whatever one call of fresh traffic says', () => {
    const tried = (attempts: (i: number) => number) => (i: number) => [
      segmentDocument({
        subsegments: [awsCall('DynamoDB', { table_name: 'orders', retries: attempts(i) }, ran(2, 5))],
      }),
    ];
    const more = tried((i) => 1 + Number(i % 11 === 3));
    const first = tracedPairs(
      100,
      tried(() => 1),
      more,
    );
    const second = tracedPairs(
      100,
      tried((i) => Number(i !== 50)),
      more,
    );
    const inPlace = { metric: 'retries', first: { baseline: 0, candidate: 0.09 }, baseline: 0, candidate: 0.09 };
    expect(verdictOf(first, second).regressions).toMatchObject([{ change: inPlace }]);
  });

  test('of the calls on an edge is confirmed where the baseline’s fresh traffic makes none', () => {
    expect(verdictOf(fiveTimes(read, once), fiveTimes(read, never))).toMatchObject({
      verdict: 'regressed',
      regressions: [{ change: { metric: 'calls', baseline: 0, candidate: 5 } }],
    });
  });

  test('of a new edge is asked of its calls where the baseline’s fresh traffic turns out to have it', () => {
    const outcome = outcomeFor(fiveTimes(read, never), fiveTimes(read, once));
    expect(decide(outcome, { minimumCoverage: 0.9, failOnNewEdges: true })).toMatchObject({
      verdict: 'regressed',
      regressions: [
        { change: { metric: 'calls', baseline: 0.01, candidate: 5, first: { baseline: 0, candidate: 5 } } },
      ],
    });
    expect(outcome.stages.map(({ suspected }) => suspected)).toEqual([1, 1]);
  });

  test('of a new edge is refuted where fresh traffic of both has it as often', () => {
    const asOften = fiveTimes(read, () => 5);
    expect(verdictOf(fiveTimes(read, never), asOften)).toMatchObject({ verdict: 'passed', regressions: [] });
  });

  test('of a new edge is one finding where fresh traffic shows it new again', () => {
    const outcome = outcomeFor(fiveTimes(read, never), fiveTimes(read, never));
    const { regressions } = decide(outcome, { minimumCoverage: 0.9, failOnNewEdges: true });
    expect(regressions.map(({ kind }) => kind)).toEqual(['new edge']);
  });
});
