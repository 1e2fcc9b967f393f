import { type ComparisonSettings, DEFAULT_RULE } from '../../src/compare/comparison.js';
import * as errorRate from '../../src/compare/error-rate.js';
import { NO_LOOKS } from '../../src/compare/evidence.js';
import { screen } from '../../src/compare/stages.js';
import { countOf, suspicionsOf } from '../../src/compare/suspicions.js';
import { hash } from '../chance.js';
import { withLooks } from '../looks.js';
import { markdownTable } from '../markdown-table.js';
import { simulatedPart } from '../part.js';
import { SCATTERS, scatterNamed } from '../scatter.js';
import { simulatedShop } from '../shop-run.js';
import { altogether, shareOf, shareText, type Tally } from '../tally.js';

const NAME = 'exact-test';
const REPORTS = 150;
const PAIRS = 300;
/** Two containers that differ are no identical code for a test without a margin. */
const SCATTER_NAMES = SCATTERS.map(({ name }) => name).filter((name) => name !== 'containers');
const NOTHING_TOLERATED: Omit<ComparisonSettings, 'seed'> = {
  ...DEFAULT_RULE,
  ...{ nullMargin: 0, tolerances: { typical: 0, p95: 0, faults: 0, floorMs: 0 }, minimumTraces: 5 },
};
const NOMINAL = errorRate.SCREEN * (1 - errorRate.EDGES);

const [ONE_LOOK, LOOKS] = ['one look', 'looks'];

/** The bare test of the first stage, without what the gate tolerates. */
export const EXACT_TEST = simulatedPart({
  name: NAME,
  settings: Object.fromEntries(SCATTER_NAMES.map((name) => [name, REPORTS])),
  replicate: (setting, number) => {
    const seed = `${NAME} ${setting} ${number}`;
    const settings = { ...NOTHING_TOLERATED, seed: hash(seed) };
    const scatter = scatterNamed(setting);
    const requests = { total: PAIRS };
    const profiles = simulatedShop({ seed, stage: 1, scatter, requests, effect: {} });
    const suspects = (comparison: ReturnType<typeof screen>) => Number(countOf(suspicionsOf(comparison, true)) > 0);
    return {
      [ONE_LOOK]: suspects(screen({ profiles, share: 1, earlier: NO_LOOKS }, settings)),
      [LOOKS]: suspects(withLooks(profiles, (stage) => screen(stage, settings)).comparison),
    };
  },
  table: (tallies) => {
    const row = (name: string, tally: Tally) => [
      name,
      String(tally.reports),
      shareText(shareOf(tally, ONE_LOOK)),
      shareText(shareOf(tally, LOOKS)),
    ];
    return [
      '## The test without its margins',
      '',
      'The gate tolerates 3 % between two containers, and more before it calls a change a regression: hence fewer false alarms than the test',
      `alone would raise. Here is the test alone, on identical code, ${PAIRS} pairs in all, nothing tolerated: an exact one raises`,
      `${(100 * NOMINAL).toFixed(0)} % (the first stage’s ${(100 * errorRate.SCREEN).toFixed(0)} % less what is kept for new edges), whatever the times do. *Looks*: after a quarter, a half and three`,
      'quarters of the pairs as well, at the same chance over all of them.',
      '',
      ...markdownTable(
        ['Times scatter', 'Reports', 'one look', 'looks'],
        [...Object.entries(tallies).map(([name, tally]) => row(name, tally)), row('**all**', altogether(tallies))],
      ),
    ].join('\n');
  },
});
