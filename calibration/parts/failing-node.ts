import type { BothSides } from '../../src/compare/alignment.js';
import { failedAlone, judgeReplays, REPLAY_TIMES, TRY_TIMES, worthReplaying } from '../../src/compare/replay.js';
import type { Profile } from '../../src/trace/profile.js';
import { Chance } from '../chance.js';
import { markdownTable } from '../markdown-table.js';
import { simulatedPart } from '../part.js';
import { named, type Planted, reportOutcomes } from '../report-outcomes.js';
import { scatterNamed } from '../scatter.js';
import { simulatedShop } from '../shop-run.js';
import { chanceFaults, OWN_FAULTS, PLANTED_EXCEPTION } from '../shop-trace.js';
import { shareOf, shareText } from '../tally.js';

const NAME = 'failing-node';
const FAILING = 'payments';
const REPORTS = 100;
const SHARES: Readonly<Record<string, number>> = { '0 %': 0, '1 %': 0.01, '2 %': 0.02, '4 %': 0.04, '6 %': 0.06 };

/** Outcomes: a replayed request fails with the candidate for sure; and it is the planted failure. */
export const REPLAYED = { alarm: 'replay', named: 'replay: named' } as const;

const PLANTED: Planted = {
  names: ({ metric, place }) => metric === 'faults' && place.node?.name === FAILING,
  explains: ({ metric }) => metric === 'faults',
};

/** One node fails a share of the requests, each of them whenever it is sent, and so fail their callers. */
export const FAILING_NODE = simulatedPart({
  name: NAME,
  settings: Object.fromEntries(Object.keys(SHARES).map((share) => [share, REPORTS])),
  replicate: (setting, number) => {
    const seed = `${NAME} ${setting} ${number}`;
    const draw = (stage: 1 | 2) =>
      simulatedShop({
        ...{ seed, stage, scatter: scatterNamed('log-normal') },
        requests: { each: 300 },
        effect: { failing: { node: FAILING, share: SHARES[setting]! } },
      });
    return {
      ...reportOutcomes(draw, seed, { planted: PLANTED }),
      ...replayOutcomes(draw(1), new Chance(seed, 'replay')),
    };
  },
  table: (tallies) =>
    [
      '## One node fails more often',
      '',
      `The shop with 300 pairs an operation. Of all calls ${100 * OWN_FAULTS} % fail by chance; the candidate’s ${FAILING}`,
      'fails the given share of the requests as well, each of them whenever it is sent. A fault shows in every caller above. *Found*: any',
      'alarm of the two stages; *named*: as faults of that node; *replayed*: requests that failed on the candidate alone and at two tries, sent again',
      `${REPLAY_TIMES} times to each side, told the failure for sure.`,
      '',
      ...markdownTable(
        ['Fails', 'Reports', 'found', 'named', 'replayed', 'wrong by replay'],
        Object.entries(tallies).map(([setting, tally]) => {
          const wrong = (tally.sums[REPLAYED.alarm] ?? 0) - (tally.sums[REPLAYED.named] ?? 0);
          return [
            `+${setting}`,
            String(tally.reports),
            shareText(shareOf(tally, 'screen and confirm')),
            shareText(shareOf(tally, named('screen and confirm'))),
            shareText(shareOf(tally, REPLAYED.named)),
            String(wrong),
          ];
        }),
      ),
    ].join('\n'),
});

function replayOutcomes(run: BothSides<Profile>, chance: Chance): Readonly<Record<string, number>> {
  const sent = (times: number, failing: number) => ({
    failed: Array.from({ length: times }, () => chance.happens(failing)).filter(Boolean).length,
    of: times,
  });
  const tried = failedAlone(run).map((failure) => {
    const byChance = chanceFaults(failure.operation);
    const failing = failure.cause.exception === PLANTED_EXCEPTION ? 1 : byChance;
    return { failure, byChance, failing, tried: sent(TRY_TIMES, failing) };
  });
  const replays = judgeReplays(
    worthReplaying(tried).map(({ failure, byChance, failing }) => ({
      failure,
      sentAgain: { baseline: sent(REPLAY_TIMES, byChance), candidate: sent(REPLAY_TIMES, failing) },
    })),
  );
  const certain = replays.filter((replay) => replay.certain);
  return {
    [REPLAYED.alarm]: Number(certain.length > 0),
    [REPLAYED.named]: Number(certain.some(({ cause }) => cause.exception === PLANTED_EXCEPTION)),
  };
}
