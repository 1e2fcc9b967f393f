import { markdownTable } from './markdown-table.js';
import { REPLAYED } from './parts/failing-node.js';
import { coverageRange } from './parts/intervals.js';
import type { ApartSetting } from './parts/one-after-the-other.js';
import type { OnePlaceSetting } from './parts/one-place.js';
import { APART, blamed, type Mode, named } from './report-outcomes.js';
import type { Results } from './results.js';
import { altogether, NOTHING, shareOf, shareText } from './tally.js';

interface Target {
  readonly what: string;
  readonly floor: string;
  readonly target: string;
  readonly reached: (results: Results) => string;
}

const onePlace = (setting: OnePlaceSetting, mode: Mode) => (results: Results) =>
  share(results, 'one-place', named(mode), setting);

const apart = (setting: ApartSetting, outcome: string) => (results: Results) =>
  share(results, 'one-after-the-other', outcome, setting);

/** What the decision is meant to reach, and which figure says whether it does. */
const TARGETS: readonly Target[] = [
  {
    what: 'false alarms per report of identical code, in pairs, at least 67 hypotheses, all generators; one stage at 5 %',
    floor: 'at most 5 %',
    target: '',
    reached: (results) => share(results, 'identical-code', 'one stage, 5 %'),
  },
  {
    what: 'the same, screened and confirmed',
    floor: '',
    target: 'at most 1 %, upper bound at most 1.4 %',
    reached: (results) => share(results, 'identical-code', 'screen and confirm'),
  },
  {
    what: '300 pairs, log-normal with σ = 0.5, one place of 50 +15 %, half of the log-variance shared in a pair',
    floor: '79 % found',
    target: '93 % found at 1 % false',
    reached: onePlace('+15 %, half shared', 'screen and confirm'),
  },
  {
    what: 'the same with nothing shared, +20 %',
    floor: '71 %',
    target: '89 %',
    reached: onePlace('+20 %, nothing shared', 'screen and confirm'),
  },
  {
    what: 'service graph, 300 traces an operation, one node ×1.3: that node named',
    floor: '84 %',
    target: '90 % at 1 % false',
    reached: (results) =>
      `${share(results, 'slower-node', named('screen and confirm'))}; others blamed ${share(results, 'slower-node', blamed('screen and confirm'))}`,
  },
  {
    what: 'tail only: 8 % of the requests ×2 at one place of 50, 1000 pairs',
    floor: '35 %',
    target: '50 %',
    reached: onePlace('8 % of the requests ×2, 1000 pairs, half shared', 'screen and confirm'),
  },
  {
    what: 'deterministic failure of 1 % of the requests, 300 pairs, with replay',
    floor: '',
    target: '95 %',
    reached: (results) => share(results, 'failing-node', REPLAYED.named, '1 %'),
  },
  {
    what: 'coverage of the 90 % intervals, lowest and highest of all settings',
    floor: '86 %',
    target: '88–92 %',
    reached: (results) => coverageRange(results.intervals ?? {}),
  },
  {
    what: 'one version after the other, 5 earlier runs, two runs of one build 5 % apart: false alarms',
    floor: 'at most 10 %',
    target: 'at most 5 %',
    reached: apart('5 earlier runs, identical, 5 % apart', APART),
  },
  {
    what: 'the same, one node ×1.3: named',
    floor: '',
    target: '80 %',
    reached: apart('5 earlier runs, one node ×1.3, 5 % apart', named(APART)),
  },
];

/** The share of the reports of one part (or one setting of it) with an outcome; `–` where it has not been run. */
function share(results: Results, part: string, outcome: string, setting?: string): string {
  const tallies = results[part] ?? {};
  return shareText(shareOf(setting === undefined ? altogether(tallies) : (tallies[setting] ?? NOTHING), outcome), true);
}

export function targetsTable(results: Results): string[] {
  return markdownTable(
    ['Simulated', 'floor', 'target', 'reached'],
    TARGETS.map(({ what, floor, target, reached }) => [what, floor, target, reached(results)]),
  );
}
