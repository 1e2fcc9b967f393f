import { describe, expect, test } from 'vitest';
import type { BothSides } from '../../src/compare/alignment.js';
import { edgesOf } from '../../src/compare/edges.js';
import { type Evidence, oneStage } from '../../src/compare/evidence.js';
import { outcomeOf } from '../../src/compare/outcome.js';
import type { Profile } from '../../src/trace/profile.js';
import { aCall, aNode, aProfile, aRequest, Chance } from '../support/simulated-run.js';
import { someSettings } from './samples.js';

const NODES = ['api', 'orders', 'fraud', ...Array.from({ length: 40 }, (_, i) => `rare-${i}`)].map(aNode);
const [API, ORDERS, FRAUD] = [0, 1, 2];

/** Requests that all call orders; the first `seen` also call fraud. */
function calling(seen: number, requests = 100): Profile {
  return aProfile({
    nodes: NODES,
    requests: Array.from({ length: requests }, (_, order) =>
      aRequest({
        order,
        calls: [aCall({ from: API, to: ORDERS }), ...(order < seen ? [aCall({ from: ORDERS, to: FRAUD })] : [])],
      }),
    ),
  });
}

function fraudEdge(profiles: BothSides<Profile>) {
  return edgesOf(profiles, 0.01).find(({ to }) => to.name === 'fraud');
}

test('an edge that all requests of one flow have counts once: chance deals flows', () => {
  const flows = (seen: number): Profile => {
    const { requests, ...rest } = calling(seen, 800);
    return { ...rest, requests: requests.map((request, i) => ({ ...request, slot: Math.floor(i / 20) })) };
  };
  expect(fraudEdge({ baseline: flows(0), candidate: flows(20) })).toMatchObject({
    change: 'new',
    certain: false,
    seen: { baseline: 0, candidate: 20 },
  });
  expect(fraudEdge({ baseline: flows(0), candidate: flows(400) })?.certain).toBe(true);
});

describe('an edge', () => {
  test('that only the candidate has in all its traces is new, certainly', () => {
    expect(fraudEdge({ baseline: calling(0), candidate: calling(100) })).toMatchObject({
      change: 'new',
      certain: true,
      seen: { baseline: 0, candidate: 100 },
      of: { baseline: 100, candidate: 100 },
      callsPerRequest: { baseline: 0, candidate: 1 },
    });
  });

  test('that the candidate shows in 6 of 100 traces may be an old one that the baseline missed', () => {
    const edge = fraudEdge({ baseline: calling(0), candidate: calling(6) });
    expect(edge).toMatchObject({ change: 'new', certain: false });
    expect(edge?.p).toBeCloseTo(0.014465, 6);
  });

  test('in 7 of 100 traces and none of 100 is new with p = C(100, 7) / C(200, 7)', () => {
    const edge = fraudEdge({ baseline: calling(0), candidate: calling(7) });
    expect(edge).toMatchObject({ change: 'new', certain: true });
    expect(edge?.p).toBeCloseTo(0.007009, 6);
  });

  test('that the candidate no longer has is removed', () => {
    expect(fraudEdge({ baseline: calling(60), candidate: calling(0) })).toMatchObject({
      change: 'removed',
      certain: true,
    });
  });

  test('of both sides has not changed, however rare it is on one', () => {
    expect(fraudEdge({ baseline: calling(1), candidate: calling(100) })).toMatchObject({
      change: 'none',
      p: 1,
      certain: false,
    });
  });

  test('new in a run that had hardly a baseline is not certain', () => {
    expect(fraudEdge({ baseline: calling(0, 1), candidate: calling(20) })).toMatchObject({
      change: 'new',
      certain: false,
    });
  });

  test('names a candidate’s trace that has it, else a baseline’s', () => {
    const late = aProfile({
      nodes: NODES,
      requests: [
        aRequest({ order: 0, traceId: 'without' }),
        aRequest({ order: 1, traceId: 'with', calls: [aCall({ from: ORDERS, to: FRAUD })] }),
      ],
    });
    expect(fraudEdge({ baseline: calling(3), candidate: late })?.exampleTraceId).toBe('with');
    expect(fraudEdge({ baseline: calling(3), candidate: calling(0) })?.exampleTraceId).toBe('trace-0');
  });

  test('that two calls of one trace follow is seen once and called twice', () => {
    const twice = aProfile({
      nodes: NODES,
      requests: [aRequest({ calls: [aCall({ from: ORDERS, to: FRAUD }), aCall({ from: ORDERS, to: FRAUD })] })],
    });
    expect(fraudEdge({ baseline: calling(0), candidate: twice })).toMatchObject({
      seen: { candidate: 1 },
      callsPerRequest: { candidate: 2 },
    });
  });

  test('is the same edge where the two profiles number their nodes differently', () => {
    const renumbered: Profile = {
      ...calling(0),
      nodes: [aNode('fraud'), aNode('orders'), aNode('api')],
      requests: [aRequest({ calls: [aCall({ from: 1, to: 0 })] })],
    };
    expect(fraudEdge({ baseline: renumbered, candidate: calling(50) })?.change).toBe('none');
  });
});

test('an edge that nobody asks about again is certain at the report’s chance of a false alarm, not at the screen’s', () => {
  const removed = (seen: number) => {
    const profiles = { baseline: calling(seen), candidate: calling(0) };
    const evidence: Evidence = { ...oneStage(profiles), confirmation: { kind: 'not needed' } };
    const { edges } = outcomeOf(evidence, { ...someSettings(), failOnNewEdges: true });
    return edges.find(({ to }) => to.name === 'fraud');
  };
  // p = 0.0145, and 0.0070.
  expect(removed(6)).toMatchObject({ change: 'removed', certain: false });
  expect(removed(7)).toMatchObject({ change: 'removed', certain: true });
});

test('forty rare edges of both versions hardly ever pass for a certain new one', () => {
  const chance = new Chance(4);
  const rareCalls = () =>
    NODES.flatMap((_, to) => (to > FRAUD && chance.uniform() < 0.05 ? [aCall({ from: API, to })] : []));
  const run = () =>
    aProfile({
      nodes: NODES,
      requests: Array.from({ length: 100 }, (_, order) => aRequest({ order, calls: rareCalls() })),
    });
  const alarms = Array.from({ length: 100 }, () =>
    edgesOf({ baseline: run(), candidate: run() }, 0.01).some(({ change, certain }) => change === 'new' && certain),
  );
  expect(alarms.filter(Boolean).length).toBeLessThanOrEqual(2);
});
