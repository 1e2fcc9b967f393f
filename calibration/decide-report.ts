import type { BothSides } from '../src/compare/alignment.js';
import {
  type Comparison,
  type ComparisonSettings,
  compareProfiles,
  DEFAULT_RULE,
  soleLook,
} from '../src/compare/comparison.js';
import * as errorRate from '../src/compare/error-rate.js';
import { NO_LOOKS, type Stage } from '../src/compare/evidence.js';
import { confirm, screen } from '../src/compare/stages.js';
import { countOf, type Suspicions, suspicionsOf } from '../src/compare/suspicions.js';
import type { Profile } from '../src/trace/profile.js';
import { hash } from './chance.js';

/** The rule's defaults, as users get them. */
export const SETTINGS: Omit<ComparisonSettings, 'seed'> = {
  ...DEFAULT_RULE,
  tolerances: { typical: 0.05, p95: 0.1, faults: 0.005, floorMs: 2 },
  minimumTraces: 30,
};

/** One report, decided in every way of interest from the same traffic. */
export interface DecidedReport {
  readonly hypotheses: number;
  /** What got worse where a single stage decides, with that chance of a false alarm in the whole report. */
  readonly oneStage: { readonly at5: Suspicions; readonly at1: Suspicions };
  /** What the first of two stages suspected, and what the second found again. */
  readonly screened: Suspicions;
  readonly confirmed: Suspicions;
}

/**
 * Decides by the real code. `draw(1)` is the run, `draw(2)` the fresh traffic of a confirmation, asked for only when
 * something was suspected. The p-values of a look do not depend on its α, so that one look serves for both single stages.
 */
export function decideReport(
  draw: (stage: 1 | 2) => BothSides<Profile>,
  seed: string,
  overrides: Partial<ComparisonSettings> = {},
): DecidedReport {
  const settings: ComparisonSettings = { ...SETTINGS, seed: hash(seed), ...overrides };
  const stage = (number: 1 | 2): Stage => ({ profiles: draw(number), share: 1, earlier: NO_LOOKS });
  const first = screen(stage(1), settings);
  const screened = suspicionsOf(first, true);
  const sole = compareProfiles(draw(1), settings, soleLook(0.05));
  return {
    hypotheses: first.changes.length,
    oneStage: { at5: suspicionsOf(sole, true), at1: suspectedAt(sole, errorRate.REPORT) },
    screened,
    confirmed: isAlarm(screened) ? suspicionsOf(confirm(stage(2), screened, settings), true) : screened,
  };
}

export function isAlarm(suspicions: Suspicions): boolean {
  return countOf(suspicions) > 0;
}

function suspectedAt(comparison: Comparison, reportAlpha: number): Suspicions {
  const { alpha, edgeAlpha } = soleLook(reportAlpha);
  const { changes, edges } = suspicionsOf(comparison, true);
  return { changes: changes.filter(({ p }) => p <= alpha), edges: edges.filter(({ p }) => p <= edgeAlpha) };
}
