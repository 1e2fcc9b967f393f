import { describe, expect, test } from 'vitest';
import { GateError } from '../../src/errors.js';
import type { InputName } from '../../src/input-list.js';
import { readInputs } from '../../src/inputs.js';
import type { Insight } from '../../src/report/insight.js';
import { findGroup, insightsMeanwhile } from '../../src/run/group.js';
import type { GroupSource } from '../../src/run/group-source.js';
import type { SearchWindow } from '../../src/run/search-window.js';
import { simulatedWorld } from '../support/simulated-world.js';

const ARN = 'arn:aws:xray:eu-west-1:111122223333:group/checkout/ABC';
const CHECKOUT = { name: 'checkout', arn: ARN, insightsEnabled: true };
const DENIED = new GateError('X-Ray denied access: no.', 'Give the job\'s role permission for xray:GetGroups on "*".');

function settingsOf(given: Partial<Record<InputName, string>>) {
  return readInputs((name) => ({ url: 'https://green', version: 'v2', ...given })[name as 'url']);
}

function asking(groups: Partial<GroupSource>) {
  const { world, clock, steps } = simulatedWorld({});
  const source: GroupSource = { all: async () => [CHECKOUT], insights: async () => [], ...groups };
  return { world: { ...world, groups: source }, clock, steps };
}

describe('the group of the input', () => {
  test.each(['checkout', ARN])('is found as %s', async (group) => {
    const { world, steps } = asking({});
    expect(await findGroup({ group }, world)).toEqual(CHECKOUT);
    expect(steps).toEqual([]);
  });

  test('is not asked for where none is given', async () => {
    const { world } = asking({ all: () => Promise.reject(new Error('asked')) });
    expect(await findGroup({ group: null }, world)).toBeNull();
  });

  test('that X-Ray does not have is an error, with those that it has', async () => {
    const { world } = asking({});
    await expect(findGroup({ group: 'Checkout' }, world)).rejects.toMatchObject({
      message: 'X-Ray has no group "Checkout". It has "checkout".',
    });
  });

  test('is taken as given where the role may not ask, which is one sentence in the log', async () => {
    const { world, steps } = asking({ all: () => Promise.reject(DENIED) });
    expect(await findGroup({ group: 'checkout' }, world)).toBeNull();
    expect(steps).toEqual([
      'Whether X-Ray has the group "checkout" is not known. X-Ray denied access: no. Give the job\'s role permission for xray:GetGroups on "*".',
    ]);
  });
});

describe('insights meanwhile', () => {
  const AN_INSIGHT: Insight = {
    id: 'a',
    isActive: true,
    sinceMs: 0,
    untilMs: null,
    summary: '',
    rootCause: null,
    anomalous: [],
  };
  const HOUR_MS = 3_600_000;

  async function told(given: Partial<Record<InputName, string>>, answer: GroupSource['insights']) {
    const { world, clock, steps } = asking({ insights: answer });
    const startedAtMs = clock.nowMs() - HOUR_MS;
    const run = { id: 'r', seed: 1, startedAtMs, workload: { scenarios: [], variables: new Map() }, secrets: [] };
    const insights = await insightsMeanwhile(settingsOf(given), CHECKOUT, run, world);
    return { insights, startedAtMs, nowMs: clock.nowMs(), steps };
  }

  test('are those since the run began', async () => {
    const { insights, startedAtMs, nowMs } = await told({ group: 'checkout' }, async () => [AN_INSIGHT]);
    expect(insights).toEqual({
      group: 'checkout',
      enabled: true,
      sinceMs: startedAtMs,
      untilMs: nowMs,
      insights: [AN_INSIGHT],
    });
  });

  test('are those of the time that is searched, where both versions are looked up', async () => {
    let asked: SearchWindow | null = null;
    const given = { group: ARN, mode: 'compare', baseline: 'v1', since: '5h', until: '2h' };
    const { startedAtMs } = await told(given, async (_, window) => {
      asked = window;
      return [];
    });
    expect(asked).toEqual({ sinceMs: startedAtMs - 5 * HOUR_MS, untilMs: startedAtMs - 2 * HOUR_MS });
  });

  test('are those since the script was written, where another engine drove', async () => {
    const given = { group: 'checkout', traffic: 'external', 'external-run': '6b006c36a1b2c3d4' };
    const { insights } = await told(given, async () => []);
    expect(insights?.sinceMs).toBe(0x6b006c36 * 1000 - 60_000);
  });

  test('are not asked for without a group', async () => {
    const { insights, steps } = await told({}, () => Promise.reject(new Error('asked')));
    expect([insights, steps]).toEqual([null, []]);
  });

  test('that cannot be had are one sentence in the log, not the failure of the run', async () => {
    const { insights, steps } = await told({ group: 'checkout' }, () => Promise.reject(DENIED));
    expect(insights).toBeNull();
    expect(steps).toEqual([expect.stringMatching(/^The report has no insights\. X-Ray denied access: .*permission/)]);
  });
});
