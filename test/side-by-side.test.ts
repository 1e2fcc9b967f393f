import { describe, expect, test } from 'vitest';
import { spentBy } from '../src/compare/spending.js';
import { GateError } from '../src/errors.js';
import type { InputName } from '../src/input-list.js';
import { readInputs, type Settings } from '../src/inputs.js';
import { reportOn, runGate } from '../src/main.js';
import { howManyPairs } from '../src/run/how-many.js';
import { readRun, writeRun } from '../src/saved-run.js';
import type { Scenario } from '../src/scenario/workload.js';
import { anExchange, aSlot, aStep } from './support/exchange-builder.js';
import { type Behaviour, BLUE, GREEN, simulatedWorld } from './support/simulated-world.js';

const INPUTS: Partial<Record<InputName, string>> = {
  url: GREEN,
  version: 'v2',
  'baseline-url': BLUE,
  baseline: 'v1',
  requests: '1 GET /orders',
  rate: '5',
  duration: '40s',
  'warm-up': '2s',
  pairs: '200',
  'ready-timeout': '0s',
  seed: '7',
};
const PAIRS = 200;
const PAIRS_WITH_WARM_UP = PAIRS + 10;
/** Warm-up, pairs and collection of the first stage; the second begins later. */
const FIRST_STAGE_MS = 44_000;

function settingsOf(overrides: Partial<Record<InputName, string>> = {}): Settings {
  return readInputs((name) => ({ ...INPUTS, ...overrides })[name]);
}

async function gate(v2: Behaviour, overrides: Partial<Record<InputName, string>> = {}, v1: Behaviour = {}) {
  const simulated = simulatedWorld({ v1, v2 });
  const run = await simulated.clock.run(runGate(settingsOf(overrides), simulated.world));
  const { report } = run;
  const { compared } = report;
  if (compared === null || run.saved === null) throw new Error('nothing was compared');
  return { ...simulated, report, compared, saved: run.saved };
}

const slower = (ratio: number): Behaviour => ({ slowness: () => ratio });

describe('screen and confirm', () => {
  test('equal versions pass after one stage', async () => {
    const { report, compared, sent } = await gate({});
    expect(report.verdict).toBe('passed');
    expect(compared.stages).toMatchObject([{ kind: 'screen', alpha: 0.2, units: PAIRS, suspected: 0 }]);
    expect(sent('xray-gate')).toBe(2 * PAIRS_WITH_WARM_UP);
  });

  test('what is slower is slower again in fresh traffic; the report shows both stages, and the figures of the second', async () => {
    const { report, compared, sent, steps } = await gate(slower(1.3), { 'early-stop': 'never' });
    expect(report.verdict).toBe('regressed');
    expect(compared.stages).toMatchObject([
      { kind: 'screen', units: PAIRS, suspected: 4 },
      { kind: 'confirm', alpha: 0.04, units: PAIRS, share: 1, suspected: 4 },
    ]);
    expect(sent('xray-gate')).toBe(4 * PAIRS_WITH_WARM_UP);
    expect(steps.join('\n')).toContain(
      '4 measurements look worse. Sending 200 fresh pairs to see whether they do again.',
    );
    for (const finding of compared.findings) {
      expect(finding.ratio).toBeCloseTo(1.3, 0);
      expect(finding.first?.ratio).not.toBe(finding.ratio);
      expect(finding.p).toBeLessThanOrEqual(0.01);
    }
  });

  test('the second stage tosses its coins anew', async () => {
    const { transport } = await gate(slower(1.3), { 'early-stop': 'never' });
    const first = transport.departures.map(({ request }) => request.url.host);
    const stage = (from: number) => first.slice(from, from + 2 * PAIRS_WITH_WARM_UP).join();
    expect(stage(2 * PAIRS_WITH_WARM_UP)).not.toBe(stage(0));
  });

  test('what looked worse at first and not again is not worse', async () => {
    const onlyAtFirst: Behaviour = { slowness: (elapsedMs) => (elapsedMs < FIRST_STAGE_MS ? 1.3 : 1) };
    const { report, compared } = await gate(onlyAtFirst);
    expect(report.verdict).toBe('passed');
    expect(compared.stages.map(({ suspected }) => suspected)).toEqual([4, 0]);
    const typical = compared.others.find(({ metric }) => metric === 'typical');
    expect(typical?.ratio).toBeCloseTo(1, 1);
    expect(typical?.first?.ratio).toBeCloseTo(1.3, 1);
  });

  test('what gets worse only later is not found: nothing is asked again that was not suspected', async () => {
    const onlyLater: Behaviour = { slowness: (elapsedMs) => (elapsedMs < FIRST_STAGE_MS ? 1 : 1.3) };
    const { report, compared } = await gate(onlyLater);
    expect(report.verdict).toBe('passed');
    expect(compared.stages).toHaveLength(1);
  });

  test('without confirmation one stage decides at the whole chance of a false alarm', async () => {
    const { report, compared, sent } = await gate(slower(1.3), { confirm: 'no' });
    expect(report.verdict).toBe('regressed');
    expect(compared.stages).toMatchObject([{ kind: 'only', alpha: 0.01, units: PAIRS, suspected: 4 }]);
    expect(compared.findings.every(({ first }) => first === null)).toBe(true);
    expect(sent('xray-gate')).toBe(2 * PAIRS_WITH_WARM_UP);
  });
});

