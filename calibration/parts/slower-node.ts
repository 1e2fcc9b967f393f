import { markdownTable } from '../markdown-table.js';
import { simulatedPart } from '../part.js';
import { blamed, named, reportOutcomes } from '../report-outcomes.js';
import { RULES_IN_USE } from '../rules/rules-in-use.js';
import { SCATTERS, scatterNamed } from '../scatter.js';
import { simulatedShop, slowerNode } from '../shop-run.js';
import { altogether, shareOf, shareText, type Tally } from '../tally.js';

const NAME = 'slower-node';
const REPORTS = 40;
const RATIO = 1.3;
const SLOWER = ['catalog', 'stock', 'cart', 'orders', 'payments', 'shipping'] as const;

/** One node of the service graph takes longer: is it found, is it named, is another one blamed? */
export const SLOWER_NODE = simulatedPart({
  name: NAME,
  settings: Object.fromEntries(SCATTERS.map(({ name }) => [name, REPORTS])),
  replicate: (setting, number) => {
    const seed = `${NAME} ${setting} ${number}`;
    const node = SLOWER[number % SLOWER.length]!;
    const scatter = scatterNamed(setting);
    const draw = (stage: 1 | 2) =>
      simulatedShop({
        ...{ seed, stage, scatter },
        requests: { each: 300 },
        effect: { slower: { node, ratio: RATIO } },
      });
    return reportOutcomes(draw, seed, { planted: slowerNode(node) });
  },
  table: (tallies) => {
    const row = (name: string, tally: Tally) => [
      name,
      String(tally.reports),
      shareText(shareOf(tally, named('one stage, 5 %'))),
      shareText(shareOf(tally, named('one stage, 1 %'))),
      shareText(shareOf(tally, named('screen and confirm'))),
      shareText(shareOf(tally, blamed('screen and confirm'))),
      ...RULES_IN_USE.map((rule) => shareText(shareOf(tally, rule.name))),
    ];
    return [
      '## One node of the service graph ×1.3',
      '',
      `The shop with 300 pairs an operation; the self time of one node (in turns ${SLOWER.join(', ')}) is ${RATIO} times as long.`,
      '*Named*: the report has a finding for the self time of that very node. *Others blamed*: it has one for another node or edge, or',
      'for an operation that does not contain it. The rules in use only say that something is wrong: compare with how often they say',
      'so of identical code.',
      '',
      ...markdownTable(
        [
          ...['Times scatter', 'Reports', 'named in one stage, 5 %', 'named in one stage, 1 %'],
          ...['named, screen and confirm', 'others blamed', ...RULES_IN_USE.map(({ name }) => name)],
        ],
        [...Object.entries(tallies).map(([name, tally]) => row(name, tally)), row('**all**', altogether(tallies))],
      ),
    ].join('\n');
  },
});
