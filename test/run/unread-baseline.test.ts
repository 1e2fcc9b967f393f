import { describe, expect, test } from 'vitest';
import { CredentialsExpired, type TraceSearch } from '../../src/collect/trace-source.js';
import { GateError } from '../../src/errors.js';
import type { InputName } from '../../src/input-list.js';
import { readInputs } from '../../src/inputs.js';
import { runGate } from '../../src/main.js';
import { conclude } from '../../src/publish.js';
import { reportHtml } from '../../src/report/html.js';
import { reportJson } from '../../src/report/json.js';
import { reportMarkdown } from '../../src/report/markdown.js';
import { reportText } from '../../src/report/text.js';
import { traceIdOf } from '../support/exchange-builder.js';
import { GREEN, simulatedWorld } from '../support/simulated-world.js';

const INPUTS: Partial<Record<InputName, string>> = {
  ...{
    url: GREEN,
    version: 'v2',
    baseline: 'v1',
    requests: '1 GET /orders',
    duration: '10s',
    'warm-up': '2s',
    seed: '7',
  },
  ...{ 'settle-timeout': '30s', 'on-no-baseline': 'warn', 'on-inconclusive': 'warn' },
};
const settings = readInputs((name) => INPUTS[name]);

const DENIED = new GateError('X-Ray denied access: no.', 'Give the role permission for xray:GetTraceSummaries.');
const EXPIRED = new CredentialsExpired('The AWS credentials have expired.', 'Ask for longer.');
const NOTHING = { traceIds: [], annotations: new Map(), scanned: 0, endedEarly: false };

/** Runs the gate against a version that is looked up, where a search answers so, by its number. */
async function gate(
  find: (search: TraceSearch, number: number) => readonly string[],
  isUnread = (_id: string) => false,
) {
  const { world, clock, transport } = simulatedWorld({});
  let searches = 0;
  const traces = {
    ...world.traces,
    find: async (search: TraceSearch) => ({ ...NOTHING, traceIds: find(search, searches++) }),
    fetch: async (ids: readonly string[]) =>
      ids.some(isUnread) ? { kind: 'busy' as const, reason: 'ThrottledException' } : world.traces.fetch(ids),
  };
  const result = await clock.run(runGate(settings, { ...world, traces }).catch((error: unknown) => error as GateError));
  return { result, sent: transport.departures.length };
}

test('a role that may not search is an error before a request leaves, where a baseline will be looked up', async () => {
  const { result, sent } = await gate(() => {
    throw DENIED;
  });
  expect(result).toMatchObject({ name: 'GateError', message: DENIED.message });
  expect(sent).toBe(0);
});

describe.each([
  ['an action that is denied', DENIED, 'Give the role permission'],
  ['credentials that expire', EXPIRED, 'Ask for longer'],
])('%s while driving', (_, error, remedy) => {
  const driven = async () => {
    const { result } = await gate((__, number) => {
      if (number > 0) throw error;
      return [];
    });
    if (result instanceof GateError) throw result;
    return result;
  };

  test('leave the build’s profile and a report, and fail the job, whatever is only to warn', async () => {
    const { report, profile, traffic } = await driven();
    expect(profile.requests).toHaveLength(50);
    expect(traffic).toHaveLength(1);
    expect(report).toMatchObject({ verdict: 'inconclusive', compared: null, candidateCoverage: { complete: 50 } });
    expect(conclude(report, settings)).toMatchObject({
      failed: true,
      sentence: expect.stringContaining(error.message),
    });
  });

  test('are told by every report, with the remedy', async () => {
    const { report } = await driven();
    const { verdict, reasons } = JSON.parse(reportJson(report));
    expect([verdict, reasons]).toEqual(['inconclusive', [expect.stringContaining(remedy)]]);
    for (const told of [reportMarkdown(report), reportHtml(report), reportText(report)]) {
      expect(told).toContain('The traces of the baseline v1 could not be read.');
      expect(told).toContain('50 traces of the build were collected');
      expect(told).toContain(remedy);
      expect(told).not.toContain('To compare, give the gate');
    }
  });
});

describe('a baseline that is in documents alone', () => {
  const ids = Array.from({ length: 20 }, (_, i) => traceIdOf(900_000 + i));
  const inDocuments = ({ filter }: TraceSearch) => (filter?.startsWith('http.useragent') === true ? ids : []);

  test('and of which too many of those could not be read, is not told as missing', async () => {
    const { result } = await gate(inDocuments, (id) => ids.slice(5).includes(id));
    if (result instanceof GateError) throw result;
    expect(result.report.verdict).toBe('inconclusive');
    expect(result.report.baselineChoice).toMatch(
      /No trace of version "v1" was found, and (75|100).* could not be read/,
    );
  });
});

test('a version that X-Ray surely does not have is no baseline', async () => {
  const { result } = await gate(() => []);
  if (result instanceof GateError) throw result;
  expect(result.report.verdict).toBe('no-baseline');
  expect(conclude(result.report, settings).failed).toBe(false);
});
