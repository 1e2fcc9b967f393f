import { describe, expect, test } from 'vitest';
import type { BothSides } from '../../src/compare/alignment.js';
import type { Blame } from '../../src/compare/blame.js';
import { blamesOf, undividedCount } from '../../src/compare/blames.js';
import type { Change } from '../../src/compare/change.js';
import { type Confirmation, type Evidence, NO_LOOKS } from '../../src/compare/evidence.js';
import { outcomeOf } from '../../src/compare/outcome.js';
import type { Profile } from '../../src/trace/profile.js';
import { aChange } from '../support/blame-builder.js';
import { simulatedPairs } from '../support/simulated-run.js';
import { someSettings } from './samples.js';

function stage(profiles: BothSides<Profile>): Evidence['screen'] {
  return { profiles, share: 1, earlier: NO_LOOKS };
}

function blamedIn(screen: BothSides<Profile>, confirmation: Confirmation): readonly Blame[] {
  const evidence: Evidence = { screen: stage(screen), confirmation, replays: [] };
  return blamesOf(evidence, outcomeOf(evidence, { ...someSettings(), failOnNewEdges: true }));
}

const slower = (seed: number, ratio: number) =>
  simulatedPairs({ seed, requests: 120, slower: { node: 'bank', ratio } });

describe('the blames of a report', () => {
  test('are of the traffic that each change was judged on: fresh where it was asked again', () => {
    const again = slower(2, 1.6);
    const blames = blamedIn(slower(1, 3), { kind: 'measured', stage: stage(again) });
    expect(blames.map(({ metric, state }) => `${metric} ${state}`).toSorted()).toEqual([
      'p95 regressed',
      'typical regressed',
    ]);
    for (const { parts } of blames) {
      const { baseline, candidate } = parts[0]!.ms;
      expect(parts[0]!.part.node.name).toBe('bank');
      expect(candidate / baseline).toBeLessThan(2.2);
    }
  });

  test('are of the first stage where there is no other', () => {
    const [first] = blamedIn(slower(1, 3), { kind: 'none' });
    expect(first!.parts[0]!.ms.candidate / first!.parts[0]!.ms.baseline).toBeGreaterThan(2.2);
  });

  test('tell of what looks slower and cannot be told, too', () => {
    const blames = blamedIn(simulatedPairs({ requests: 30, slower: { node: 'bank', ratio: 1.5 } }), { kind: 'none' });
    expect(blames.some(({ state }) => state === 'inconclusive')).toBe(true);
    for (const { ms } of blames) expect(ms.candidate).toBeGreaterThan(ms.baseline);
  });

  test('are twenty, and the slower response times after those are counted', () => {
    const time = (i: number, overrides: Partial<Change> = {}) =>
      aChange({ place: { operation: `GET /${i}`, node: null, edge: null }, ...overrides });
    const many = Array.from({ length: 23 }, (_, i) => time(i));
    const others = [
      time(24, { state: 'inconclusive' }),
      time(25, { metric: 'faults' }),
      time(26, { state: 'improved' }),
    ];
    expect(undividedCount({ changes: [...many, ...others] })).toBe(3);
    expect(undividedCount({ changes: [...many.slice(3), ...others] })).toBe(0);
  });

  test('are none where no response time is longer', () => {
    expect(blamedIn(simulatedPairs({ requests: 300 }), { kind: 'none' })).toEqual([]);
  });
});
