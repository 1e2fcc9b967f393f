import type { Reached } from '../trace/coverage.js';
import { costWords } from './cost-words.js';
import { code, markdownProse } from './escape.js';
import { formatMs, formatNumber, formatShare } from './format.js';
import { headline } from './headline.js';
import { noInsights } from './insight-words.js';
import { causesSection } from './markdown-causes.js';
import { coldStartsSection } from './markdown-cold-starts.js';
import { newExceptionsSection } from './markdown-exceptions.js';
import { findingsTable, lookAtList, measuredTable, operationsTable } from './markdown-findings.js';
import { deniedSection, graphSection } from './markdown-graph.js';
import { insightsSection } from './markdown-insights.js';
import { timeSection } from './markdown-time.js';
import { notesOf } from './notes.js';
import { operationName, operationsApart } from './operation-coverage.js';
import type { Compared, Report } from './report.js';
import { coverageRows, fromPlanSentence, pairingSentence, stageSentences } from './stage-words.js';

/** GitHub refuses a comment of more characters. */
export const COMMENT_LIMIT = 65_536;

/**
 * The comment: verdict, what got worse, where the time went, the service graph's difference, and the rest folded away.
 * GitHub-flavoured Markdown; everything that the application named is escaped. Never longer than GitHub allows:
 * what does not fit is left out from the end, and said.
 */
export function reportMarkdown(report: Report): string {
  const sections = [
    head(report),
    causesSection(report),
    ...(report.compared === null
      ? [deniedSection(report), howToGetABaseline(report)]
      : comparedSections(report, report.compared)),
    insightsSection(report),
    measurement(report),
    '<sub>AWS X-Ray performance gate: response times, faults and service graph of this build, from its traces.</sub>',
  ];
  const whole = sections.filter((section) => section !== '').join('\n\n');
  // Room for the marker that a sticky comment carries.
  const limit = COMMENT_LIMIT - 200;
  if (whole.length <= limit) return `${whole}\n`;
  const left = [...sections];
  while (left.length > 1 && left.join('\n\n').length > limit - 100) left.splice(-1, 1);
  return `${left.join('\n\n').slice(0, limit - 100)}\n\n_The rest does not fit into a comment: see \`report.html\`._\n`;
}

function head(report: Report): string {
  const { mark, title, summary } = headline(report);
  const against = report.baselineVersion === null ? '' : ` against ${code(report.baselineVersion)}`;
  const lines = [`## ${mark} ${title}: ${code(report.candidateVersion)}${against}`, `**${summary}**`];
  for (const { kind, text } of notesOf(report)) lines.push(`> [!${kind.toUpperCase()}]\n> ${markdownProse(text)}`);
  for (const reason of report.compared?.reasons ?? []) lines.push(`- ${markdownProse(reason)}`);
  return lines.join('\n\n');
}

function howToGetABaseline(report: Report): string {
  const why = markdownProse(report.baselineChoice);
  if (report.verdict !== 'no-baseline') return why;
  return [
    why,
    'To compare, give the gate one of these: `baseline-url` (the baseline is live: exact), `baseline` (a version whose traces are in X-Ray), `baseline-profile` (a file that `save-profile` wrote), or `environment`.',
  ].join('\n\n');
}

function comparedSections(report: Report, compared: Compared): string[] {
  const time = timeSection(compared);
  const cold = coldStartsSection(compared);
  return [
    lookAtList(compared),
    findingsTable(report, compared),
    newExceptionsSection(report, compared),
    operationsTable(compared),
    time.open,
    details(time.summary, time.folded),
    graphSection(compared),
    ...(cold === null ? [] : [details(cold.summary, cold.body)]),
    details(
      `Everything that was measured (${compared.others.length + compared.findings.length})`,
      measuredTable(compared),
    ),
  ];
}

function measurement(report: Report): string {
  const { compared, run } = report;
  const cost = costWords(run.awsUse);
  const rows = coverageRows(report).flatMap((row) => [
    coverageRow(row.label, row.coverage),
    ...operationsApart(row).map((each) => coverageRow(`${row.label}: ${code(operationName(each))}`, each)),
  ]);
  const facts = [
    ...(compared === null
      ? []
      : [
          ...stageSentences(compared),
          ...[pairingSentence(compared)].filter((sentence) => sentence !== null),
          `Null margin ${formatShare(compared.nullMargin)}, seed ${compared.seed}.`,
          `Baseline: ${markdownProse(report.baselineChoice)}`,
        ]),
    ...(run.driven === null
      ? []
      : [
          `${formatNumber(run.driven.requestsPerSecond)} a second to each version for ${formatNumber(run.driven.slots / run.driven.requestsPerSecond)} s; departures ${formatMs(run.driven.health.lateP50Ms)} late at p50, ${formatMs(run.driven.health.lateP99Ms)} at p99${run.driven.health.notSent > 0 ? `; ${run.driven.health.notSent} requests could not be sent by the runner` : ''}.`,
          ...[fromPlanSentence(run.driven.health)].filter((sentence) => sentence !== null),
        ]),
    ...(run.collected === null
      ? []
      : [
          `${run.collected.calls} calls to X-Ray; traces settled ${formatNumber(run.collected.elapsedMs / 1000)} s after the last request.`,
        ]),
    ...(run.insights?.insights.length === 0
      ? [`X-Ray insights: ${noInsights(run.insights, code(run.insights.group))}`]
      : []),
    ...(cost === null ? [] : [`Cost: ${cost}`]),
    `Run ${code(run.id)}, gate ${code(run.gateVersion)}.`,
  ];
  return details(
    'How it was measured',
    ['| | sent | answered | traced | whole trace | other version |\n|-|-:|-:|-:|-:|-:|', ...rows].join('\n') +
      `\n\n${facts.map((fact) => `- ${fact}`).join('\n')}`,
  );
}

function coverageRow(label: string, { sent, answered, traced, complete, otherVersion }: Reached): string {
  return `| ${label} | ${sent} | ${answered} | ${traced} | ${complete} | ${otherVersion} |`;
}

function details(summary: string, body: string): string {
  return body === '' ? '' : `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
