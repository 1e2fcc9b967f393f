import { describe, expect, test } from 'vitest';
import type { BothSides } from '../../src/compare/alignment.js';
import { compareProfiles } from '../../src/compare/comparison.js';
import type { Profile, RequestProfile } from '../../src/trace/profile.js';
import {
  aCall,
  aNode,
  aProfile,
  aRequest,
  aWork,
  OPERATION,
  simulatedPairs,
  simulatedRuns,
} from '../support/simulated-run.js';
import { changesOf, pairs, someSettings, statesOf } from './samples.js';

/** Durations that wander over 30 %, differently on both sides. */
const jitter = (pair: number, shift = 0) => 100 * 1.003 ** (((pair + shift) * 37) % 101);

describe('what is asked', () => {
  test('of the simulated graph: two times and faults of the operation, times of nodes and of edges without segments, and all calls', () => {
    const places = changesOf(simulatedPairs()).map(({ metric, place: { node, edge } }) =>
      edge !== null ? `${edge.from.name}→${edge.to.name} ${metric}` : `${node?.name ?? 'operation'} ${metric}`,
    );
    const both = (place: string) => [`${place} typical`, `${place} p95`];
    expect(new Set(places)).toEqual(
      new Set([
        ...both('operation'),
        'operation faults',
        ...['api', 'orders', 'payments', 'catalog'].flatMap(both),
        ...['payments→bank', 'orders→order-lines', 'catalog→products', 'api→sessions'].flatMap(both),
        ...['api→orders', 'api→catalog', 'api→sessions', 'orders→order-lines', 'orders→payments'].map(
          (e) => `${e} calls`,
        ),
        ...['payments→bank', 'catalog→products'].map((edge) => `${edge} calls`),
      ]),
    );
  });

  test('errors and throttles only where any were seen', () => {
    const profiles = pairs(
      40,
      (pair) => ({ error: pair === 3 }),
      (pair) => ({ throttle: pair === 4 }),
    );
    expect(Object.keys(statesOf(profiles)).toSorted()).toEqual(['errors', 'faults', 'p95', 'throttles', 'typical']);
  });

  const withWork = (selfMs: (pair: number) => number) => ({
    nodes: [aNode('api')],
    requests: Array.from({ length: 60 }, (_, order) => aRequest({ order, work: [aWork({ selfMs: selfMs(order) })] })),
  });
  const timesOfApi = (baseline: (pair: number) => number, candidate: (pair: number) => number) =>
    changesOf({ baseline: aProfile(withWork(baseline)), candidate: aProfile(withWork(candidate)) })
      .filter(({ place }) => place.node !== null)
      .map(({ metric }) => metric)
      .toSorted();

  test('no self times that stay below the floor', () => {
    expect(
      timesOfApi(
        () => 1.5,
        () => 1.9,
      ),
    ).toEqual([]);
  });

  test('the tail of self times of which only the slowest reach it, whichever side they are on', () => {
    const rarely = (pair: number) => (pair % 10 === 0 ? 40 : 1);
    expect(timesOfApi(() => 1, rarely)).toEqual(['p95']);
    expect(timesOfApi(rarely, () => 1)).toEqual(['p95']);
  });

  test('each operation apart', () => {
    const operation = (pair: number) => ({ operation: pair % 2 === 0 ? 'GET /a' : 'GET /b' });
    const profiles = pairs(
      120,
      (pair) => ({ ...operation(pair), responseMs: jitter(pair) }),
      (pair) => ({ ...operation(pair), responseMs: jitter(pair, 7) * (pair % 2 === 0 ? 1.6 : 1) }),
    );
    const regressed = changesOf(profiles).filter(({ state }) => state === 'regressed');
    expect(new Set(regressed.map(({ place }) => place.operation))).toEqual(new Set(['GET /a']));
  });

  test('calls of an operation along an edge that so far only another operation had', () => {
    const nodes = [aNode('api'), aNode('table')];
    const side = (calledBy: (operation: string) => boolean): Profile =>
      aProfile({
        nodes,
        requests: Array.from({ length: 80 }, (_, order) => {
          const operation = order % 2 === 0 ? 'GET /a' : 'GET /b';
          return aRequest({ order, operation, calls: calledBy(operation) ? [aCall()] : [] });
        }),
      });
    const changes = changesOf({ baseline: side((of) => of === 'GET /a'), candidate: side(() => true) });
    const calls = changes.filter(({ metric, state }) => metric === 'calls' && state === 'regressed');
    expect(calls).toMatchObject([{ place: { operation: 'GET /b' }, baseline: 0, candidate: 1, ratio: null }]);
  });
});

