import type { Profile } from '../trace/profile.js';
import type { BothSides } from './alignment.js';
import { type Comparison, type ComparisonSettings, compareProfiles, type Look, soleLook } from './comparison.js';
import * as errorRate from './error-rate.js';
import type { Stage } from './evidence.js';
import { spentBy } from './spending.js';
import { Questions, type Suspicions } from './suspicions.js';

/**
 * The first stage of a run in pairs: everything is asked, at 20 %. It only suspects, so it asks whether there is any
 * difference at all: what two copies of one build differ by, the null margin, is for the second stage to forgive.
 */
export function screen(stage: Stage, settings: ComparisonSettings): Comparison {
  return compareProfiles(stage.profiles, settings, {
    ...lookAt(stage, errorRate.SCREEN),
    marginShare: 0,
    againAlpha: (1 - errorRate.EDGES) * errorRate.CONFIRM,
  });
}

/**
 * The second stage: fresh pairs, asked only about what the first suspected, at 4 %, beyond the null margin. What the first
 * stage had traces enough to ask, this one asks of however few there are: its test is exact, and says what it cannot tell.
 * `raisedBy`: the first stage's profiles, under the same names, by which retries are read as they were.
 */
export function confirm(
  stage: Stage,
  suspicions: Suspicions,
  settings: ComparisonSettings,
  raisedBy: BothSides<Profile> | null = null,
): Comparison {
  return compareProfiles(
    stage.profiles,
    { ...settings, seed: settings.seed + 1, minimumTraces: Math.min(settings.minimumTraces, FEWEST_AGAIN) },
    {
      ...lookAt(stage, errorRate.CONFIRM),
      questions: new Questions(suspicions, raisedBy),
      // A look at half of the pairs may spend 0.3 %: so small a chance takes more deals. (At a quarter it is 0.004 %.)
      resamples: 9999,
    },
  );
}

const FEWEST_AGAIN = 2;

function lookAt({ share, earlier }: Stage, alpha: number): Look {
  const edges = errorRate.EDGES;
  const spent = spentBy(alpha, share);
  // Edges are tested anew at each look: what a look may spend on them is what it adds.
  const spentBefore = earlier.share === 0 ? 0 : spentBy(alpha, earlier.share);
  return {
    ...soleLook(alpha),
    alpha: (1 - edges) * spent,
    edgeAlpha: edges * (spent - spentBefore),
    looked: earlier,
  };
}
