import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensionValue } from '../../src/report/metric-dimension.js';
import { type Metric, MOST_OPERATIONS, metricsOf } from '../../src/report/metrics.js';
import type { OperationFigures } from '../../src/report/operation-figures.js';
import type { Report } from '../../src/report/report.js';
import {
  aComparedPart,
  aFinding,
  anInconclusiveReport,
  aPassedReport,
  aReport,
  aReportWithoutBaseline,
} from '../support/report-builder.js';
import { spoiled } from '../support/spoiled-report.js';

/** `P95 [Operation=GET /, Side=candidate]: 12 Milliseconds`, a line each. */
function linesOf(report: Report): string[] {
  return metricsOf(report).metrics.map((metric) => `${keyOf(metric)}: ${metric.value} ${metric.unit}`);
}

function keyOf({ name, dimensions }: Metric): string {
  const pairs = Object.entries(dimensions).map(([key, value]) => `${key}=${value}`);
  return `${name} [${pairs.join(', ')}]`;
}

function figures(operation: string, overrides: Partial<OperationFigures> = {}): OperationFigures {
  return { operation, side: 'candidate', requests: 10, coverage: 1, p95Ms: 50, faults: 0, ...overrides };
}

describe('the metrics of a report', () => {
  it.each([
    ['Passed', aPassedReport()],
    ['Regressed', aReport()],
    ['Inconclusive', anInconclusiveReport()],
    ['NoBaseline', aReportWithoutBaseline()],
  ])('%s is 1, and the other verdicts are 0, with and without the version', (name, report) => {
    const lines = linesOf(report);
    for (const verdict of ['Passed', 'Regressed', 'Inconclusive', 'NoBaseline']) {
      expect(lines).toContain(`${verdict} []: ${Number(verdict === name)} Count`);
      expect(lines).toContain(`${verdict} [Version=${report.candidateVersion}]: ${Number(verdict === name)} Count`);
    }
  });

  it('are those of each operation and side, under dimensions that stay and under the version', () => {
    const lines = linesOf(aReport());
    for (const line of [
      'P95 [Operation=POST /orders, Side=candidate]: 287 Milliseconds',
      'P95 [Operation=POST /orders, Version=1.8.0-rc.2+3f9c1e7]: 287 Milliseconds',
      'P95 [Operation=POST /orders, Side=baseline]: 212 Milliseconds',
      'P95 [Operation=POST /orders, Version=1.7.3]: 212 Milliseconds',
      'FaultRate [Operation=POST /orders, Side=candidate]: 6.4 Percent',
      'Coverage [Operation=GET /orders/{id}, Side=candidate]: 93 Percent',
      'Regressions [Operation=POST /orders]: 10 Count',
      'Regressions [Operation=POST /orders, Version=1.8.0-rc.2+3f9c1e7]: 10 Count',
      'Regressions []: 13 Count',
    ]) {
      expect(lines).toContain(line);
    }
  });

  it('count whole traces against requests that were sent', () => {
    const coverage = {
      baseline: { sent: 200, answered: 200, traced: 200, complete: 190, otherVersion: 0, operations: [] },
      candidate: { sent: 200, answered: 200, traced: 180, complete: 150, otherVersion: 0, operations: [] },
    };
    const lines = linesOf(aReport({ compared: aComparedPart({ coverage }) }));
    expect(lines).toContain('Coverage [Side=baseline]: 95 Percent');
    expect(lines).toContain('Coverage [Version=1.8.0-rc.2+3f9c1e7]: 75 Percent');
  });

  it('leave out what is not known: a p95 of too few, a side that was not measured, a coverage of nothing', () => {
    expect(linesOf(aReport()).filter((line) => line.includes('/health') && line.startsWith('P95'))).toEqual([]);
    const nothing = { sent: 0, answered: 0, traced: 0, complete: 0, otherVersion: 0, operations: [] };
    const lonely = linesOf(aReportWithoutBaseline({ candidateCoverage: nothing }));
    expect(lonely.filter((line) => line.includes('baseline') || line.includes('NaN'))).toEqual([]);
    expect(lonely.some((line) => line.startsWith('Coverage [Side='))).toBe(false);
  });

  it('are put once each, also where a version is compared with itself', () => {
    const report = aReport({ baselineVersion: aReport().candidateVersion });
    const keys = metricsOf(report).metrics.map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
    expect(linesOf(report)).toContain('P95 [Operation=POST /orders, Version=1.8.0-rc.2+3f9c1e7]: 287 Milliseconds');
  });

  it('are bounded: operations with findings first, then the busiest; the rest is named', () => {
    const operations = Array.from({ length: 60 }, (_, i) => figures(`GET /${i}`, { requests: 100 + i }));
    const findings = [aFinding({ place: { operation: 'GET /3' } })];
    const { metrics, leftOut } = metricsOf(aReport({ operations, compared: aComparedPart({ findings }) }));
    const kept = new Set(metrics.flatMap(({ dimensions }) => dimensions.Operation ?? []));
    expect(kept.size).toBe(MOST_OPERATIONS);
    expect(kept.has('GET /3')).toBe(true);
    expect(kept.has('GET /59')).toBe(true);
    expect(leftOut).toHaveLength(40);
    expect(leftOut).not.toContain('GET /3');
  });
});

describe('hostile names', () => {
  it.each([
    ['letters beyond ASCII', 'GET /größe', 'GET /gr%C3%B6%C3%9Fe'],
    ['a character of two units', 'GET /🙂', 'GET /%F0%9F%99%82'],
    ['half a character', 'GET /\ud83d', 'GET /%EF%BF%BD'],
    ['control characters', 'GET /a\u0000b\nc', 'GET /a%00b%0Ac'],
    ['nothing', '', '(none)'],
    ['spaces alone', '   ', '(none)'],
  ])('with %s become values that CloudWatch takes', (_, name, value) => {
    expect(dimensionValue(name)).toBe(value);
  });

  it('that are too long are cut, and stay apart', () => {
    const [one, other] = [dimensionValue(`GET /${'ü'.repeat(400)}/a`), dimensionValue(`GET /${'ü'.repeat(400)}/b`)];
    expect(one).toHaveLength(255);
    expect(one).not.toBe(other);
  });

  it('of any kind keep CloudWatch’s rules', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (name) => {
        const { metrics } = metricsOf(spoiled(aReport(), (text) => `${name}${text}`));
        for (const { dimensions, value } of metrics) {
          expect(Number.isFinite(value)).toBe(true);
          for (const each of Object.values(dimensions)) expect(each).toMatch(/^(?=.*[!-~])[ -~]{1,255}$/);
        }
      }),
      { seed: 11, numRuns: 100 },
    );
  });
});
