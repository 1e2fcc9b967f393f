import type { Profile } from '../../src/trace/profile.js';
import { markdownTable } from '../markdown-table.js';
import { simulatedPart } from '../part.js';
import { MODES, reportOutcomes } from '../report-outcomes.js';
import { scatterNamed } from '../scatter.js';
import { simulatedShop } from '../shop-run.js';
import { shareOf, shareText } from '../tally.js';

const NAME = 'offset';
const REPORTS = 300;
const RATIOS: Readonly<Record<string, number>> = { '+1 %': 1.01, '+2 %': 1.02, '+3 %': 1.03 };

/** Identical code of which one deployment is slower as a whole: another host, a noisier neighbour. */
export const OFFSET = simulatedPart({
  name: NAME,
  settings: Object.fromEntries(Object.keys(RATIOS).map((offset) => [offset, REPORTS])),
  replicate: (setting, number) => {
    const seed = `${NAME} ${setting} ${number}`;
    const draw = (stage: 1 | 2) => {
      const scatter = scatterNamed('log-normal');
      const run = simulatedShop({ seed, stage, scatter, requests: { each: 300 }, effect: {} });
      return { ...run, candidate: scaled(run.candidate, RATIOS[setting]!) };
    };
    return reportOutcomes(draw, seed);
  },
  table: (tallies) =>
    [
      '## Identical code, one deployment slower as a whole',
      '',
      'All times of the candidate are longer by the same share, as on another host: the shop with 300 pairs an operation. Up to the null',
      'margin of 3 % this is no change of the code. The screen sees it, and has to be asked again; the confirmation forgives it.',
      '',
      ...markdownTable(
        ['Slower', 'Reports', ...MODES],
        Object.entries(tallies).map(([setting, tally]) => [
          setting,
          String(tally.reports),
          ...MODES.map((mode) => shareText(shareOf(tally, mode))),
        ]),
      ),
    ].join('\n'),
});

function scaled(profile: Profile, ratio: number): Profile {
  return {
    ...profile,
    requests: profile.requests.map((request) => ({
      ...request,
      responseMs: request.responseMs === null ? null : request.responseMs * ratio,
      work: request.work.map((work) => ({ ...work, selfMs: work.selfMs * ratio })),
      calls: request.calls.map((call) => ({ ...call, durationMs: call.durationMs * ratio })),
    })),
  };
}
