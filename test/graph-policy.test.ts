import { describe, expect, test } from 'vitest';
import { graphPolicy } from '../src/graph-policy.js';
import { readInputs } from '../src/inputs.js';
import { reportOn, runGate } from '../src/main.js';
import { readRun, writeRun } from '../src/saved-run.js';
import { BLUE, GREEN, simulatedWorld } from './support/simulated-world.js';

const INPUTS: Readonly<Record<string, string>> = {
  url: GREEN,
  version: 'v2',
  'baseline-url': BLUE,
  baseline: 'v1',
  requests: '1 GET /orders',
  duration: '40s',
  'warm-up': '2s',
  pairs: '60',
  'ready-timeout': '0s',
  seed: '7',
};

type Calls = (number: number) => readonly string[];

async function gate(v1: Calls, v2: Calls, gateFile: string | null = null) {
  const { world, clock, steps } = simulatedWorld({ v1: { calls: v1 }, v2: { calls: v2 } });
  const files = { ...world.files, readText: async () => gateFile };
  const settings = readInputs((name) => INPUTS[name]);
  const { report, saved } = await clock.run(runGate(settings, { ...world, files }));
  if (report.compared === null || saved === null) throw new Error('nothing was compared');
  return { report, compared: report.compared, saved, steps };
}

const always =
  (...hosts: readonly string[]) =>
  () =>
    hosts;

describe('a gate file', () => {
  const DENY = `edges:
  deny:
    - { from: "*", to: "legacy-*", reason: being switched off, until: 2099-12-31 }
`;

  test('that denies an edge of both versions fails the job, and so does its run when it is read again', async () => {
    const { report, saved } = await gate(always('legacy-db'), always('legacy-db'), DENY);
    expect(report.verdict).toBe('regressed');
    expect(report.compared?.findings).toMatchObject([
      { metric: 'denied edge', place: { edge: { to: 'legacy-db' } }, cause: 'being switched off' },
    ]);
    const read = readRun(JSON.parse(writeRun(saved)), 'run.json');
    expect(reportOn(read, report.run)).toEqual(report);
  });

  test('that denies an edge fails a job without a baseline, too', async () => {
    const { world, clock } = simulatedWorld({ v2: { calls: always('legacy-db') } });
    const alone = readInputs((name) => (name.startsWith('baseline') ? '' : INPUTS[name]));
    const told = async (gateFile: string | null) => {
      const files = { ...world.files, readText: async () => gateFile };
      return (await clock.run(runGate(alone, { ...world, files }))).report;
    };
    expect(await told(DENY)).toMatchObject({ verdict: 'regressed', denied: [{ to: { name: 'legacy-db' } }] });
    expect(await told(null)).toMatchObject({ verdict: 'no-baseline', denied: [] });
  });

  test('whose rule is over lets it pass, and says so', async () => {
    const { report } = await gate(always('legacy-db'), always('legacy-db'), DENY.replace('2099', '2020'));
    expect(report.verdict).toBe('passed');
    expect(report.compared?.graph.expired).toMatchObject([{ until: '2020-12-31', place: 'edges.deny[0], line 3' }]);
  });

  test('that allows a new edge saves the second stage', async () => {
    const allow = 'edges: { allow: [{ from: "*", to: flags, reason: wanted }] }\n';
    const { report, compared } = await gate(always(), always('flags'), allow);
    expect(report.verdict).toBe('passed');
    expect(compared.stages.map(({ kind }) => kind)).toEqual(['screen']);
    expect(compared.graph.allowed).toMatchObject([{ to: { name: 'flags' }, rule: { reason: 'wanted' } }]);
  });

  test('that is silent on it: a new edge is asked about again, and fails the job', async () => {
    const { report, compared } = await gate(always(), always('flags'));
    expect(report.verdict).toBe('regressed');
    expect(compared.stages.map(({ kind, suspected }) => [kind, suspected])).toEqual([
      ['screen', 1],
      ['confirm', 1],
    ]);
  });

  test('that says which names are the same sees nothing new', async () => {
    const names = 'names: [{ match: "cache-*", as: cache }]\n';
    const [before, now] = [always('cache-main'), always('cache-feature')];
    expect((await gate(before, now)).report.verdict).toBe('regressed');
    const { report, compared, saved } = await gate(before, now, names);
    expect(report.verdict).toBe('passed');
    expect(compared.edgeDifferences).toEqual([]);
    expect(saved.evidence.confirmation.kind).toBe('not needed');
    expect(compared.graph.names.same).toMatchObject([{ shownAs: { name: 'cache-feature' }, parts: ['your rule'] }]);
    expect(saved.evidence.screen.profiles.baseline.nodes.map(({ name }) => name)).toContain('cache-main');
  });
});

test('pods that come and go between the stages are one node in both', async () => {
  const letters = 'bcdfghjklmnpqrstvwxz';
  let asked = 0;
  // A pod of another name every 40 requests.
  const pods: Calls = () => [`orders-7d9f8b6c5-x2x4${letters[Math.floor(asked++ / 40) % letters.length]}`, 'flags'];
  const { report, compared } = await gate(always('orders-6c5d4b7f8-z9z8x'), pods);
  expect(compared.findings.map(({ place }) => place.edge?.to)).toEqual(['flags']);
  expect(report.verdict).toBe('regressed');
  expect(compared.graph.names.same).toMatchObject([{ shownAs: { name: 'orders-*' }, parts: ['pod suffix'] }]);
});

test('the day of a policy is that of its instant, by UTC', () => {
  const none = { edges: [], names: [] };
  expect(graphPolicy(none, Date.UTC(2026, 10, 21, 23, 59)).day).toBe('2026-11-21');
  expect(graphPolicy(none, Date.UTC(2026, 10, 22)).day).toBe('2026-11-22');
});