describe('a second stage that goes wrong', () => {
  const afterFirst = (elapsedMs: number) => elapsedMs > FIRST_STAGE_MS;
  const slowAtFirst = (elapsedMs: number) => (afterFirst(elapsedMs) ? 1 : 1.5);

  test('refutes nothing where every request of the candidate fails', async () => {
    const { report, compared } = await gate({
      slowness: slowAtFirst,
      fails: (_, __, elapsedMs) => afterFirst(elapsedMs),
    });
    expect(report.verdict).toBe('inconclusive');
    expect(compared.reasons[0]).toContain(
      "In the second stage 100 % of the candidate's requests and 0 % of the baseline's",
    );
  });

  test('refutes nothing where the deployment was switched meanwhile', async () => {
    const switched = { version: (elapsedMs: number) => (afterFirst(elapsedMs) ? 'v2' : 'v1') };
    const { report, compared } = await gate(slower(1.5), { baseline: '' }, switched);
    expect(report.verdict).toBe('inconclusive');
    expect(compared.reasons[0]).toContain('0 of 200 baseline requests of the second stage');
  });

  test('does not lose what the first saw where nothing answers any more', async () => {
    const gone = { gone: afterFirst };
    const { report, compared } = await gate({ ...slower(1.8), ...gone });
    expect(report.verdict).toBe('regressed');
    expect(compared.stages).toMatchObject([{ kind: 'only', alpha: 0.01 }]);
    const rather = await gate({ slowness: (elapsedMs) => (elapsedMs < 9000 ? 1.35 : 1.02), ...gone });
    expect(rather.report.verdict).not.toBe('passed');
  });
});

describe('an early end', () => {
  test('of the second stage comes as soon as all suspicions are confirmed', async () => {
    const { report, compared, sent } = await gate(slower(1.8));
    expect(report.verdict).toBe('regressed');
    expect(compared.stages).toMatchObject([
      { kind: 'screen', share: 1 },
      { kind: 'confirm', units: PAIRS / 2, share: 0.5, suspected: 4 },
    ]);
    expect(sent('xray-gate')).toBeLessThan(3.6 * PAIRS_WITH_WARM_UP);
    expect(compared.findings.map(({ samples }) => samples.candidate)).toEqual([100, 100, 100, 100]);
  });

  test('of the first stage comes, where asked for, as soon as anything looks surely worse', async () => {
    const { report, compared, sent } = await gate(slower(1.8), { 'early-stop': 'first' });
    expect(report.verdict).toBe('regressed');
    expect(compared.stages).toMatchObject([{ kind: 'screen', units: PAIRS / 4, share: 0.25 }, { kind: 'confirm' }]);
    expect(sent('xray-gate')).toBeLessThan(2.2 * PAIRS_WITH_WARM_UP);
  });

  test('of the first stage that the second refutes leaves the verdict open', async () => {
    const onlyAtFirst: Behaviour = { slowness: (elapsedMs) => (elapsedMs < 13_000 ? 1.8 : 1) };
    const { report, compared } = await gate(onlyAtFirst, { 'early-stop': 'first' });
    expect(report.verdict).toBe('inconclusive');
    expect(compared.reasons[0]).toContain('The first stage ended after 25.0 % of its pairs');
  });

  test('never passes a build: equal versions are driven to the end', async () => {
    const { report, sent } = await gate({}, { 'early-stop': 'first' });
    expect(report.verdict).toBe('passed');
    expect(sent('xray-gate')).toBe(2 * PAIRS_WITH_WARM_UP);
  });
});

