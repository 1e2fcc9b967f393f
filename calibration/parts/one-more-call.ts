import { type BothSides, bothSides } from '../../src/compare/alignment.js';
import type { Change } from '../../src/compare/change.js';
import type { Profile } from '../../src/trace/profile.js';
import { type MoreOf, withCounts } from '../../test/support/simulated-counts.js';
import { Chance } from '../chance.js';
import { markdownTable } from '../markdown-table.js';
import { simulatedPart } from '../part.js';
import { blamed, MODES, named, type Planted, reportOutcomes } from '../report-outcomes.js';
import { scatterNamed } from '../scatter.js';
import { simulatedShop } from '../shop-run.js';
import { shareOf, shareText } from '../tally.js';

const NAME = 'one-more-call';
const CALLER = 'orders';
const CALLEE = 'orders-db';

interface Setting {
  readonly reports: number;
  readonly pairs: number;
  readonly more: MoreOf;
  readonly names: (change: Change) => boolean;
}

const onEdge = (metric: Change['metric']) => (change: Change) =>
  change.metric === metric && change.place.edge?.to.name === CALLEE;
const isRendering = ({ place }: Change) => place.step === 'render-line';

const SETTINGS: Readonly<Record<string, Setting>> = {
  'nothing more, 50 pairs': { reports: 400, pairs: 50, more: {}, names: () => false },
  'nothing more, 300 pairs': { reports: 200, pairs: 300, more: {}, names: () => false },
  '+1 call, 50 pairs': { reports: 200, pairs: 50, more: { calls: 1 }, names: onEdge('calls') },
  '+1 time a subsegment, 50 pairs': { reports: 200, pairs: 50, more: { lines: 1 }, names: isRendering },
  '2 → 10 % of the calls tried again, 50 pairs': {
    reports: 200,
    pairs: 50,
    more: { retried: 0.1 },
    names: onEdge('retries'),
  },
  '2 → 10 % of the calls tried again, 300 pairs': {
    reports: 100,
    pairs: 300,
    more: { retried: 0.1 },
    names: onEdge('retries'),
  },
};

/** One node calls another once more, repeats a part of its own once more, or has its calls tried again. */
export const ONE_MORE_CALL = simulatedPart({
  name: NAME,
  settings: Object.fromEntries(Object.entries(SETTINGS).map(([name, { reports }]) => [name, reports])),
  replicate: (setting, number) => {
    const seed = `${NAME} ${setting} ${number}`;
    const { pairs, more, names } = SETTINGS[setting]!;
    const planted: Planted = { names, explains: ({ metric }) => metric === 'calls' || metric === 'retries' };
    return reportOutcomes((stage) => countedShop(seed, stage, pairs, more), seed, { planted });
  },
  table: (tallies) =>
    [
      '## One more call',
      '',
      `The shop, of which \`${CALLER}\` makes two to six calls of two operations to \`${CALLEE}\`, and repeats a subsegment one to three`,
      'times, as the body says that a pair shares; one in ten does one more of its own, and one call in fifty is tried again.',
      'Share of the reports with any alarm, with a finding of that very number, and with a finding of anything but such numbers.',
      '',
      ...markdownTable(
        ['The candidate', 'Reports', ...MODES, 'named, screen and confirm', 'others blamed'],
        Object.entries(tallies).map(([setting, tally]) => [
          setting,
          String(tally.reports),
          ...MODES.map((mode) => shareText(shareOf(tally, mode))),
          shareText(shareOf(tally, named('screen and confirm'))),
          shareText(shareOf(tally, blamed('screen and confirm'))),
        ]),
      ),
    ].join('\n'),
});

function countedShop(seed: string, stage: 1 | 2, pairs: number, more: MoreOf): BothSides<Profile> {
  const shop = simulatedShop({
    ...{ seed, stage, scatter: scatterNamed('log-normal') },
    requests: { each: pairs },
    effect: {},
  });
  return bothSides(shop, (profile, side) =>
    withCounts(profile, {
      ...{ caller: CALLER, callee: CALLEE, more: side === 'candidate' ? more : {} },
      body: new Chance(seed, 'counts', stage),
      own: new Chance(seed, 'counts', stage, side),
    }),
  );
}
