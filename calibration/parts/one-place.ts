import type { Chance } from '../chance.js';
import { markdownTable } from '../markdown-table.js';
import { simulatedPart } from '../part.js';
import { CHANGED_PLACE, logNormalFactor, simulatedPlaces } from '../places-run.js';
import { blamed, named, type Planted, reportOutcomes } from '../report-outcomes.js';
import { RULES_IN_USE } from '../rules/rules-in-use.js';
import { shareOf, shareText } from '../tally.js';

const NAME = 'one-place';
const PLACES = 50;
const SIGMA = 0.5;

interface Setting {
  readonly reports: number;
  readonly pairs: number;
  /** Share of the variance of a logarithm that both requests of a pair have in common. */
  readonly shared: number;
  readonly effect: (chance: Chance) => number;
}

const by = (ratio: number) => () => ratio;

export const ONE_PLACE_SETTINGS = {
  'nothing changed, half shared': { reports: 200, pairs: 300, shared: 0.5, effect: by(1) },
  '+10 %, half shared': { reports: 100, pairs: 300, shared: 0.5, effect: by(1.1) },
  '+15 %, half shared': { reports: 300, pairs: 300, shared: 0.5, effect: by(1.15) },
  '+20 %, nothing shared': { reports: 300, pairs: 300, shared: 0, effect: by(1.2) },
  '+30 %, nothing shared': { reports: 100, pairs: 300, shared: 0, effect: by(1.3) },
  '8 % of the requests ×2, 1000 pairs, half shared': {
    reports: 100,
    pairs: 1000,
    shared: 0.5,
    effect: (chance) => (chance.happens(0.08) ? 2 : 1),
  },
} as const satisfies Record<string, Setting>;

export type OnePlaceSetting = keyof typeof ONE_PLACE_SETTINGS;

const PLANTED: Planted = {
  names: ({ place }) => place.node?.name === CHANGED_PLACE,
  explains: ({ place }) => place.node === null && place.edge === null,
};

/** One of fifty independent places gets slower. */
export const ONE_PLACE = simulatedPart({
  name: NAME,
  settings: Object.fromEntries(Object.entries(ONE_PLACE_SETTINGS).map(([name, { reports }]) => [name, reports])),
  replicate: (setting, number) => {
    const seed = `${NAME} ${setting} ${number}`;
    const { pairs, shared, effect } = ONE_PLACE_SETTINGS[setting as OnePlaceSetting];
    const draw = (stage: 1 | 2) =>
      simulatedPlaces({
        ...{ seed, stage, pairs, places: PLACES, usualMs: 100, wholeMilliseconds: false, effect },
        factor: logNormalFactor(SIGMA, shared),
      });
    return reportOutcomes(draw, seed, { planted: PLANTED });
  },
  table: (tallies) =>
    [
      `## One place of ${PLACES} gets slower`,
      '',
      `One operation with ${PLACES} nodes that have nothing in common, log-normal with σ = ${SIGMA}, 300 pairs unless another number is`,
      'given. *Shared*: the part of the variance of the logarithm that both requests of a pair have in common, as they have a body.',
      'Share of the reports with a finding at that place; *others blamed*: with a finding at another node.',
      '',
      ...markdownTable(
        [
          ...['The place', 'Reports', 'one stage, 5 %', 'one stage, 1 %', 'screen and confirm', 'others blamed'],
          ...RULES_IN_USE.map(({ name }) => name),
        ],
        Object.entries(tallies).map(([setting, tally]) => [
          setting,
          String(tally.reports),
          ...(['one stage, 5 %', 'one stage, 1 %', 'screen and confirm'] as const).map((mode) =>
            shareText(shareOf(tally, named(mode))),
          ),
          shareText(shareOf(tally, blamed('screen and confirm'))),
          ...RULES_IN_USE.map((rule) => shareText(shareOf(tally, rule.name))),
        ]),
      ),
    ].join('\n'),
});
