import { type BothSides, bothSides } from '../src/compare/alignment.js';
import { type ComparisonSettings, compareProfiles, DEFAULT_RULE } from '../src/compare/comparison.js';
import { RESAMPLES } from '../src/compare/max-t.js';
import type { Profile, RequestProfile } from '../src/trace/profile.js';
import { bootstrapP95 } from './bootstrap-p95.js';
import { rounded, type Timing, timed } from './timing.js';
import { servicesFor, wideRun } from './wide-run.js';

const SETTINGS: ComparisonSettings = {
  ...DEFAULT_RULE,
  tolerances: { typical: 0.05, p95: 0.1, faults: 0.005, floorMs: 2 },
  minimumTraces: 30,
  seed: 1,
};

const PAIRS = 1000;
const PLACES = 50;

/** What a comparison costs, beside the bootstrap of every place's p95, and how that grows. */
export function compareFigures(): object {
  return {
    part: 'compare',
    node: process.version,
    microseconds: besideBootstrap(false),
    wholeMilliseconds: besideBootstrap(true),
    growth: {
      pairs: growthWithPairs(),
      hypotheses: growthWithHypotheses(),
    },
  };
}

const RUNS = 11;
/** So many places are bootstrapped, and the others taken to cost the same: all of them would take a quarter of a minute. */
const BOOTSTRAPPED = 5;

function besideBootstrap(wholeMilliseconds: boolean): object {
  const profiles = wideRun({ pairs: PAIRS, services: servicesFor(PLACES), wholeMilliseconds });
  const ours = timed(RUNS, () => compareProfiles(profiles, SETTINGS));
  const few = timesByService(profiles).slice(0, BOOTSTRAPPED);
  const bootstrap = timed(3, () => few.map((ms) => bootstrapP95(ms, RESAMPLES)), 1);
  const bootstrapMs = (bootstrap.medianMs / few.length) * PLACES;
  return {
    pairs: PAIRS,
    places: PLACES,
    ...countsOf(profiles),
    ours,
    bootstrapOfP95: {
      milliseconds: rounded(bootstrapMs),
      resamplesPerPlace: RESAMPLES,
      how: `simple-statistics; ${few.length} places timed (median of ${bootstrap.runs} runs), scaled to ${PLACES}`,
    },
    oursOverBootstrap: rounded(ours.medianMs / bootstrapMs),
  };
}

function timesByService(profiles: BothSides<Profile>): BothSides<number[]>[] {
  return profiles.baseline.requests[0]!.work.map(({ node }) => {
    const selfMs = ({ work }: RequestProfile) => work.find((of) => of.node === node)!.selfMs;
    return bothSides(profiles, ({ requests }) => requests.map(selfMs));
  });
}

function growthWithPairs(): object[] {
  return [1000, 10_000, 100_000].map((pairs) => {
    const profiles = wideRun({ pairs, services: 2, wholeMilliseconds: false });
    return grown(
      profiles,
      timed(pairs > 10_000 ? 3 : 7, () => compareProfiles(profiles, SETTINGS), 1),
    );
  });
}

function growthWithHypotheses(): object[] {
  return [50, 168].map((places) => {
    const profiles = wideRun({ pairs: PAIRS, services: servicesFor(places), wholeMilliseconds: false });
    return grown(
      profiles,
      timed(5, () => compareProfiles(profiles, SETTINGS), 1),
    );
  });
}

function grown(profiles: BothSides<Profile>, { medianMs, runs }: Timing): object {
  const { samples, hypotheses } = countsOf(profiles);
  return {
    pairs: profiles.candidate.requests.length,
    hypotheses,
    samples,
    medianMs,
    runs,
    microsecondsPerSample: rounded((1000 * medianMs) / samples),
  };
}

/** A sample is one number of one request that a hypothesis ranks or counts; one that two hypotheses share counts twice. */
function countsOf(profiles: BothSides<Profile>): { hypotheses: number; samples: number } {
  const { changes } = compareProfiles(profiles, SETTINGS);
  return {
    hypotheses: changes.length,
    samples: changes.reduce((sum, { samples }) => sum + samples.baseline + samples.candidate, 0),
  };
}
