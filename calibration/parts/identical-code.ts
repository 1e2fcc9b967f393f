import { Chance } from '../chance.js';
import { markdownTable } from '../markdown-table.js';
import { simulatedPart } from '../part.js';
import { MODES, reportOutcomes } from '../report-outcomes.js';
import { RULES_IN_USE } from '../rules/rules-in-use.js';
import { SCATTERS, scatterNamed } from '../scatter.js';
import { simulatedShop } from '../shop-run.js';
import { altogether, shareOf, shareText, type Tally } from '../tally.js';

const NAME = 'identical-code';
const REPORTS = 330;

/** Whole reports of two deployments of the same build, side by side: how many raise an alarm. */
export const IDENTICAL_CODE = simulatedPart({
  name: NAME,
  settings: Object.fromEntries(SCATTERS.map(({ name }) => [name, REPORTS])),
  replicate: (setting, number) => {
    const seed = `${NAME} ${setting} ${number}`;
    const total = Math.round(400 + 500 * new Chance(seed, 'size').uniform());
    const scatter = scatterNamed(setting);
    const draw = (stage: 1 | 2) => simulatedShop({ seed, stage, scatter, requests: { total }, effect: {} });
    const outcomes = reportOutcomes(draw, seed);
    return { ...outcomes, 'at least 67 hypotheses': Number(outcomes.hypotheses! >= 67) };
  },
  table: (tallies) => {
    const all = altogether(tallies);
    const ways = [...MODES, ...RULES_IN_USE.map(({ name }) => name)];
    const row = (name: string, tally: Tally) => [
      name,
      String(tally.reports),
      ...ways.map((way) => shareText(shareOf(tally, way))),
    ];
    const each = (all.sums.hypotheses ?? 0) / all.reports;
    return [
      '## Identical code, side by side',
      '',
      `Two deployments of one build, ${all.reports} reports of a shop of ten services: five operations, 40 to 270 pairs each,`,
      `${each.toFixed(0)} hypotheses a report on average (at least 67 in ${all.sums['at least 67 hypotheses']} of them). Share of the`,
      'reports with at least one alarm; every one of them is false.',
      '',
      ...markdownTable(
        ['Times scatter', 'Reports', ...ways],
        [...Object.entries(tallies).map(([name, tally]) => row(name, tally)), row('**all**', all)],
      ),
      '',
      `Of all ${all.reports}: ${shareText(shareOf(all, 'one stage, 5 %'), true)} in one stage at 5 %, ${shareText(
        shareOf(all, 'screen and confirm'),
        true,
      )} screened and confirmed.`,
      '',
      ...SCATTERS.map(({ name, told }) => `- *${name}*: ${told}.`),
    ].join('\n');
  },
});