describe('a replay', () => {
  const requests = '49 GET /orders\n1 GET /odd';
  const failsAlways: Behaviour = { fails: (path) => path === '/odd' };

  test('tells a request that always fails from bad luck, though it failed only a few times', async () => {
    const { report, compared, sent, steps } = await gate(failsAlways, { requests });
    expect(report.verdict).toBe('regressed');
    expect(compared.findings).toMatchObject([
      { metric: 'replay', place: { operation: 'GET /odd', node: 'api' }, baseline: 0, candidate: 1, cause: 'HTTP 500' },
    ]);
    expect(sent('xray-gate-replay')).toBe(2 + 16);
    expect(steps).toContainEqual("One kind of failure is the candidate's alone. Sending such a request again.");
  });

  test('finds nothing in failures that came by chance', async () => {
    const now = (_: string, number: number) => number % 60 === 59;
    const { report, sent } = await gate({ fails: now });
    expect(report.verdict).toBe('passed');
    expect(sent('xray-gate-replay')).toBe(2);
  });

  test('of a later step of a flow runs the flow again, with the values that it had', async () => {
    const file = `
variables: { sku: { from: 1, to: 40 } }
scenarios:
  - steps:
      - request: GET /orders
      - request: GET /skus/{{sku}}`;
    const { clock, world, transport } = simulatedWorld({ v2: { fails: (path) => path === '/skus/17' } });
    const { report } = await clock.run(
      runGate(settingsOf({ requests: '', scenarios: 'shop.yml' }), {
        ...world,
        files: { ...world.files, readText: async (path) => (path === 'shop.yml' ? file : null) },
      }),
    );
    const replayed = transport.departures
      .map(({ request }) => request)
      .filter(({ headers }) => headers['user-agent']?.startsWith('xray-gate-replay/'));
    expect([...new Set(replayed.map(({ url }) => url.pathname))]).toEqual(['/orders', '/skus/17']);
    expect(replayed).toHaveLength(2 * (2 + 16));
    expect(report.compared?.findings).toMatchObject([
      { metric: 'replay', place: { operation: 'GET /skus/{sku}' }, baseline: 0, candidate: 1 },
    ]);
  });

  test('that cannot be authorized loses nothing that both stages saw', async () => {
    const { clock, world, steps, sent } = simulatedWorld({ v2: { ...slower(1.3), ...failsAlways } });
    const file = `
auth: { oauth: { token-url: https://auth.example.com/token, client-id: gate, client-secret: s3cret } }
scenarios:
  - { weight: 49, request: GET /orders }
  - request: GET /odd`;
    const tokenServerDown = new GateError('https://auth.example.com/token gives no token: 503.', 'Try again.');
    const settings = settingsOf({ requests: '', scenarios: 'shop.yml', 'early-stop': 'never' });
    const { report } = await clock.run(
      runGate(settings, {
        ...world,
        files: { ...world.files, readText: async (path) => (path === 'shop.yml' ? file : null) },
        authorize: async (_, request) => {
          if (request.headers['user-agent']?.startsWith('xray-gate-replay/')) throw tokenServerDown;
          return request;
        },
      }),
    );
    expect(steps).toContainEqual(
      'The failures could not be sent again: https://auth.example.com/token gives no token: 503. Try again.',
    );
    expect(sent('xray-gate-replay')).toBe(0);
    expect(report.verdict).toBe('regressed');
    expect(report.compared?.stages).toMatchObject([
      { kind: 'screen', units: PAIRS },
      { kind: 'confirm', units: PAIRS },
    ]);
    expect(report.compared?.findings.map(({ metric }) => metric)).not.toContain('replay');
  });

  test('is not made where the baseline fails as well', async () => {
    const { sent } = await gate(failsAlways, { requests }, failsAlways);
    expect(sent('xray-gate-replay')).toBe(0);
  });
});

