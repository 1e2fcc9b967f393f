import { describe, expect, test } from 'vitest';
import { joinHalves, mergeProfiles } from '../../src/trace/merged-profile.js';
import type { Profile } from '../../src/trace/profile.js';
import { aCall, aNode, aProfile, aRequest, aWork } from '../support/simulated-run.js';

const api = aNode('api');
const db = aNode('db');

function aSavedRun(run: string | null, startMs: number, overrides: Partial<Profile> = {}): Profile {
  const requests = [0, 1].map((order) =>
    aRequest({ order, run, traceId: `${run}-${order}`, startMs: startMs + order }),
  );
  return aProfile({ version: 'v1', run, requests, ...overrides });
}

describe('several profiles as one', () => {
  test('hold all requests in order of time, numbered anew, each with the run that sent it', () => {
    const merged = mergeProfiles([aSavedRun('b', 100), aSavedRun('a', 0)]);
    expect(merged.requests.map(({ run, order, startMs }) => [run, order, startMs])).toEqual([
      ['a', 0, 0],
      ['a', 1, 1],
      ['b', 2, 100],
      ['b', 3, 101],
    ]);
  });

  test('are no half of a run in pairs', () => {
    expect(mergeProfiles([aSavedRun('a', 0), aSavedRun('b', 9)]).run).toBeNull();
  });

  test('stand for a run each where nothing tells which run sent their requests', () => {
    const merged = mergeProfiles([aSavedRun(null, 0), aSavedRun(null, 9)]);
    expect(merged.requests.map(({ run }) => run)).toEqual(['profile 1', 'profile 1', 'profile 2', 'profile 2']);
  });

  test('count a request once that two of them hold', () => {
    expect(mergeProfiles([aSavedRun('a', 0), aSavedRun('a', 0)]).requests).toHaveLength(2);
  });

  test('add up how far the requests got', () => {
    const reached = { sent: 5, answered: 4, traced: 3, complete: 2, otherVersion: 1 };
    const ofRead = { ...reached, operations: [{ operation: 'GET /orders', ...reached }] };
    const unnamed = { ...reached, operations: [{ operation: null, ...reached }] };
    const coverages = [ofRead, unnamed, ofRead];
    const merged = mergeProfiles(coverages.map((coverage, n) => aSavedRun(`run ${n}`, 9 * n, { coverage })));
    expect(merged.coverage).toEqual({
      ...{ sent: 15, answered: 12, traced: 9, complete: 6, otherVersion: 3 },
      operations: [
        { operation: 'GET /orders', sent: 10, answered: 8, traced: 6, complete: 4, otherVersion: 2 },
        { operation: null, ...reached },
      ],
    });
  });

  test.each([
    ['kept where all name the same', 'v1', 'v1'],
    ['unknown where they differ', 'v2', null],
  ])('have a version that is %s', (_, version, expected) => {
    expect(mergeProfiles([aSavedRun('a', 0), aSavedRun('b', 9, { version })]).version).toBe(expected);
  });

  test('share one table of nodes, of steps and of exceptions, which their requests point into', () => {
    const requestOf = (node: number, callee: number) => [
      aRequest({
        run: `${node}`,
        work: [aWork({ node })],
        calls: [aCall({ from: node, to: callee })],
        steps: [{ step: 1, count: 1, pathMs: 1 }],
        exceptions: [0],
        failure: { node: callee, status: 500, exception: null },
      }),
    ];
    const failing = (node: number, called: number) => ({
      steps: [
        { parent: null, node, name: 'own code' },
        { parent: 0, node: called, name: 'GetItem' },
      ],
      exceptions: [{ step: 1, type: 'TimeoutError', message: `after ${node} ms` }],
    });
    const merged = mergeProfiles([
      aProfile({ nodes: [api, db], nodeVersions: ['v1', null], ...failing(0, 1), requests: requestOf(0, 1) }),
      aProfile({ nodes: [db, api], nodeVersions: [null, 'v2'], ...failing(1, 0), requests: requestOf(1, 0) }),
    ]);
    expect(merged.nodes).toEqual([api, db]);
    expect(merged.nodeVersions).toEqual([null, null]);
    expect(merged.steps).toEqual([
      { parent: null, node: 0, name: 'own code' },
      { parent: 0, node: 1, name: 'GetItem' },
    ]);
    expect(merged.exceptions).toEqual([{ step: 1, type: 'TimeoutError', message: 'after 0 ms' }]);
    for (const { work, calls, steps, exceptions, failure } of merged.requests) {
      expect([work[0]?.node, calls[0]?.from, calls[0]?.to, steps[0]?.step, exceptions[0], failure?.node]).toEqual([
        0, 0, 1, 1, 0, 1,
      ]);
    }
  });
});

test('one profile alone comes back as it is, so that pairs stay pairs', () => {
  const profile = aSavedRun('a', 0);
  expect(mergeProfiles([profile])).toBe(profile);
});

describe('halves of several runs in pairs', () => {
  test('are half of one run, in places that their partners have too', () => {
    const joined = joinHalves([aSavedRun('a', 0), aSavedRun('b', 9)], 'a+b', [0, 7]);
    expect(joined.run).toBe('a+b');
    expect(joined.requests.map(({ order, slot, run }) => [order, slot, run])).toEqual([
      [0, 0, 'a'],
      [1, 1, 'a'],
      [7, 7, 'b'],
      [8, 8, 'b'],
    ]);
  });
});
