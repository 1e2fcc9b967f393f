import { costWords } from './cost-words.js';
import { plain } from './escape.js';
import type { Finding } from './finding.js';
import { findingWords, placeParts } from './finding-words.js';
import { headline } from './headline.js';
import { notesOf } from './notes.js';
import type { Report } from './report.js';
import { coverageRows } from './stage-words.js';

/** The report for a log or a terminal: verdict, what got worse, coverage, cost. Plain text, without colour. */
export function reportText(report: Report): string {
  const cost = costWords(report.run.awsUse);
  return [...bodyLines(report), ...(cost === null ? [] : [`Cost: ${cost}`])].join('\n');
}

function bodyLines(report: Report): string[] {
  const { mark, title, summary } = headline(report);
  const against = report.baselineVersion === null ? '' : ` against ${plain(report.baselineVersion)}`;
  const { compared } = report;
  const lines = [`${mark} ${title}: ${plain(report.candidateVersion)}${against}`, summary];
  lines.push(...notesOf(report).map(({ text }) => text));
  if (compared === null) return [...lines, report.baselineChoice.split(/\s+/u).map(plain).join(' ')];
  lines.push(...compared.reasons.map((reason) => `- ${reason}`));
  lines.push(...table(compared.findings));
  for (const { change, certain, from, to, seen, of } of compared.edgeDifferences) {
    if (change === 'new' && certain) continue;
    lines.push(
      `${change === 'new' ? 'Perhaps new' : 'Gone'}: ${plain(from)} → ${plain(to)}, in ${seen} of ${of} traces.`,
    );
  }
  const whole = coverageRows(report).map(
    ({ label, coverage: { complete, sent } }) => `${label.toLowerCase()} ${complete} of ${sent} requests`,
  );
  lines.push(`Whole traces: ${whole.join('; ')}.`);
  return lines;
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
