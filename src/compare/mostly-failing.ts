import type { Profile } from '../trace/profile.js';
import { type BothSides, bothSides } from './alignment.js';

/** An operation of which most requests failed on a side: what was measured there is the failure. */
export interface MostlyFailing {
  readonly operation: string;
  readonly metric: 'faults' | 'errors';
  /** Shares of the requests, 0–1. */
  readonly failed: BothSides<number>;
}

/** As share of the requests. */
export const MOSTLY = 0.5;

/** Every such operation of two profiles, by name. */
export function mostlyFailing(profiles: BothSides<Profile>): MostlyFailing[] {
  const bySide = bothSides(profiles, ({ requests }) => Map.groupBy(requests, ({ operation }) => operation));
  const operations = [...new Set([...bySide.baseline.keys(), ...bySide.candidate.keys()])].toSorted();
  return operations.flatMap((operation) =>
    (['faults', 'errors'] as const).flatMap((metric): MostlyFailing[] => {
      const failed = bothSides(bySide, (requests) => {
        const all = requests.get(operation) ?? [];
        const count = all.filter((request) => (metric === 'faults' ? request.fault : request.error)).length;
        return all.length === 0 ? 0 : count / all.length;
      });
      return Math.max(failed.baseline, failed.candidate) >= MOSTLY ? [{ operation, metric, failed }] : [];
    }),
  );
}