describe('a time', () => {
  const slower = (ratio: number, plusMs = 0) =>
    pairs(
      200,
      (pair) => ({ responseMs: jitter(pair) }),
      (pair) => ({ responseMs: jitter(pair, 7) * ratio + plusMs }),
    );

  test('that is 20 % up is regressed, 20 % down improved', () => {
    expect(statesOf(slower(1.2))).toMatchObject({ typical: 'regressed', p95: 'regressed' });
    expect(statesOf(slower(1 / 1.2))).toMatchObject({ typical: 'improved', p95: 'improved' });
  });

  test('that is surely up by less than its tolerance is unchanged', () => {
    const [typical] = changesOf(slower(1.08), {
      tolerances: { typical: 0.15, p95: 0.15, faults: 0.005, floorMs: 2 },
    }).filter(({ metric }) => metric === 'typical');
    expect(typical).toMatchObject({ state: 'unchanged' });
    expect(typical?.p).toBeLessThanOrEqual(0.01);
  });

  test('that is up by less than the floor is unchanged', () => {
    const tolerances = { typical: 0.05, p95: 0.1, faults: 0.005, floorMs: 50 };
    expect(statesOf(slower(1.2), { tolerances })).toMatchObject({ typical: 'unchanged', p95: 'unchanged' });
  });

  test('that is up by no more than two builds of one version differ is not significant in pairs that never vary', () => {
    const constant = pairs(
      200,
      () => ({ responseMs: 100.5 }),
      () => ({ responseMs: 100.5 * 1.029 }),
    );
    expect(changesOf(constant).find(({ metric }) => metric === 'typical')?.p).toBe(1);
    const without = changesOf(constant, { nullMargin: 0 }).find(({ metric }) => metric === 'typical');
    expect(without?.p).toBeLessThanOrEqual(0.01);
  });

  test('that varies too much to tell is inconclusive and says what would have been caught', () => {
    const changes = changesOf(simulatedPairs({ requests: 30, slower: { node: 'payments', ratio: 1.25 } }));
    const change = changes.find(({ place, metric }) => place.node?.name === 'payments' && metric === 'typical');
    expect(change?.state).toBe('inconclusive');
    expect(change?.detectable).toBeGreaterThan(0.25);
    expect(change?.needs).toBeGreaterThan(1);
  });

  test('never claims to have caught what its tolerance or the floor lets pass', () => {
    const tolerances = { typical: 0.05, p95: 0.1, faults: 0.005, floorMs: 30 };
    const constant = pairs(
      200,
      () => ({ responseMs: 100.5 }),
      () => ({ responseMs: 100.5 }),
    );
    const detectable = (overrides: object) =>
      Object.fromEntries(changesOf(constant, overrides).map((change) => [change.metric, change.detectable]));
    expect(detectable({})).toMatchObject({ typical: expect.closeTo(0.05, 2), p95: expect.closeTo(0.1, 2) });
    expect(detectable({ tolerances })).toMatchObject({ typical: expect.closeTo(0.3, 2) });
  });

  test('that would be caught with 80 % probability is caught in about that share of runs', () => {
    const place = ({ place: { node }, metric }: { place: { node: { name: string } | null }; metric: string }) =>
      node?.name === 'payments' && metric === 'typical';
    const ratio = 1 + changesOf(simulatedPairs({ requests: 150 })).find(place)!.detectable!;
    const caught = Array.from({ length: 40 }, (_, seed) =>
      changesOf(simulatedPairs({ seed, requests: 150, slower: { node: 'payments', ratio } })).find(place),
    ).filter((change) => change?.state === 'regressed');
    expect(caught.length).toBeGreaterThanOrEqual(25);
    expect(caught.length).toBeLessThanOrEqual(38);
  });
});

