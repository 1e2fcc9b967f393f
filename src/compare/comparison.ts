import type { Coverage, Profile } from '../trace/profile.js';
import { align, type BothSides, bothSides, narrow, smallerSide } from './alignment.js';
import type { BothTests, Change, DecisionRule } from './change.js';
import { type Edge, edgesOf } from './edges.js';
import { hypothesesOf } from './hypotheses.js';
import { contributionsOf } from './hypothesis.js';
import { judgeCount } from './judge-count.js';
import { judgeLatency } from './judge-latency.js';
import { testFamily } from './max-t.js';
import { placeKey } from './place.js';

export interface ComparisonSettings extends DecisionRule {
  /** Null margin where the versions ran one after the other, 0.15 = 15 %. */
  readonly sequentialMargin: number;
  /** Fewer traces of an operation than this on either side: it is not judged. */
  readonly minimumTraces: number;
  readonly seed: number;
}

/** What no input changes: one false alarm in a hundred reports, and the margins that copies of one build differ by. */
export const DEFAULT_RULE = {
  alpha: 0.01,
  nullMargin: 0.03,
  sequentialMargin: 0.15,
  resolution: 0.25,
} as const satisfies Partial<ComparisonSettings>;

/** How many requests of one operation each side has, and whether that was enough to judge it. */
export interface OperationCount {
  readonly operation: string;
  readonly requests: BothSides<number>;
  /** Requests that can be compared: of the side that has fewer. */
  readonly comparable: number;
  readonly coldStarts: BothSides<number>;
  readonly judged: boolean;
}

/** What a comparison found, before anybody says whether that is good or bad for the build. */
export interface Comparison {
  readonly design: 'pairs' | 'sequential';
  readonly units: number;
  readonly seed: number;
  readonly alpha: number;
  readonly nullMargin: number;
  readonly minimumTraces: number;
  readonly coverage: BothSides<Coverage>;
  readonly operations: readonly OperationCount[];
  /** One for each hypothesis; worst first. */
  readonly changes: readonly Change[];
  /** Of both service graphs together; changed ones first. */
  readonly edges: readonly Edge[];
}

/** Compares two profiles. Pure: the same profiles, settings and seed give the same answer. */
export function compareProfiles(profiles: BothSides<Profile>, settings: ComparisonSettings): Comparison {
  const alignment = align(profiles);
  const { design } = alignment;
  const nullMargin = design.kind === 'pairs' ? settings.nullMargin : settings.sequentialMargin;
  const rule: DecisionRule = { ...settings, nullMargin };
  const edges = edgesOf(profiles, settings.alpha);
  const hypotheses = hypothesesOf(profiles, alignment, edges, settings);
  const family = (margin: number) => hypotheses.map((hypothesis) => contributionsOf(hypothesis, alignment, margin));
  const negated = (contributions: Float64Array[]) => contributions.map((of) => of.map((c) => -c));
  const { alpha, seed } = settings;
  const worse = testFamily(family(1 + nullMargin), design, { alpha, seed });
  const better = testFamily(negated(family(1 / (1 + nullMargin))), design, { alpha, seed });
  const changes = hypotheses.map((hypothesis, k) => {
    const tested: BothTests = { worse: worse.tests[k]!, better: better.tests[k]!, critical: worse.critical };
    return hypothesis.kind === 'latency'
      ? judgeLatency(hypothesis, tested, design, rule)
      : judgeCount(hypothesis, tested, design, rule);
  });

  const operations = new Set([...profiles.baseline.requests, ...profiles.candidate.requests].map((r) => r.operation));
  return {
    design: design.kind,
    units: design.units,
    seed: settings.seed,
    alpha: settings.alpha,
    nullMargin,
    minimumTraces: settings.minimumTraces,
    coverage: bothSides(profiles, ({ coverage }) => coverage),
    operations: [...operations].toSorted().map((operation) => {
      const comparable = smallerSide(narrow(alignment, (request) => request.operation === operation));
      const of = bothSides(profiles, ({ requests }) => requests.filter((request) => request.operation === operation));
      return {
        operation,
        requests: bothSides(of, ({ length }) => length),
        comparable,
        coldStarts: bothSides(of, (requests) => requests.filter(({ cold }) => cold).length),
        judged: comparable >= settings.minimumTraces,
      };
    }),
    changes: changes.toSorted(worstFirst),
    edges,
  };
}

const STATES = ['regressed', 'inconclusive', 'improved', 'unchanged'];

/** Regressed first; in each state the surest first, and of equally sure ones the largest change. */
function worstFirst(a: Change, b: Change): number {
  return (
    STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
    a.p - b.p ||
    severity(b) - severity(a) ||
    compareText(placeKey(a.place), placeKey(b.place)) ||
    compareText(b.metric, a.metric)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function severity({ ratio, candidate, baseline }: Change): number {
  return ratio === null ? candidate - baseline : Math.log(Math.max(ratio, 1e-9));
}
