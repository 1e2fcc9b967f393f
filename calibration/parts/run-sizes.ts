import { markdownTable } from '../markdown-table.js';
import { simulatedPart } from '../part.js';
import { scatterFactor, simulatedPlaces } from '../places-run.js';
import { reportOutcomes } from '../report-outcomes.js';
import { RULES_IN_USE } from '../rules/rules-in-use.js';
import { SCATTERS } from '../scatter.js';
import { shareOf, shareText } from '../tally.js';

const NAME = 'run-sizes';
const PLACES = 10;
const REPORTS: Readonly<Record<string, number>> = { 10: 1000, 30: 1000, 100: 600, 300: 300, 1000: 150 };

/** Identical code again, from very small runs to large ones. */
export const RUN_SIZES = simulatedPart({
  name: NAME,
  settings: REPORTS,
  replicate: (setting, number) => {
    const seed = `${NAME} ${setting} ${number}`;
    const scatter = SCATTERS[number % SCATTERS.length]!;
    const pairs = Number(setting);
    const draw = (stage: 1 | 2) =>
      simulatedPlaces({
        ...{ seed, stage, pairs, places: PLACES, usualMs: 40 },
        factor: scatterFactor(scatter),
        wholeMilliseconds: scatter.wholeMilliseconds,
        effect: () => 1,
      });
    return reportOutcomes(draw, seed, { minimumTraces: Math.min(30, pairs) });
  },
  table: (tallies) => {
    const ways = ['one stage, 5 %', 'one stage, 1 %', 'screen and confirm', ...RULES_IN_USE.map(({ name }) => name)];
    return [
      '## Identical code, by the size of the run',
      '',
      `One operation with ${PLACES} nodes, which scatter as above in turns. Share of the reports with an alarm. (The gate asks for 30`,
      'traces of an operation; for the row of 10 pairs that was set to 10.)',
      '',
      ...markdownTable(
        ['Pairs', 'Reports', ...ways],
        Object.entries(tallies).map(([pairs, tally]) => [
          pairs,
          String(tally.reports),
          ...ways.map((way) => shareText(shareOf(tally, way))),
        ]),
      ),
    ].join('\n');
  },
});
