import type { BothSides, Side } from '../compare/alignment.js';
import type { Verdict } from '../compare/verdict.js';
import type { Coverage } from '../trace/coverage.js';
import { findingsOf } from './denied-alone.js';
import { dimensionValue } from './metric-dimension.js';
import type { OperationFigures } from './operation-figures.js';
import type { Report } from './report.js';

/** One value of one metric. Name and dimensions together are what CloudWatch keeps, and charges for, as one metric. */
export interface Metric {
  readonly name: string;
  readonly unit: 'Count' | 'Milliseconds' | 'Percent';
  readonly value: number;
  /** Valid by CloudWatch's rules. */
  readonly dimensions: Readonly<Record<string, string>>;
}

export interface ReportMetrics {
  readonly metrics: readonly Metric[];
  /** Operations that there is no room for. */
  readonly leftOut: readonly string[];
}

/** More operations than this have no metrics of their own: each costs, and nobody sets an alarm on all of them. */
export const MOST_OPERATIONS = 20;

const VERDICT_METRICS: Readonly<Record<Verdict, string>> = {
  passed: 'Passed',
  regressed: 'Regressed',
  inconclusive: 'Inconclusive',
  'no-baseline': 'NoBaseline',
};

/**
 * The report in figures to set alarms on and to draw. Each is put twice: under dimensions that stay from run to run, for
 * alarms, and under the version, to compare versions.
 *
 * ```
 * Passed, Regressed, Inconclusive, NoBaseline   1 or 0   —                  Version
 * Regressions                                   count    —, Operation       Version, Operation + Version
 * Coverage                                      percent  Side, Op. + Side   Version, Operation + Version
 * P95                                           ms       Operation + Side   Operation + Version
 * FaultRate                                     percent  Operation + Side   Operation + Version
 * ```
 *
 * Operations with findings come first, then those with most requests. What is not known is not put.
 */
export function metricsOf(report: Report): ReportMetrics {
  const operations = operationsByWeight(report);
  const kept = operations.slice(0, MOST_OPERATIONS);
  const figures = report.operations.filter(({ operation }) => kept.includes(operation));
  const metrics = [
    ...verdictMetrics(report),
    ...coverageMetrics(report),
    ...kept.flatMap((operation) => regressionMetrics(report, operation)),
    ...figures.flatMap((each) => figureMetrics(report, each)),
  ];
  return { metrics: metrics.filter(({ value }) => Number.isFinite(value)), leftOut: operations.slice(MOST_OPERATIONS) };
}

/** A metric without its dimensions. */
type Measurement = Omit<Metric, 'dimensions'>;

function verdictMetrics(report: Report): Metric[] {
  const verdicts = (Object.keys(VERDICT_METRICS) as Verdict[]).map((verdict) =>
    count(VERDICT_METRICS[verdict], Number(report.verdict === verdict)),
  );
  const regressions = count('Regressions', findingsOf(report).length);
  return putTwice([...verdicts, regressions], {}, versionOf(report, 'candidate'));
}

function regressionMetrics(report: Report, operation: string): Metric[] {
  const findings = findingsAt(report, operation);
  return putTwice([count('Regressions', findings)], at(operation), versionOf(report, 'candidate'));
}

function coverageMetrics(report: Report): Metric[] {
  const both: Partial<BothSides<Coverage>> = report.compared?.coverage ?? { candidate: report.candidateCoverage };
  return (['baseline', 'candidate'] as const).flatMap((side) => {
    const coverage = both[side];
    if (coverage === undefined) return [];
    const { sent, complete } = coverage;
    return putTwice([percent('Coverage', complete / sent)], {}, versionOf(report, side), side);
  });
}

function figureMetrics(report: Report, { operation, side, coverage, p95Ms, faults }: OperationFigures): Metric[] {
  const measurements: Measurement[] = [
    ...(p95Ms === null ? [] : [{ name: 'P95', unit: 'Milliseconds' as const, value: p95Ms }]),
    percent('FaultRate', faults),
    percent('Coverage', coverage),
  ];
  return putTwice(measurements, at(operation), versionOf(report, side), side);
}

/** Under what stays, and under the version where that is known. */
function putTwice(
  measurements: readonly Measurement[],
  place: Metric['dimensions'],
  version: string | null,
  side?: Side,
): Metric[] {
  const staying = side === undefined ? place : { ...place, Side: side };
  const dimensions = version === null ? [staying] : [staying, { ...place, Version: dimensionValue(version) }];
  return dimensions.flatMap((each) => measurements.map((measurement) => ({ ...measurement, dimensions: each })));
}

/** null where it is not known, or both sides have the same: then the candidate's metrics are its. */
function versionOf({ candidateVersion, baselineVersion }: Report, side: Side): string | null {
  if (side === 'candidate') return candidateVersion;
  return baselineVersion === candidateVersion ? null : baselineVersion;
}

function operationsByWeight(report: Report): string[] {
  const requests = new Map<string, number>();
  for (const { operation, requests: more } of report.operations) {
    requests.set(operation, (requests.get(operation) ?? 0) + more);
  }
  return [...requests]
    .toSorted(([a, n], [b, m]) => findingsAt(report, b) - findingsAt(report, a) || m - n || (a < b ? -1 : 1))
    .map(([operation]) => operation);
}

function findingsAt({ compared }: Report, operation: string): number {
  return (compared?.findings ?? []).filter(({ place }) => place.operation === operation).length;
}

function at(operation: string): Metric['dimensions'] {
  return { Operation: dimensionValue(operation) };
}

function count(name: string, value: number): Measurement {
  return { name, unit: 'Count', value };
}

function percent(name: string, share: number): Measurement {
  return { name, unit: 'Percent', value: 100 * share };
}
