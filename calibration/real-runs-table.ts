import { SLOW_DEPENDENCY } from '../demo/slow-builds.js';
import { wilson } from '../src/compare/proportion.js';
import { markdownTable } from './markdown-table.js';
import { ESTIMATED } from './real-runs-tally.js';
import type { Tallies, Tally } from './tally.js';

/** 95 % to both sides of a normal distribution's middle. */
const Z_975 = 1.959963984540054;

const COLUMNS = [
  'Slow-down',
  'Runs',
  'Passed',
  'Regressed',
  'Inconclusive',
  `${SLOW_DEPENDENCY} named`,
  'Others blamed',
  'Ratio',
  'Pair correlation',
  'Offset',
];

/** The study as a section of Markdown: a line for each slow-down, and what was measured around the runs. */
export function realRunsTable(tallies: Tallies): string {
  return [
    '## Real runs',
    '',
    'The bundled action on the demo shop: real processes, real requests, real traces, on the machine of the developer.',
    `\`v1\` against \`v1\` with one dependency, \`${SLOW_DEPENDENCY}\`, taking so much longer; at 0 % both are the same code and every`,
    "finding is false. Counts with Wilson's 95 % interval.",
    '',
    ...markdownTable(
      COLUMNS,
      Object.entries(tallies).map(([slowDown, tally]) => [slowDown, ...cells(tally)]),
    ),
    '',
    ...legend(Object.values(tallies)),
  ].join('\n');
}

function cells(tally: Tally): string[] {
  return [
    String(tally.reports),
    ...['passed', 'regressed', 'inconclusive', 'dependency named', 'others blamed'].map((what) => counted(tally, what)),
    decimals(tally.sums['median ratio'], 3),
    decimals(tally.sums['median pair correlation'], 2),
    decimals(tally.sums['median offset'], 3),
  ];
}

function legend(tallies: readonly Tally[]): string[] {
  const all = (what: string) => tallies.flatMap(({ sums }) => sums[what] ?? []);
  const busy = [...all('least busy share'), ...all('most busy share')].map((share) => 100 * share);
  const most = Math.max(...all('builds of the gate'));
  return [
    `- *Named*: a finding is about the time of \`${SLOW_DEPENDENCY}\`. *Others blamed*: one is neither about that nor about the time of a whole`,
    '  operation, which waits for it.',
    `- *Ratio*: the estimate for \`${SLOW_DEPENDENCY}\` (${ESTIMATED.metric}, in \`${ESTIMATED.operation}\`), found or not. The time of the call around the table's is`,
    '  part of it and slows down by nothing. Ratio, pair correlation and offset are medians.',
    `- Medians by slow-down: the verdict rests on ${span(all('median pairs'))} pairs and the run took ${span(all('median seconds'))} s. Each run had processes`,
    `  of its own, on ${span(all('cores'))} cores that were ${span(busy)} % busy while it drove.`,
    ...(most > 1 ? [`- The gate was rebuilt between runs: up to ${most} builds of it ran at one slow-down.`] : []),
  ];
}

/** `18 (70–97 %)` */
function counted({ reports, sums }: Tally, what: string): string {
  const count = sums[what] ?? 0;
  const [low, high] = wilson(count, reports, Z_975).map((share) => Math.round(100 * share));
  return `${count} (${low}–${high} %)`;
}

function decimals(value: number | undefined, digits: number): string {
  return value === undefined ? '–' : value.toFixed(digits);
}

/** `23–43`, or `300` where all are the same; `–` where there are none. */
function span(values: readonly number[]): string {
  if (values.length === 0) return '–';
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) => value.toFixed(0));
  return least === most ? `${least}` : `${least}–${most}`;
}
