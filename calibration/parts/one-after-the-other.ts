import { oneStage } from '../../src/compare/evidence.js';
import { outcomeOf } from '../../src/compare/outcome.js';
import { suspicionsOf } from '../../src/compare/suspicions.js';
import { Chance, hash } from '../chance.js';
import { SETTINGS } from '../decide-report.js';
import { markdownTable } from '../markdown-table.js';
import { simulatedPart } from '../part.js';
import { APART, named, outcomesOf, rulesOutcomes } from '../report-outcomes.js';
import { RULES_IN_USE } from '../rules/rules-in-use.js';
import { scatterNamed } from '../scatter.js';
import { slowerNode } from '../shop-run.js';
import { simulatedRunsApart } from '../shop-runs-apart.js';
import { shareOf, shareText } from '../tally.js';

const NAME = 'one-after-the-other';
const SLOWER = 'payments';
const REPORTS = 100;

interface Setting {
  readonly scatter: string;
  readonly runShiftSd: number;
  readonly baselineRuns: number;
  readonly ratio: number;
}

const ONE_RUN: Setting = { scatter: 'log-normal', runShiftSd: 0.05, baselineRuns: 1, ratio: 1 };
const FIVE_RUNS: Setting = { ...ONE_RUN, baselineRuns: 5 };

export const APART_SETTINGS = {
  'identical, runs alike': { ...ONE_RUN, runShiftSd: 0 },
  'identical, runs 5 % apart': ONE_RUN,
  'identical, runs 10 % apart': { ...ONE_RUN, runShiftSd: 0.1 },
  'identical, containers': { ...ONE_RUN, scatter: 'containers', runShiftSd: 0 },
  'identical, AR(1)': { ...ONE_RUN, scatter: 'AR(1)', runShiftSd: 0 },
  'identical, bursts': { ...ONE_RUN, scatter: 'bursts', runShiftSd: 0 },
  'identical, drift': { ...ONE_RUN, scatter: 'drift', runShiftSd: 0 },
  'one node ×1.3, runs 5 % apart': { ...ONE_RUN, ratio: 1.3 },
  'one node ×1.6, runs 5 % apart': { ...ONE_RUN, ratio: 1.6 },
  'one node ×2, runs 5 % apart': { ...ONE_RUN, ratio: 2 },
  '5 earlier runs, identical, 5 % apart': FIVE_RUNS,
  '5 earlier runs, identical, 10 % apart': { ...FIVE_RUNS, runShiftSd: 0.1 },
  '5 earlier runs, identical, AR(1)': { ...FIVE_RUNS, scatter: 'AR(1)', runShiftSd: 0 },
  '5 earlier runs, one node ×1.3, 5 % apart': { ...FIVE_RUNS, ratio: 1.3 },
  '5 earlier runs, one node ×1.6, 5 % apart': { ...FIVE_RUNS, ratio: 1.6 },
} as const satisfies Record<string, Setting>;

export type ApartSetting = keyof typeof APART_SETTINGS;

/** The baseline ran before the candidate: no test is exact here. */
export const ONE_AFTER_THE_OTHER = simulatedPart({
  name: NAME,
  settings: Object.fromEntries(Object.keys(APART_SETTINGS).map((name) => [name, REPORTS])),
  replicate: (setting, number) => {
    const seed = `${NAME} ${setting} ${number}`;
    const { scatter, ratio, ...runs } = APART_SETTINGS[setting as ApartSetting];
    const total = Math.round(600 + 600 * new Chance(seed, 'size').uniform());
    const effect = ratio === 1 ? {} : { slower: { node: SLOWER, ratio } };
    const profiles = simulatedRunsApart({ seed, scatter: scatterNamed(scatter), total, effect, ...runs });
    const outcome = outcomeOf(oneStage(profiles), { ...SETTINGS, seed: hash(seed), failOnNewEdges: true });
    return {
      ...outcomesOf(APART, suspicionsOf(outcome, true), slowerNode(SLOWER)),
      ...rulesOutcomes(profiles, SETTINGS.minimumTraces),
    };
  },
  table: (tallies) =>
    [
      '## One version after the other',
      '',
      'The shop again, but the baseline was driven first and the candidate after it, while the weather went on; 600 to 1200 requests a run,',
      `log-normal unless another scatter is named. *Runs 5 % apart*: two runs of one build differ by a common factor whose logarithm has`,
      `that standard deviation. *5 earlier runs*: as many of the baseline, each with a factor of its own. The node is ${SLOWER}. Share of`,
      'the reports with an alarm, which is false for identical code.',
      '',
      ...markdownTable(
        ['Compared', 'Reports', 'gate', 'node named', ...RULES_IN_USE.map(({ name }) => name)],
        Object.entries(tallies).map(([setting, tally]) => [
          setting,
          String(tally.reports),
          shareText(shareOf(tally, APART)),
          setting.includes('identical') ? '' : shareText(shareOf(tally, named(APART))),
          ...RULES_IN_USE.map((rule) => shareText(shareOf(tally, rule.name))),
        ]),
      ),
    ].join('\n'),
});
