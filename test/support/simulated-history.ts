import type { BothSides } from '../../src/compare/alignment.js';
import { mergeProfiles } from '../../src/trace/merged-profile.js';
import type { Profile } from '../../src/trace/profile.js';
import { Chance, type Simulated, simulatedRuns } from './simulated-run.js';

/** Earlier runs of a baseline, and the candidate's; unchanged code shifts from run to run. */
export interface SimulatedHistory extends Simulated {
  readonly runs: number;
  /** Standard deviation of ln of the factor by which a whole run is slower, and each of its nodes by itself. */
  readonly common: number;
  readonly own: number;
  /** Factors by which the candidate's run is slower, which its code has no part in: by node, or of all. */
  readonly weather: (node: string) => number;
  /** The same of the first of the earlier runs. */
  readonly outlier: number;
  readonly candidateRequests: number;
}

const HOUR_MS = 3_600_000;

/** The runs follow each other by the hour; the baseline's are merged. */
export function simulatedHistory(overrides: Partial<SimulatedHistory> = {}): BothSides<Profile> {
  const { seed = 1, runs = 5, common = 0.035, own = 0.035, weather = () => 1, outlier = 1 } = overrides;
  const { requests = 300, candidateRequests = requests, ...rest } = overrides;
  const chance = new Chance(seed);
  // The first numbers of neighbouring seeds are alike.
  for (let i = 0; i < 100; i++) chance.uniform();
  const shifted = (profile: Profile, extra: (node: string) => number): Profile => {
    const whole = Math.exp(common * chance.normal());
    return slowed(
      profile,
      profile.nodes.map(({ name }) => whole * Math.exp(own * chance.normal()) * extra(name)),
    );
  };
  const seedOf = (run: number) => seed * 1000 + run;
  const earlier = Array.from({ length: runs }, (_, run) => {
    const { baseline } = simulatedRuns({ ...rest, requests, seed: seedOf(run) });
    return during(
      shifted(baseline, () => (run === 0 ? outlier : 1)),
      `run ${run}`,
      run,
    );
  });
  const { candidate } = simulatedRuns({ ...rest, requests: candidateRequests, seed: seedOf(runs) });
  return { baseline: mergeProfiles(earlier), candidate: during(shifted(candidate, weather), 'candidate', runs) };
}

function during(profile: Profile, run: string, hour: number): Profile {
  return {
    ...profile,
    requests: profile.requests.map((request) => ({ ...request, run, startMs: request.startMs + hour * HOUR_MS })),
  };
}

/** Every time of a node multiplied by its factor; response times are the sums of what is on their paths. */
function slowed(profile: Profile, factors: readonly number[]): Profile {
  return {
    ...profile,
    requests: profile.requests.map((request) => {
      const nodeOf = ({ step }: { readonly step: number }) => profile.steps[step]!.node;
      const steps = request.steps.map((part) => ({ ...part, pathMs: part.pathMs * factors[nodeOf(part)]! }));
      return {
        ...request,
        steps,
        responseMs: steps.reduce((sum, { pathMs }) => sum + pathMs, 0),
        work: request.work.map((work) => ({ ...work, selfMs: work.selfMs * factors[work.node]! })),
        calls: request.calls.map((call) => ({ ...call, durationMs: call.durationMs * factors[call.to]! })),
      };
    }),
  };
}
