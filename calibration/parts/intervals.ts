import { compareProfiles } from '../../src/compare/comparison.js';
import { hash } from '../chance.js';
import { SETTINGS } from '../decide-report.js';
import { markdownTable } from '../markdown-table.js';
import { simulatedPart } from '../part.js';
import { scatterFactor, simulatedPlaces } from '../places-run.js';
import { scatterNamed } from '../scatter.js';
import { shareOf, shareText, type Tallies, type Tally } from '../tally.js';

const NAME = 'intervals';
const PLACES = 10;
const RATIO = 1.2;
const REPORTS = 150;
const SHAPES = ['log-normal', 'cache', 'gap at p95', 'Pareto tail', 'whole milliseconds'] as const;
const PAIRS = [30, 100, 300] as const;

export const COVERED = { typical: 'typical covered', p95: 'p95 covered' } as const;

/** How often the printed 90 % interval holds the true ratio. */
export const INTERVALS = simulatedPart({
  name: NAME,
  settings: Object.fromEntries(SHAPES.flatMap((shape) => PAIRS.map((pairs) => [`${shape}, ${pairs} pairs`, REPORTS]))),
  replicate: (setting, number) => {
    const seed = `${NAME} ${setting} ${number}`;
    const [shape, size] = setting.split(', ');
    const scatter = scatterNamed(shape!);
    const profiles = simulatedPlaces({
      ...{ seed, stage: 1, pairs: Number.parseInt(size!, 10), places: PLACES, usualMs: 12, everywhere: true },
      factor: scatterFactor(scatter),
      wholeMilliseconds: scatter.wholeMilliseconds,
      effect: () => RATIO,
    });
    const { changes } = compareProfiles(profiles, { ...SETTINGS, seed: hash(seed) });
    const covered = (metric: 'typical' | 'p95') =>
      changes.filter(
        (change) =>
          change.metric === metric &&
          change.place.node !== null &&
          change.interval[0] <= RATIO &&
          RATIO <= change.interval[1],
      ).length;
    return { intervals: PLACES, [COVERED.typical]: covered('typical'), [COVERED.p95]: covered('p95') };
  },
  table: (tallies) =>
    [
      '## Intervals',
      '',
      `Every place ×${RATIO}. Share of the printed 90 % intervals that hold ${RATIO}: 90 % if all is well.`,
      '',
      ...markdownTable(
        ['Times scatter', 'Intervals', 'typical', 'p95'],
        Object.entries(tallies).map(([setting, tally]) => [
          setting,
          String(tally.sums.intervals),
          shareText(coverage(tally, COVERED.typical)),
          shareText(coverage(tally, COVERED.p95)),
        ]),
      ),
    ].join('\n'),
});

export function coverage(tally: Tally, covered: string) {
  return shareOf(tally, covered, tally.sums.intervals ?? 0);
}

/** Lowest and highest coverage among the settings, of typical and p95. */
export function coverageRange(tallies: Tallies): string {
  const shares = Object.values(tallies).flatMap((tally) =>
    Object.values(COVERED).map((covered) => coverage(tally, covered)),
  );
  if (shares.length === 0) return '–';
  const sorted = shares.toSorted((a, b) => a.count / a.of - b.count / b.of);
  return `${shareText(sorted[0]!)} to ${shareText(sorted.at(-1)!)}`;
}
