import type { Stage } from '../../src/compare/evidence.js';
import { confirm, screen } from '../../src/compare/stages.js';
import { countOf, suspicionsOf } from '../../src/compare/suspicions.js';
import { hash } from '../chance.js';
import { decideReport, isAlarm, SETTINGS } from '../decide-report.js';
import { withLooks } from '../looks.js';
import { markdownTable } from '../markdown-table.js';
import { simulatedPart } from '../part.js';
import { logNormalFactor, simulatedPlaces } from '../places-run.js';
import { shareOf, shareText } from '../tally.js';

const NAME = 'early-stop';
const PLACES = 20;
const PAIRS = 300;
const RATIOS: Readonly<Record<string, number>> = { nothing: 1, '+15 %': 1.15, '+25 %': 1.25, '+50 %': 1.5, '×2': 2 };

const [FOUND, FOUND_WITH_LOOKS, TRAFFIC, TRAFFIC_WITH_LOOKS] = ['found', 'found, looks', 'traffic', 'traffic, looks'];

/** What it costs and saves to look while the pairs are being driven. */
export const EARLY_STOP = simulatedPart({
  name: NAME,
  settings: Object.fromEntries(Object.keys(RATIOS).map((name) => [name, 80])),
  replicate: (setting, number) => {
    const seed = `${NAME} ${setting} ${number}`;
    const settings = { ...SETTINGS, seed: hash(seed) };
    const draw = (stage: 1 | 2) =>
      simulatedPlaces({
        ...{ seed, stage, pairs: PAIRS, places: PLACES, usualMs: 100, wholeMilliseconds: false },
        factor: logNormalFactor(0.5, 0.5),
        effect: () => RATIOS[setting]!,
      });
    const { screened, confirmed } = decideReport(draw, seed);
    const first = withLooks(draw(1), (stage) => screen(stage, settings));
    const suspicions = suspicionsOf(first.comparison, true);
    const second = isAlarm(suspicions)
      ? withLooks(draw(2), (stage: Stage) => confirm(stage, suspicions, settings))
      : null;
    return {
      [FOUND]: Number(isAlarm(confirmed)),
      [FOUND_WITH_LOOKS]: Number(second !== null && countOf(suspicionsOf(second.comparison, true)) > 0),
      [TRAFFIC]: isAlarm(screened) ? 2 : 1,
      [TRAFFIC_WITH_LOOKS]: first.share + (second?.share ?? 0),
    };
  },
  table: (tallies) =>
    [
      '## Stopping early',
      '',
      `One place of ${PLACES} gets slower, log-normal with σ = 0.5, half of the log-variance shared in a pair, ${PAIRS} pairs planned for each stage.`,
      'Share of the reports that find it, and the mean traffic in multiples of the planned first stage, with and without looks at a',
      'quarter, a half and three quarters of each stage.',
      '',
      ...markdownTable(
        ['The place', 'Reports', 'found', 'traffic', 'found with looks', 'traffic with looks'],
        Object.entries(tallies).map(([setting, tally]) => [
          setting,
          String(tally.reports),
          shareText(shareOf(tally, FOUND)),
          ((tally.sums[TRAFFIC] ?? 0) / tally.reports).toFixed(2),
          shareText(shareOf(tally, FOUND_WITH_LOOKS)),
          ((tally.sums[TRAFFIC_WITH_LOOKS] ?? 0) / tally.reports).toFixed(2),
        ]),
      ),
    ].join('\n'),
});
