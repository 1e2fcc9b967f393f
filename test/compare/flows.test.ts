import { describe, expect, test } from 'vitest';
import type { BothSides } from '../../src/compare/alignment.js';
import type { Change } from '../../src/compare/change.js';
import { compareProfiles, soleLook } from '../../src/compare/comparison.js';
import type { Profile, RequestProfile } from '../../src/trace/profile.js';
import { aCall, aNode } from '../support/simulated-run.js';
import { pairs, someSettings } from './samples.js';

const NODES = [aNode('api'), aNode('db')];

/** Requests of which so many in a row are one flow. */
function inFlows(size: number, count: number, of: (i: number) => Partial<RequestProfile>): BothSides<Profile> {
  const slotted = (each: (i: number) => Partial<RequestProfile>) => (i: number) => ({
    ...each(i),
    slot: Math.floor(i / size),
  });
  const { baseline, candidate } = pairs(
    count,
    slotted(() => ({ calls: [aCall()] })),
    slotted(of),
  );
  return { baseline: { ...baseline, nodes: NODES }, candidate: { ...candidate, nodes: NODES } };
}

function changeOf(metric: Change['metric'], profiles: BothSides<Profile>): Change {
  return compareProfiles(profiles, someSettings(), soleLook(0.01)).changes.find((change) => change.metric === metric)!;
}

const width = ({ interval: [low, high] }: Change) => high - low;

describe('requests of a flow that ask for the same', () => {
  const failing = (flows: number, size: number) => (i: number) => ({
    calls: [aCall()],
    fault: Math.floor(i / size) < flows,
  });

  test('count for one where they fail: as wide an interval as so many flows give', () => {
    const flows = changeOf('faults', inFlows(10, 400, failing(4, 10)));
    const single = changeOf('faults', inFlows(1, 40, failing(4, 1)));
    expect(width(flows)).toBeCloseTo(width(single), 6);
    expect(flows.detectable ?? 0).toBeCloseTo(single.detectable ?? 0, 6);
  });

  test('count for one where they call more: what a flow has in common does not average out', () => {
    const more = (size: number) => (i: number) => ({
      calls: Math.floor(i / size) % 2 === 0 ? [aCall(), aCall()] : [aCall()],
    });
    const flows = changeOf('calls', inFlows(4, 400, more(4)));
    const single = changeOf('calls', inFlows(1, 400, more(1)));
    expect(width(flows) / width(single)).toBeCloseTo(2, 1);
  });
});
