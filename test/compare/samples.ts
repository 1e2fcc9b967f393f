import type { BothSides } from '../../src/compare/alignment.js';
import type { Change } from '../../src/compare/change.js';
import { type ComparisonSettings, compareProfiles, DEFAULT_RULE, soleLook } from '../../src/compare/comparison.js';
import type { Replay } from '../../src/compare/replay.js';
import type { SortedSample } from '../../src/compare/score.js';
import type { Profile, RequestProfile } from '../../src/trace/profile.js';
import { aNode, aProfile, aRequest, OPERATION } from '../support/simulated-run.js';

export type SampleSettings = Partial<ComparisonSettings> & { readonly alpha?: number };

/** Durations in milliseconds, each in a unit of its own unless `units` says otherwise. */
export function aSample(ms: readonly number[], units: readonly number[] = ms.map((_, i) => i)): SortedSample {
  const ascending = ms.map((_, i) => i).sort((a, b) => ms[a]! - ms[b]!);
  return {
    logMs: Float64Array.from(ascending, (i) => Math.log(ms[i]!)),
    unit: Int32Array.from(ascending, (i) => units[i]!),
  };
}

export function someSettings(overrides: Partial<ComparisonSettings> = {}): ComparisonSettings {
  return {
    ...DEFAULT_RULE,
    tolerances: { typical: 0.05, p95: 0.1, faults: 0.005, floorMs: 2 },
    minimumTraces: 30,
    seed: 7,
    ...overrides,
  };
}

/** As many pairs as asked for, of which each side's requests are told by what they differ in from a plain one. */
export function pairs(
  count: number,
  baseline: (pair: number) => Partial<RequestProfile>,
  candidate: (pair: number) => Partial<RequestProfile>,
): BothSides<Profile> {
  const side = (of: (pair: number) => Partial<RequestProfile>) =>
    aProfile({ requests: Array.from({ length: count }, (_, order) => aRequest({ order, ...of(order) })) });
  return { baseline: side(baseline), candidate: side(candidate) };
}

/** The changes of a comparison of two profiles, by metric and where. */
export function changesOf(
  profiles: BothSides<Profile>,
  { alpha = 0.01, ...overrides }: SampleSettings = {},
): readonly Change[] {
  const look = { ...soleLook(alpha), alpha, edgeAlpha: alpha };
  return compareProfiles(profiles, someSettings(overrides), look).changes;
}

/** The states of the operations' own metrics: `{ typical: 'regressed', … }`. */
export function statesOf(profiles: BothSides<Profile>, overrides: SampleSettings = {}): object {
  return Object.fromEntries(
    changesOf(profiles, overrides)
      .filter(({ place }) => place.node === null && place.edge === null)
      .map(({ metric, state }) => [metric, state]),
  );
}

/** A cause that fails on the candidate each time its requests are sent again. */
export function aReplay(overrides: Partial<Replay> = {}): Replay {
  return {
    operation: OPERATION,
    cause: { node: aNode('payments'), status: 500, exception: 'TypeError' },
    pairs: 2,
    order: 17,
    exampleTraceId: 'trace-17',
    sentAgain: { baseline: { failed: 0, of: 8 }, candidate: { failed: 8, of: 8 } },
    p: 0.0001,
    certain: true,
    ...overrides,
  };
}
