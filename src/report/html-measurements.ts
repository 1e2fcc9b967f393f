import type { Finding } from './finding.js';
import { detectableWords, findingWords, firstWords } from './finding-words.js';
import { placeMarkup } from './html-findings.js';
import { table } from './html-table.js';
import { intervalCharts } from './interval-chart.js';
import { type Markup, markup } from './markup.js';
import type { Compared } from './report.js';

const STATE_WORDS: Readonly<Record<Finding['state'], string>> = {
  regressed: '▲ worse',
  improved: '▼ better',
  unchanged: '= unchanged',
  inconclusive: '? inconclusive',
};

/** Everything that was judged, in the order given: what got worse first. */
export function measurementsSection({ findings, others }: Compared): Markup {
  const all = [...findings, ...others];
  if (all.length === 0) return markup``;
  const chart = intervalCharts(all);
  const rows = all.map((finding) => {
    const words = findingWords(finding);
    const first = firstWords(finding);
    return [
      markup`<span class="state ${finding.state}">${STATE_WORDS[finding.state]}</span>`,
      markup`${words.what}`,
      markup`<span class="where">${placeMarkup(finding)}</span>`,
      markup`${words.measured}`,
      markup`<span class="change">${words.change} <small>${words.interval}</small></span>${chart(finding)}${first === null ? [] : markup`<small class="first">${first}</small>`}`,
      markup`${words.p}`,
      markup`${detectableWords(finding) ?? '–'}`,
    ];
  });
  return markup`<section id="measurements" class="dense"><h2>Everything that was measured <span class="count">${all.length}</span></h2>
${table(
  markup`<b>Would be caught</b>: the smallest change for the worse that a run like this one finds four times in five.`,
  [
    { label: 'State' },
    { label: 'What' },
    { label: 'Where' },
    { label: 'Before → now', numbers: true },
    { label: 'Change, 90 % interval' },
    { label: 'p', numbers: true },
    { label: 'Would be caught' },
  ],
  rows,
  true,
)}</section>`;
}