describe('how many pairs are driven', () => {
  const auto = { pairs: 'auto', 'warm-up': '5s' };

  test('is what the resolution takes by the scatter of the warm-up, and is said before they are', async () => {
    const { compared, steps } = await gate({}, { ...auto, duration: '300s' });
    // Two times scatter by 20 % each: their ratio by 28 %.
    expect(compared.units).toBeGreaterThan(90);
    expect(compared.units).toBeLessThan(200);
    expect(steps.join('\n')).toMatch(
      new RegExp(
        `Sending ${compared.units} pairs to .*: enough to find \\+25 % at p95 of GET /orders\\. ${2 * compared.units} requests in \\d+ s`,
      ),
    );
  });

  test('is no more than fit into the duration, and what is sought then is said to take longer', async () => {
    const { compared, steps } = await gate({}, { ...auto, duration: '10s' });
    expect(compared.units).toBe(50);
    expect(steps.join('\n')).toMatch(
      /all that fit into "duration"; to find \+25 % at p95 of GET \/orders would take about \d+ \(\d+ s\)/,
    );
  });

  test('counts runs of a scenario, however often each of them asks', () => {
    const steps = Array.from({ length: 30 }, () => aStep({ path: '/item' }));
    const workload = { scenarios: [{ name: 'browse', weight: 1, steps }], variables: new Map() };
    const run = { id: '1', seed: 1, startedAtMs: 0, workload, secrets: [] };
    const warmUp = Array.from({ length: 20 }, (_, number) =>
      (['baseline', 'candidate'] as const).map((side) =>
        anExchange(number, { slot: aSlot({ number, order: 30 * number, scenario: workload.scenarios[0]! }), side }),
      ),
    ).flat();
    const { slots } = howManyPairs(settingsOf({ pairs: 'auto', duration: '600s' }), 0.03, run, warmUp);
    expect(slots).toBeGreaterThan(80);
  });

  test('is more where an operation is asked for in a part of the runs only', () => {
    const rare = { name: 'rare', weight: 1, steps: [aStep({ path: '/rare' })] };
    const often = { name: 'often', weight: 3, steps: [aStep({ path: '/often' })] };
    const slotsOf = (scenarios: readonly Scenario[]) => {
      const run = { id: '1', seed: 1, startedAtMs: 0, workload: { scenarios, variables: new Map() }, secrets: [] };
      const warmUp = Array.from({ length: 20 }, (_, number) =>
        (['baseline', 'candidate'] as const).map((side) =>
          anExchange(number, { slot: aSlot({ number, scenario: often }), side }),
        ),
      ).flat();
      return howManyPairs(settingsOf({ pairs: 'auto', duration: '600s' }), 0.03, run, warmUp).slots;
    };
    expect(slotsOf([rare, often])).toBe(4 * slotsOf([often]));
  });

  test('is all that fit where there is no warm-up to tell', async () => {
    const { compared, steps } = await gate({}, { ...auto, 'warm-up': '0s', duration: '20s' });
    expect(compared.units).toBe(100);
    expect(steps.join('\n')).toContain('the warm-up was too short to tell');
  });
});

describe('the looks of a stage', () => {
  test('hand on what they spent, in the saved run too', async () => {
    const { saved } = await gate(slower(1.3));
    const { confirmation } = saved.evidence;
    if (confirmation.kind !== 'measured') throw new Error('there was no second stage');
    const { share, earlier } = confirmation.stage;
    expect(earlier.share).toBe(share === 1 ? 0.75 : share - 0.25);
    expect(earlier.share).toBeGreaterThan(0);
    const deals = Math.floor(0.9 * spentBy(0.04, earlier.share) * 10_000);
    expect(earlier.crossed.length).toBe(Math.max(0, deals - 1));
  });

  test('leave all that was sent to decide where it was all sent meanwhile', async () => {
    const { compared } = await gate(slower(1.8), { pairs: '160', rate: '80' });
    expect(compared.stages).toMatchObject([
      { share: 1, units: 160 },
      { kind: 'confirm', share: 1, units: 160 },
    ]);
  });
});

describe('a saved run', () => {
  test.each([
    ['passed', {}],
    ['regressed', slower(1.3)],
  ] as const)('gives the same report again: %s', async (verdict, v2) => {
    const { report, saved } = await gate(v2);
    expect(report.verdict).toBe(verdict);
    const again = reportOn(readRun(JSON.parse(writeRun(saved)), 'run.json'), report.run);
    expect(again).toEqual(report);
  });
});
