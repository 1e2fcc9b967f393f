import type { Finding } from './finding.js';
import { headline } from './headline.js';
import { type Markup, markup, prose } from './markup.js';
import { notesOf } from './notes.js';
import type { Report } from './report.js';

/** Verdict, versions, the evidence in a sentence, and whatever limits it. */
export function pageHead(report: Report): Markup {
  const { mark, title, summary } = headline(report);
  const { compared, baselineVersion } = report;
  const against = baselineVersion === null ? markup`` : markup` against <code>${baselineVersion}</code>`;
  return markup`<header class="${report.verdict}">
<p class="over">AWS X-Ray performance gate</p>
<h1><span class="mark" aria-hidden="true">${mark}</span> ${title}</h1>
<p class="versions"><code class="now">${report.candidateVersion}</code>${against}</p>
<p class="summary">${prose(summary)}</p>
${compared === null ? [] : tally([...compared.findings, ...compared.others])}
${reasons(compared?.reasons ?? [])}
${notes(report)}
</header>`;
}

const STATES: readonly (readonly [Finding['state'], string])[] = [
  ['regressed', 'worse'],
  ['inconclusive', 'inconclusive'],
  ['improved', 'better'],
  ['unchanged', 'unchanged'],
];

function tally(findings: readonly Finding[]): Markup {
  const counts = STATES.map(([state, word]) => ({
    state,
    word,
    count: findings.filter((finding) => finding.state === state).length,
  })).filter(({ count }) => count > 0);
  return markup`<ul class="tally" aria-label="Measurements by outcome">${counts.map(
    ({ state, word, count }) => markup`<li class="${state}"><b>${count}</b> ${word}</li>`,
  )}</ul>`;
}

function reasons(sentences: readonly string[]): Markup {
  if (sentences.length === 0) return markup``;
  return markup`<ul class="reasons">${sentences.map((sentence) => markup`<li>${prose(sentence)}</li>`)}</ul>`;
}

function notes(report: Report): Markup[] {
  return notesOf(report).map(({ kind, text }) =>
    kind === 'warning'
      ? markup`<p class="note warning"><b>Warning.</b> ${prose(text)}</p>`
      : markup`<p class="note"><b>Note.</b> ${prose(text)}</p>`,
  );
}
