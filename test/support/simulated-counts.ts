import { type BothSides, bothSides } from '../../src/compare/alignment.js';
import type { CallWork, Profile, RequestProfile, StepWork } from '../../src/trace/profile.js';
import { OWN_CODE } from '../../src/trace/steps.js';
import { aCall, Chance, type Simulated, simulatedPairs, simulatedRuns } from './simulated-run.js';

/** What the candidate does more of, in each request. */
export interface MoreOf {
  /** Calls of one more `Query`. */
  readonly calls?: number;
  /** Times more that a line is rendered. */
  readonly lines?: number;
  /** Probability that a call is tried again; 0.02 where nothing is said. */
  readonly retried?: number;
}

/** The simulated shop, of which orders repeats what {@link withCounts} says, calling order-lines. */
export function simulatedCounts(
  simulated: Partial<Simulated> & { readonly apart?: boolean; readonly seed: number },
  more: MoreOf = {},
): BothSides<Profile> {
  const { apart = false, ...run } = simulated;
  return bothSides(apart ? simulatedRuns(run) : simulatedPairs(run), (profile, side) => {
    const isCandidate = side === 'candidate';
    const body = warmedUp(7919 * (run.seed + (apart && isCandidate ? 500_000 : 0)));
    const own = warmedUp(7919 * run.seed + (isCandidate ? 1 : 2));
    return withCounts(profile, { caller: 'orders', callee: 'order-lines', more: isCandidate ? more : {}, body, own });
  });
}

/** The first numbers of neighbouring seeds are alike. */
function warmedUp(seed: number): Chance {
  const chance = new Chance(seed);
  for (let i = 0; i < 50; i++) chance.uniform();
  return chance;
}

export interface Counts {
  readonly caller: string;
  readonly callee: string;
  readonly more: MoreOf;
  /** What the two sides of a pair share: the same stream for both. */
  readonly body: Pick<Chance, 'uniform'>;
  readonly own: Pick<Chance, 'uniform' | 'normal'>;
}

/**
 * A profile of which `caller`, wherever a request gets there, makes one to three calls of `GetItem` and as many of `Query` to
 * `callee`, which are tried again now and then, and renders one to three lines; one in ten of each does one more.
 */
export function withCounts(profile: Profile, { caller, callee, more, body, own }: Counts): Profile {
  const indexOf = (wanted: string) => profile.nodes.findIndex(({ name }) => name === wanted);
  const [from, to] = [indexOf(caller), indexOf(callee)];
  const first = profile.steps.length;
  const drawn = (extra: number) => 1 + Math.floor(3 * body.uniform()) + Number(own.uniform() < 0.1) + extra;
  return {
    ...profile,
    steps: [
      ...profile.steps,
      { parent: null, node: from, name: OWN_CODE },
      { parent: first, node: to, name: 'GetItem' },
      { parent: first, node: to, name: 'Query' },
      { parent: first, node: from, name: 'render-line' },
    ],
    requests: profile.requests.map((request): RequestProfile => {
      const counts = [drawn(0), drawn(more.calls ?? 0), drawn(more.lines ?? 0)];
      if (!request.work.some(({ node }) => node === from)) return request;
      const calls = Array.from({ length: counts[0]! + counts[1]! }, (): CallWork => {
        const retries = Number(own.uniform() < (more.retried ?? 0.02));
        return aCall({ from, to, durationMs: 8 * Math.exp(0.3 * own.normal()), retries });
      });
      const steps = counts.map((count, i): StepWork => ({ step: first + 1 + i, count, pathMs: 0 }));
      const others = request.calls.filter((call) => call.from !== from || call.to !== to);
      return { ...request, calls: [...others, ...calls], steps: [...request.steps, ...steps] };
    }),
  };
}