describe('faults', () => {
  const failing = (baseline: number, candidate: number) =>
    pairs(
      300,
      (pair) => ({ fault: pair < baseline }),
      (pair) => ({ fault: pair >= 300 - candidate }),
    );
  const faultsOf = (profiles: BothSides<Profile>, overrides: object = {}) =>
    changesOf(profiles, overrides).find(({ metric }) => metric === 'faults')!;

  test('of 18 requests in 300 on the candidate alone are regressed', () => {
    expect(faultsOf(failing(0, 18))).toMatchObject({ state: 'regressed', baseline: 0, candidate: 0.06, ratio: null });
  });

  test('of 3 requests in 300 prove nothing, and could not', () => {
    expect(faultsOf(failing(0, 3))).toMatchObject({ state: 'unchanged', testable: false });
  });

  test('of the same requests on both sides are unchanged, however many', () => {
    const same = pairs(
      300,
      (pair) => ({ fault: pair < 60 }),
      (pair) => ({ fault: pair < 60 }),
    );
    expect(faultsOf(same)).toMatchObject({ p: 1, testable: true });
  });

  test('within the tolerance are not regressed, however sure', () => {
    const tolerances = { typical: 0.05, p95: 0.1, faults: 0.07, floorMs: 2 };
    expect(faultsOf(failing(0, 18), { tolerances }).state).toBe('inconclusive');
  });

  test('are detectable from (c + 0.42)² on where the baseline has none', () => {
    const { detectable } = faultsOf(failing(0, 0));
    const caught = Math.ceil(300 * detectable!);
    expect(faultsOf(failing(0, caught)).state).toBe('regressed');
    expect(caught).toBeLessThan(18);
    expect(faultsOf(failing(1, 0)).detectable).toBeNull();
  });
});

describe('calls per request', () => {
  const calling = (calls: (pair: number) => number): Profile =>
    aProfile({
      nodes: [aNode('api'), aNode('table')],
      requests: Array.from({ length: 50 }, (_, order) =>
        aRequest({ order, calls: Array.from({ length: calls(order) }, () => aCall({ durationMs: 0.5 })) }),
      ),
    });
  const callsOf = (baseline: (pair: number) => number, candidate: (pair: number) => number) =>
    changesOf({ baseline: calling(baseline), candidate: calling(candidate) }).find(({ metric }) => metric === 'calls');

  test('that went from one to two in 50 pairs are regressed', () => {
    expect(
      callsOf(
        () => 1,
        () => 2,
      ),
    ).toMatchObject({ state: 'regressed', ratio: 2, interval: [1, 1], tolerance: 0.1 });
  });

  test('that went from two to one are improved', () => {
    expect(
      callsOf(
        () => 2,
        () => 1,
      ),
    ).toMatchObject({ state: 'improved', interval: [-1, -1] });
  });

  test('that vary alike within each pair are unchanged', () => {
    const varying = (pair: number) => 1 + (pair % 7);
    expect(callsOf(varying, varying)).toMatchObject({ state: 'unchanged', interval: [0, 0], p: 1 });
  });

  test('have the standard error of the differences within pairs', () => {
    const varying = (pair: number) => 10 + 20 * (pair % 2);
    const change = callsOf(varying, (pair) => varying(pair) + (pair % 4 < 2 ? 1 : 0));
    const half = (1.6448536 * Math.sqrt((50 / 49) * 0.52 * 0.48)) / Math.sqrt(50);
    expect(change?.interval).toEqual([expect.closeTo(0.52 - half, 6), expect.closeTo(0.52 + half, 6)]);
  });
});

describe('a comparison', () => {
  test('of pairs uses the narrow margin, of two runs the wide one', () => {
    expect(compareProfiles(simulatedPairs({ requests: 40 }), someSettings())).toMatchObject({
      design: 'pairs',
      units: 40,
      nullMargin: 0.03,
    });
    expect(compareProfiles(simulatedRuns({ requests: 80 }), someSettings())).toMatchObject({
      design: 'sequential',
      units: 16,
      nullMargin: 0.15,
    });
  });

  test('lists the regressed first, and of those the surest', () => {
    const effect = { slower: { node: 'payments', ratio: 2 }, orderLineCalls: 6 };
    const { changes } = compareProfiles(simulatedPairs({ ...effect }), someSettings());
    const ranks = ['regressed', 'inconclusive', 'improved', 'unchanged'];
    const order = changes.map(({ state, p }) => ranks.indexOf(state) + p / 2);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(changes[0]).toMatchObject({ state: 'regressed' });
  });

  test('pairs what belongs together: the same requests in another pairing are less sure', () => {
    const body = (pair: number) => 100 * 1.05 ** ((pair * 37) % 61);
    const candidate = (pair: number, of: number): Partial<RequestProfile> => ({
      responseMs: body(of) * 1.1 + pair / 1e3,
    });
    const paired = pairs(
      120,
      (pair) => ({ responseMs: body(pair) }),
      (pair) => candidate(pair, pair),
    );
    const mixed = pairs(
      120,
      (pair) => ({ responseMs: body(pair) }),
      (pair) => candidate(pair, (pair * 7 + 31) % 120),
    );
    const typical = (profiles: BothSides<Profile>) => changesOf(profiles).find(({ metric }) => metric === 'typical')!;
    expect(typical(paired)).toMatchObject({ state: 'regressed', place: { operation: OPERATION } });
    expect(typical(mixed).state).not.toBe('regressed');
  });
});
