import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/compare/change.js';
import { operationFigures } from '../../src/report/operation-figures.js';
import type { Profile, RequestProfile } from '../../src/trace/profile.js';

function request(overrides: Partial<RequestProfile>): RequestProfile {
  return {
    traceId: '',
    run: null,
    order: 0,
    slot: 0,
    startMs: 0,
    operation: 'GET /',
    responseMs: 100,
    fault: false,
    error: false,
    throttle: false,
    cold: false,
    initMs: 0,
    traced: true,
    work: [],
    calls: [],
    steps: [],
    exceptions: [],
    failure: null,
    ...overrides,
  };
}

function profile(requests: readonly Partial<RequestProfile>[]): Profile {
  const coverage = { sent: 0, answered: 0, traced: 0, complete: 0, otherVersion: 0, operations: [] };
  return {
    version: 'v',
    run: null,
    coverage,
    nodes: [],
    nodeVersions: [],
    steps: [],
    exceptions: [],
    requests: requests.map(request),
  };
}

function times<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

describe('the figures of an operation', () => {
  it('are its requests, the share that was traced, the share that faulted, and p95 without cold starts', () => {
    const requests = [
      ...times(80, () => ({})),
      ...times(10, () => ({ traced: false, fault: true, responseMs: null })),
      ...times(10, () => ({ cold: true, responseMs: 5000 })),
    ];
    const [figures] = operationFigures({ candidate: profile(requests) }, []);
    expect(figures).toMatchObject({ operation: 'GET /', side: 'candidate', requests: 100, coverage: 0.9, faults: 0.1 });
    expect(figures?.p95Ms).toBeCloseTo(100, 6);
  });

  it('have a p95 near the 95th of a hundred times', () => {
    const [figures] = operationFigures({ candidate: profile(times(100, (i) => ({ responseMs: i + 1 }))) }, []);
    expect(figures?.p95Ms).toBeGreaterThan(93);
    expect(figures?.p95Ms).toBeLessThan(97);
  });

  it('have no p95 of fewer than 20 times', () => {
    const p95Of = (count: number) => operationFigures({ candidate: profile(times(count, () => ({}))) }, [])[0]?.p95Ms;
    expect(p95Of(19)).toBeNull();
    expect(p95Of(20)).toBeCloseTo(100, 6);
  });

  it('are those that the report prints where it judged them, and not those of a node', () => {
    const both = { baseline: profile(times(30, () => ({}))), candidate: profile(times(30, () => ({}))) };
    const place = { operation: 'GET /', node: null, edge: null };
    const node = { name: 'a', type: '', account: '' };
    const change = (of: Partial<Change>) => ({ metric: 'p95', place, baseline: 0, candidate: 0, ...of }) as Change;
    const figures = operationFigures(both, [
      change({ baseline: 101, candidate: 150 }),
      change({ metric: 'faults', baseline: 0.1, candidate: 0.2 }),
      change({ place: { ...place, node }, baseline: 1, candidate: 2 }),
    ]);
    expect(figures.map(({ side, p95Ms, faults }) => [side, p95Ms, faults])).toEqual([
      ['baseline', 101, 0.1],
      ['candidate', 150, 0.2],
    ]);
  });
});
