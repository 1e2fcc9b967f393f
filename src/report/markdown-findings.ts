import { code, markdown } from './escape.js';
import { exampleWords } from './example-links.js';
import type { Finding } from './finding.js';
import { detectableWords, findingWords, firstWords, partsBelow, placeParts } from './finding-words.js';
import { placesToLookAt } from './look-at.js';
import { blameOfFinding } from './markdown-time.js';
import type { Compared, Report } from './report.js';

const MOST_FINDINGS = 25;
const MOST_OTHERS = 60;

/** The places to look at first, numbered; empty where nothing is worse. */
export function lookAtList({ findings }: Compared): string {
  const places = placesToLookAt(findings).slice(0, MOST_FINDINGS);
  if (places.length === 0) return '';
  const lines = places.map(({ finding, where, operations }, i) => {
    const { what, measured, change } = findingWords(finding);
    const inOperations = operations.map(code).join(', ');
    const head = where.length === 0 ? inOperations : where.map(code).join(' › ');
    const tail = where.length === 0 || operations.length === 0 ? '' : `, in ${inOperations}`;
    return `${i + 1}. ${head}: **${markdown(what)}** ${measured}${change === 'new' || change === 'denied' ? '' : ` (**${change}**)`}${tail}`;
  });
  return `### Look at\n\n${lines.join('\n')}`;
}

/** Every finding with its evidence. */
export function findingsTable(report: Report, compared: Compared): string {
  const { findings } = compared;
  if (findings.length === 0) return '';
  const rows = findings.slice(0, MOST_FINDINGS).map((finding) => {
    const words = findingWords(finding);
    const first = firstWords(finding);
    const blame = blameOfFinding(compared, finding);
    const evidence = [
      `tolerance ${words.tolerance}`,
      `p ${words.p}`,
      `${words.samples} samples`,
      ...(first === null ? [] : [first]),
      ...exampleWords(report.run.awsRegion, finding.examples),
    ].join(' · ');
    return `| **${markdown(words.what)}** <br>${placeMarkdown(finding)}${blame === null ? '' : ` <br><sub>${blame}</sub>`} | ${words.measured} | **${words.change}** <br><sub>${words.interval}</sub> | <sub>${evidence}</sub> |`;
  });
  return [
    `| Worse | ${code(report.baselineVersion ?? 'baseline')} → ${code(report.candidateVersion)} | Change, 90 % interval | Evidence |`,
    '|-|-|-|-|',
    ...rows,
    ...(findings.length > MOST_FINDINGS ? [`\n…and ${findings.length - MOST_FINDINGS} more in the report.`] : []),
  ].join('\n');
}

/** What a green or undecided report has to show: each operation, and the change that would have been caught. */
export function operationsTable({ findings, others, operations }: Compared): string {
  if (findings.length > 0) return '';
  const rows = operations.map(({ operation, judged, comparable }) => {
    if (!judged) return `| ${code(operation)} | <sub>${comparable} comparable requests: too few</sub> | | |`;
    const cells = (['p95', 'typical', 'faults'] as const).map((metric) => {
      const whole = others.find(
        ({ metric: of, place }) => of === metric && place.operation === operation && partsBelow(place).length === 0,
      );
      if (whole === undefined) return '';
      const { measured, change } = findingWords(whole);
      const caught = detectableWords(whole);
      return `${measured} (${change})${caught === null ? '' : ` <br><sub>would be caught ${caught}</sub>`}`;
    });
    return `| ${code(operation)} | ${cells.join(' | ')} |`;
  });
  return ['| Operation | p95 | typical | faults |', '|-|-|-|-|', ...rows].join('\n');
}

function placeMarkdown(finding: Finding): string {
  return placeParts(finding).map(code).join(' › ');
}

const STATE_MARKS = { regressed: '❌', improved: '🟢', unchanged: '⚪', inconclusive: '❔' } as const;

/** Everything that was judged, in short. */
export function measuredTable({ others, findings }: Compared): string {
  const measured = [...findings.filter(({ metric }) => !['edge', 'denied edge', 'replay'].includes(metric)), ...others];
  const all = measured.filter((finding) => !exactlyEqual(finding));
  const equal = measured.filter((finding) => exactlyEqual(finding) && finding.place.step === undefined).length;
  const rows = all.slice(0, MOST_OTHERS).map((finding) => {
    const words = findingWords(finding);
    const caught = detectableWords(finding) ?? '';
    const first = firstWords(finding) === null ? '' : ` <br>${firstWords(finding)}`;
    return `| ${STATE_MARKS[finding.state]} ${markdown(words.what)} <br>${placeMarkdown(finding)} | ${words.measured} | ${words.change} <br><sub>${words.interval}${first}</sub> | ${words.p} | ${caught} |`;
  });
  return [
    '❌ worse · 🟢 better · ⚪ unchanged · ❔ cannot be told',
    '',
    '| What, where | Before → now | Change, 90 % interval | p | Would be caught |',
    '|-|-|-|-|-|',
    ...rows,
    ...(all.length > MOST_OTHERS ? [`\n…and ${all.length - MOST_OTHERS} more in the report.`] : []),
    ...(equal > 0 ? [`\nCalls per request on ${equal} more ${equal === 1 ? 'edge' : 'edges'} are exactly equal.`] : []),
  ].join('\n');
}

function exactlyEqual({ metric, interval: [low, high] }: Finding): boolean {
  return metric === 'calls' && low === 0 && high === 0;
}
