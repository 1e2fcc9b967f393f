import type { TimePart, WhereTimeWent } from '../compare/where-time-went.js';
import { costWords } from './cost-words.js';
import { code, markdown, markdownProse } from './escape.js';
import { formatMs, formatMsDifference, formatNumber, formatShare } from './format.js';
import { headline } from './headline.js';
import { findingsTable, lookAtList, measuredTable, operationsTable } from './markdown-findings.js';
import { serviceGraphDiagram } from './mermaid.js';
import { notesOf } from './notes.js';
import type { Compared, Report } from './report.js';
import { coverageRows, fromPlanSentence, pairingSentence, stageSentences } from './stage-words.js';

/** GitHub refuses a comment of more characters. */
export const COMMENT_LIMIT = 65_536;

const MOST_PARTS = 8;

/**
 * The comment: verdict, what got worse, where the time went, the service graph's difference, and the rest folded away.
 * GitHub-flavoured Markdown; everything that the application named is escaped. Never longer than GitHub allows:
 * what does not fit is left out from the end, and said.
 */
export function reportMarkdown(report: Report): string {
  const sections = [
    head(report),
    ...(report.compared === null ? [howToGetABaseline(report)] : comparedSections(report, report.compared)),
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
  return [
    markdownProse(report.baselineChoice),
    'To compare, give the gate one of these: `baseline-url` (the baseline is live: exact), `baseline` (a version whose traces are in X-Ray), `baseline-profile` (a file that `save-profile` wrote), or `environment`.',
  ].join('\n\n');
}

function comparedSections(report: Report, compared: Compared): string[] {
  const time = timeSection(compared);
  return [
    lookAtList(compared),
    findingsTable(report, compared),
    operationsTable(compared),
    time,
    graphSection(compared),
    details(
      `Everything that was measured (${compared.others.length + compared.findings.length})`,
      measuredTable(compared),
    ),
  ];
}

/** Where the time of each worse operation went; of the slowest to change where none is worse. */
function timeSection({ findings, whereTimeWent }: Compared): string {
  const slower = new Set(
    findings.filter(({ metric }) => metric === 'p95' || metric === 'typical').map(({ place }) => place.operation),
  );
  const shown = whereTimeWent.filter(({ operation }) => slower.has(operation));
  if (shown.length > 0) return `### Where the time went\n\n${shown.map(timeTable).join('\n\n')}`;
  return details('Where the time went', whereTimeWent.map(timeTable).join('\n\n'));
}

function timeTable({ operation, parts, meanMs }: WhereTimeWent): string {
  const rest = parts.slice(MOST_PARTS);
  const row = (name: string, { baseline, candidate }: TimePart['meanMs']) =>
    `| ${name} | ${formatMs(baseline)} | ${formatMs(candidate)} | ${formatMsDifference(candidate - baseline)} |`;
  return [
    `| ${code(operation)}: mean on the critical path | before | now | change |`,
    '|-|-:|-:|-:|',
    ...parts.slice(0, MOST_PARTS).map((part) => row(stepMarkdown(part), part.meanMs)),
    ...(rest.length === 0 ? [] : [row(`${rest.length} more steps`, sumOf(rest))]),
    row('**whole request**', meanMs),
  ].join('\n');
}

function stepMarkdown({ node, step }: TimePart): string {
  return step === '' ? code(node.name) : `${code(node.name)} ${markdown(step)}`;
}

function sumOf(parts: readonly TimePart[]): TimePart['meanMs'] {
  return {
    baseline: parts.reduce((sum, { meanMs }) => sum + meanMs.baseline, 0),
    candidate: parts.reduce((sum, { meanMs }) => sum + meanMs.candidate, 0),
  };
}

function graphSection(compared: Compared): string {
  if (compared.edges.length === 0) return '';
  const diagram = `\`\`\`mermaid\n${serviceGraphDiagram(compared)}\n\`\`\``;
  const notes = compared.edgeDifferences.map(({ change, certain, from, to, seen, of, absentFrom }) => {
    const edge = `${code(from)} → ${code(to)}`;
    const [has, lacks] = change === 'new' ? ['candidate', 'baseline'] : ['baseline', 'candidate'];
    const surely = certain ? '' : ' Too rare to be certain.';
    return `- ${change === 'new' ? 'New' : 'Gone'}: ${edge}, in ${seen} of ${of} ${has} traces and in none of ${absentFrom} ${lacks} traces.${surely}`;
  });
  const body = [...(notes.length > 0 ? [notes.join('\n')] : []), diagram].join('\n\n');
  const changed =
    compared.edgeDifferences.length > 0 || compared.findings.some(({ place }) => place.edge !== undefined);
  return changed ? `### Service graph\n\n${body}` : details('Service graph: no edge is new or gone', body);
}

function measurement(report: Report): string {
  const { compared, run } = report;
  const cost = costWords(run.awsUse);
  const rows = coverageRows(report).map(
    ({ label, coverage: { sent, answered, traced, complete, otherVersion } }) =>
      `| ${label} | ${sent} | ${answered} | ${traced} | ${complete} | ${otherVersion} |`,
  );
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
    ...(cost === null ? [] : [`Cost: ${cost}`]),
    `Run ${code(run.id)}, gate ${code(run.gateVersion)}.`,
  ];
  return details(
    'How it was measured',
    ['| | sent | answered | traced | whole trace | other version |\n|-|-:|-:|-:|-:|-:|', ...rows].join('\n') +
      `\n\n${facts.map((fact) => `- ${fact}`).join('\n')}`,
  );
}

function details(summary: string, body: string): string {
  return body === '' ? '' : `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
