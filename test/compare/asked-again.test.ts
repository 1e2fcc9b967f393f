import { describe, expect, test } from 'vitest';
import type { BothSides } from '../../src/compare/alignment.js';
import { NO_LOOKS } from '../../src/compare/evidence.js';
import { outcomeOf } from '../../src/compare/outcome.js';
import { decide } from '../../src/compare/verdict.js';
import type { Profile } from '../../src/trace/profile.js';
import { simulatedCounts } from '../support/simulated-counts.js';
import { someSettings } from './samples.js';

function verdictOf(first: BothSides<Profile>, second: BothSides<Profile>) {
  const stage = (profiles: BothSides<Profile>) => ({ profiles, share: 1, earlier: NO_LOOKS });
  const confirmation = { kind: 'measured' as const, stage: stage(second) };
  const settings = { ...someSettings(), failOnNewEdges: true };
  const outcome = outcomeOf({ screen: stage(first), confirmation, replays: [] }, settings);
  return decide(outcome, { minimumCoverage: 0.9, failOnNewEdges: true });
}

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
});
