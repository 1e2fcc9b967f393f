import { blameLines } from './blame-text.js';
import { causeLines } from './causes.js';
import { coldStartsLine } from './cold-start-words.js';
import { costWords } from './cost-words.js';
import { deniedLines } from './denied-alone.js';
import { plain } from './escape.js';
import type { Finding } from './finding.js';
import { findingWords, placeParts } from './finding-words.js';
import type { GraphLine } from './graph-line.js';
import { graphLines } from './graph-words.js';
import { headline } from './headline.js';
import { insightLines } from './insight-words.js';
import { notesOf } from './notes.js';
import type { Report } from './report.js';
import { coverageRows } from './stage-words.js';

/** The report for a log or a terminal: verdict, what got worse, coverage, cost. Plain text, without colour. */
export function reportText(report: Report): string {
  const cost = costWords(report.run.awsUse);
  return [...bodyLines(report), ...insightLines(report.run.insights), ...(cost === null ? [] : [`Cost: ${cost}`])].join(
    '\n',
  );
}

function bodyLines(report: Report): string[] {
  const { mark, title, summary } = headline(report);
  const against = report.baselineVersion === null ? '' : ` against ${plain(report.baselineVersion)}`;
  const { compared } = report;
  const lines = [`${mark} ${title}: ${plain(report.candidateVersion)}${against}`, summary];
  lines.push(...notesOf(report).map(({ text }) => text));
  if (compared === null) lines.push(...causeLines(report.run.uncovered));
  if (compared === null) lines.push(...deniedLines(report).map(lineText));
  if (compared === null) return [...lines, report.baselineChoice.split(/\s+/u).map(plain).join(' ')];
  lines.push(...compared.reasons.map((reason) => `- ${reason}`));
  lines.push(...causeLines(report.run.uncovered));
  lines.push(...table(compared.findings));
  lines.push(...blameLines(compared));
  lines.push(...graphLines(compared).map(lineText));
  for (const { change, certain, type, message, path } of compared.exceptions) {
    if (change === 'removed' || !certain) continue;
    lines.push(`New exception: ${path.map(plain).join(' › ')}: ${plain(type)} ${plain(message)}`.trimEnd());
  }
  const cold = coldStartsLine(compared.coldStarts);
  if (cold !== null) lines.push(`${cold}.`);
  const whole = coverageRows(report).map(
    ({ label, coverage: { complete, sent } }) => `${label.toLowerCase()} ${complete} of ${sent} requests`,
  );
  lines.push(`Whole traces: ${whole.join('; ')}.`);
  return lines;
}

function lineText({ label, words }: GraphLine): string {
  return `${label}: ${words.map((word) => (typeof word === 'string' ? word : plain(word.name))).join('')}`;
}

function table(findings: readonly Finding[]): string[] {
  const rows = findings.map((finding) => {
    const { what, measured, change, interval, tolerance, p, samples } = findingWords(finding);
    const place = placeParts(finding).map(plain).join(' › ');
    return [plain(what), measured, `${change} (${interval}; tolerance ${tolerance})`, `p ${p}, n ${samples}`, place];
  });
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => row[column]!.length)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}
