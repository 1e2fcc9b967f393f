import { exampleAnchor, exampleLines } from './example-links.js';
import type { Finding } from './finding.js';
import { findingWords, firstWords, placeParts } from './finding-words.js';
import { table } from './html-table.js';
import { intervalCharts } from './interval-chart.js';
import { placesToLookAt } from './look-at.js';
import { type Markup, markup } from './markup.js';
import type { Compared, Report } from './report.js';

/** Where to look first, then what got worse, one row each; a sentence where nothing did. */
export function findingsSection(report: Report, { findings }: Compared): Markup {
  if (findings.length === 0) {
    return markup`<section id="findings"><h2>What got worse</h2><p>No measurement is worse by more than its tolerance.</p></section>`;
  }
  const chart = intervalCharts(findings);
  const rows = findings.map((finding, i) => {
    const words = findingWords(finding);
    const first = firstWords(finding);
    return [
      markup`<span class="what">${words.what}</span> <span class="where">${placeMarkup(finding)}</span>${exampleOf(report, finding, i)}`,
      markup`${words.measured}`,
      markup`<span class="change"><b>${words.change}</b> <small>${words.interval}</small></span>${chart(finding)}${first === null ? [] : markup`<small class="first">${first}</small>`}`,
      markup`${words.tolerance}`,
      markup`${words.p}`,
      markup`${words.samples}`,
    ];
  });
  return markup`<section id="look"><h2>Look at</h2>
${lookAtList(findings)}</section>
<section id="findings"><h2>What got worse <span class="count">${findings.length}</span></h2>
${table(
  CAPTION,
  [
    { label: 'What and where' },
    { label: 'Before → now', numbers: true },
    { label: 'Change, 90 % interval' },
    { label: 'Tolerance', numbers: true },
    { label: 'p', numbers: true },
    { label: 'Samples', numbers: true },
  ],
  rows,
  true,
)}</section>`;
}

const CAPTION = markup`Bar: 90 % interval. Dot: estimate. Solid line: no change. Dashed line: tolerance; beyond it is shaded. Rows of one unit share a scale. p is adjusted for everything that was tested.`;

function lookAtList(findings: readonly Finding[]): Markup {
  const lines = placesToLookAt(findings).map(({ finding, where, operations }) => {
    const { what, measured, change } = findingWords(finding);
    const below = where.length > 0;
    const inOperations = operations.map((operation, i) => markup`${i === 0 ? '' : COMMA}<code>${operation}</code>`);
    const tail = below && operations.length > 0 ? markup`, in ${inOperations}` : [];
    return markup`<li>${below ? namesMarkup(where) : inOperations}: <b>${what}</b> ${measured}${change === 'new' ? [] : markup` <b class="worse">${change}</b>`}${tail}</li>\n`;
  });
  return markup`<ol class="look">${lines}</ol>`;
}

const COMMA = markup`, `;

/** `POST /orders › order-processor → order-lines`, each name apart. */
export function placeMarkup(finding: Pick<Finding, 'place'>): Markup {
  return namesMarkup(placeParts(finding));
}

function namesMarkup(names: readonly string[]): Markup {
  return markup`${names.map((part, i) =>
    i === 0 ? markup`<code>${part}</code>` : markup` <span class="sep">›</span> <code>${part}</code>`,
  )}`;
}

function exampleOf(report: Report, { examples }: Finding, index: number): Markup[] {
  return exampleLines(report.run.awsRegion, examples, exampleAnchor(report, index));
}
