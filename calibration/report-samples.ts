import { type BothSides, bothSides, type Side } from '../src/compare/alignment.js';
import type { Profile, RequestProfile } from '../src/trace/profile.js';

/** What a report measured, as rules that know nothing of pairs take it. */
export interface ReportSamples {
  /** Milliseconds, ascending: response times by operation, self times by node, and times of calls to the rest. */
  readonly times: readonly BothSides<Float64Array>[];
  /** Failed requests by operation. */
  readonly faults: readonly BothSides<{ readonly count: number; readonly of: number }>[];
}

/** An alarm or none, for a whole report. */
export interface Rule {
  readonly name: string;
  /** In one sentence, for the document. */
  readonly told: string;
  readonly alarms: (samples: ReportSamples) => boolean;
}

/**
 * The places that the gate itself looks at, with at least `minimum` samples on each side. Cold starts are left out for
 * every rule alike, although few tools do so.
 */
export function samplesOf(profiles: BothSides<Profile>, minimum: number): ReportSamples {
  const times = new Map<string, Record<Side, number[]>>();
  const faults = new Map<string, Record<Side, { count: number; of: number }>>();
  bothSides(profiles, ({ requests, nodes }, side) => {
    const add = (place: string, ms: number) => {
      const known = times.get(place) ?? { baseline: [], candidate: [] };
      times.set(place, known);
      known[side].push(ms);
    };
    for (const request of requests) {
      addFault(faults, request, side);
      if (request.cold) continue;
      const { operation } = request;
      if (request.responseMs !== null) add(operation, request.responseMs);
      for (const { node, selfMs } of request.work) add(`${operation} ${nodes[node]!.name}`, selfMs);
      for (const { from, to, durationMs, onlyWitness } of request.calls) {
        if (onlyWitness) add(`${operation} ${nodes[from]!.name} ${nodes[to]!.name}`, durationMs);
      }
    }
  });
  const enough = ({ baseline, candidate }: BothSides<number>) => Math.min(baseline, candidate) >= minimum;
  return {
    times: [...times.values()]
      .filter((of) => enough(bothSides(of, ({ length }) => length)))
      .map((of) => bothSides(of, (ms) => Float64Array.from(ms).sort())),
    faults: [...faults.values()].filter((each) => enough(bothSides(each, ({ of }) => of))),
  };
}

function addFault(
  faults: Map<string, Record<Side, { count: number; of: number }>>,
  { operation, fault }: RequestProfile,
  side: Side,
): void {
  const known = faults.get(operation) ?? { baseline: { count: 0, of: 0 }, candidate: { count: 0, of: 0 } };
  faults.set(operation, known);
  known[side].count += Number(fault);
  known[side].of += 1;
}
