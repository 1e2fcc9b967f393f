import { describe, expect, test } from 'vitest';
import { whereTimeWent } from '../../src/compare/where-time-went.js';
import { aNode, aProfile, aRequest, OPERATION, simulatedPairs } from '../support/simulated-run.js';

const NODES = ['api', 'orders'].map(aNode);

describe('where the time went', () => {
  test.each(['log-normal', 'whole milliseconds'] as const)('adds up to the mean response time: %s', (scatter) => {
    const profiles = simulatedPairs({ requests: 80, scatter, slower: { node: 'bank', ratio: 2 } });
    const time = whereTimeWent(profiles, OPERATION);
    for (const side of ['baseline', 'candidate'] as const) {
      const responses = profiles[side].requests.map(({ responseMs }) => responseMs ?? 0);
      const mean = responses.reduce((sum, ms) => sum + ms, 0) / responses.length;
      expect(time?.parts.reduce((sum, part) => sum + part.meanMs[side], 0)).toBeCloseTo(mean, 8);
      expect(time?.meanMs[side]).toBeCloseTo(mean, 8);
    }
  });

  test('names the largest change first', () => {
    const profiles = simulatedPairs({ requests: 80, slower: { node: 'bank', ratio: 2 } });
    expect(whereTimeWent(profiles, OPERATION)?.parts[0]).toMatchObject({ node: { name: 'bank' }, step: 'call' });
  });

  test('counts a step that one side alone has as 0 ms on the other', () => {
    const step = (name: string) =>
      aProfile({
        nodes: NODES,
        steps: [{ parent: null, node: 1, name }],
        requests: [aRequest({ steps: [{ step: 0, count: 1, pathMs: 30 }] })],
      });
    const time = whereTimeWent({ baseline: step('GetItem'), candidate: step('Scan') }, OPERATION);
    expect(time?.parts.map(({ step, meanMs }) => [step, meanMs])).toEqual([
      ['GetItem', { baseline: 30, candidate: 0 }],
      ['Scan', { baseline: 0, candidate: 30 }],
    ]);
  });

  test('leaves out cold starts and requests without a whole trace', () => {
    const path = (pathMs: number) => ({ steps: [{ step: 0, count: 1, pathMs }] });
    const requests = [
      aRequest({ order: 0, ...path(10) }),
      aRequest({ order: 1, ...path(9000), cold: true }),
      aRequest({ order: 2, ...path(700), traced: false }),
    ];
    const profile = aProfile({ nodes: NODES, steps: [{ parent: null, node: 0, name: '' }], requests });
    expect(whereTimeWent({ baseline: profile, candidate: profile }, OPERATION)?.meanMs).toEqual({
      baseline: 10,
      candidate: 10,
    });
  });

  test('is null where a side has no whole trace of the operation', () => {
    const some = aProfile({ nodes: NODES, requests: [aRequest()] });
    expect(whereTimeWent({ baseline: aProfile(), candidate: some }, OPERATION)).toBeNull();
    expect(whereTimeWent({ baseline: some, candidate: some }, 'GET /other')).toBeNull();
  });
});
