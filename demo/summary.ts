import { join } from 'node:path';
import { formatCount, formatMsChange, formatP, formatRatio, formatShare } from '../src/report/format.js';
import type { GateRun } from './action-process.js';
import type { Finding } from './gate-result.js';
import { followsFromPlanted, PLANTED_FAULTS } from './planted-faults.js';
import { wrongBlames } from './variants.js';

/** What one run of the gate decided and where its reports are, as lines for a person. */
export function summaryOf(run: GateRun, shorten: (path: string) => string): string[] {
  const { build, result, exitCode, seconds, folder } = run;
  const title = `${build}: ${result?.verdict ?? 'no verdict'} (exit code ${exitCode}, ${Math.round(seconds)} s)`;
  if (result === null)
    return ['', title, ...run.lastLines.map((line) => `  | ${line}`), `  ${shorten(join(folder, 'action.log'))}`];
  return [
    '',
    title,
    ...result.reasons.map((reason) => `  ${reason}`),
    ...result.findings.map((finding) => `  - ${described(finding)}`),
    ...['comment.md', 'report.html', 'result.json'].map((file) => `  ${shorten(join(folder, file))}`),
    ...(build === 'v2-bad'
      ? PLANTED_FAULTS.map(({ name, namedBy }) => `  ${result.findings.some(namedBy) ? 'named' : 'NOT NAMED'}: ${name}`)
      : []),
  ];
}

/** How the two runs differ from what they should have shown; empty where they do not. */
export function failuresOf(same: GateRun, bad: GateRun): string[] {
  const findings = bad.result?.findings ?? [];
  return [
    ...wrongVerdict(same, 'passed'),
    ...wrongVerdict(bad, 'regressed'),
    ...PLANTED_FAULTS.filter(({ namedBy }) => !findings.some(namedBy)).map(({ name }) => `no finding names: ${name}.`),
    ...wrongBlames({ names: PLANTED_FAULTS.map(({ namedBy }) => namedBy), follows: followsFromPlanted }, findings),
  ];
}

function wrongVerdict({ build, result, exitCode }: GateRun, expected: 'passed' | 'regressed'): string[] {
  const failed = exitCode !== 0;
  if (result?.verdict !== expected)
    return [`${build} should have ${expected}; its verdict is ${result?.verdict ?? 'missing'}.`];
  if (failed !== (expected === 'regressed'))
    return [`${build} ${expected}, and the action's exit code was ${exitCode}.`];
  return [];
}

function described(finding: Finding): string {
  const { metric, operation, node, edge, p } = finding;
  const where = edge === null ? node : `${edge.from} → ${edge.to}`;
  const place = [where, operation].filter((part) => part !== null).join(' in ');
  return `${metric} of ${place}: ${measured(finding)}, p ${formatP(p)}`;
}

function measured({ metric, baseline, candidate }: Finding): string {
  switch (metric) {
    case 'typical':
    case 'p95':
      return `${formatMsChange(baseline, candidate)} (${formatRatio(candidate / baseline)})`;
    case 'calls':
    case 'retries':
      return `${formatCount(baseline)} → ${formatCount(candidate)} a request`;
    case 'edge':
      return `in ${formatShare(baseline)} → ${formatShare(candidate)} of the traces`;
    default:
      return `${formatShare(baseline)} → ${formatShare(candidate)}`;
  }
}
