import { mergedCoverage } from './coverage.js';
import type { Profile, ProfiledStep, RecordedException, RequestProfile } from './profile.js';
import { type Node, nodeKey } from './service-graph.js';

/**
 * Several profiles of one side as one: earlier runs of a baseline. Requests are put in order of time and numbered
 * anew, so the answer is no half of a run in pairs. Each keeps the run that sent it; where that is not known, the
 * profile stands for a run of its own. A request that two profiles hold of the same run counts once. The version, and
 * that of a node, is kept where all that name the node agree. One profile alone comes back as it is.
 */
export function mergeProfiles(profiles: readonly Profile[]): Profile {
  const [first, ...others] = profiles;
  if (first === undefined) throw new RangeError('There is no profile to merge.');
  if (others.length === 0) return first;
  const { requests, ...joined } = join(profiles);
  const distinct = new Map<string, RequestProfile>();
  requests.forEach((ofProfile, i) => {
    for (const request of ofProfile) {
      const run = request.run ?? `profile ${i + 1}`;
      const key = `${run} ${request.traceId}`;
      if (!distinct.has(key)) distinct.set(key, { ...request, run });
    }
  });
  return {
    ...joined,
    run: null,
    requests: [...distinct.values()]
      .toSorted((a, b) => a.startMs - b.startMs)
      .map((request, order) => ({ ...request, order, slot: order })),
  };
}

/**
 * One side of several runs in pairs as that side of one run, `run`: places and slots of the i-th are shifted by
 * `shifts[i]`, by which its other side must be shifted too.
 */
export function joinHalves(halves: readonly Profile[], run: string, shifts: readonly number[]): Profile {
  const { requests, ...joined } = join(halves);
  return {
    ...joined,
    run,
    requests: requests.flatMap((ofHalf, i) =>
      ofHalf.map((request) => ({
        ...request,
        order: request.order + shifts[i]!,
        slot: request.slot + shifts[i]!,
      })),
    ),
  };
}

/** Everything but the requests as one; the requests of each, pointing into the lists of all. */
function join(
  profiles: readonly Profile[],
): Omit<Profile, 'run' | 'requests'> & { readonly requests: readonly (readonly RequestProfile[])[] } {
  const nodes = new MergedNodes();
  const steps = new Merged<ProfiledStep>(({ parent, node, name }) => `${parent} ${node} ${name}`);
  const exceptions = new Merged<RecordedException>(({ step, type, message }) =>
    JSON.stringify([step, type, type || message]),
  );
  const requests = profiles.map((profile) => {
    const indexOf = profile.nodes.map((node, index) => nodes.add(node, profile.nodeVersions[index] ?? null));
    const stepOf: number[] = [];
    for (const { parent, node, name } of profile.steps) {
      stepOf.push(steps.add({ parent: parent === null ? null : stepOf[parent]!, node: indexOf[node]!, name }));
    }
    const exceptionOf = profile.exceptions.map((each) => exceptions.add({ ...each, step: stepOf[each.step]! }));
    return profile.requests.map((request) => moved(request, { node: indexOf, step: stepOf, exception: exceptionOf }));
  });
  const version = profiles[0]?.version ?? null;
  return {
    version: profiles.every((profile) => profile.version === version) ? version : null,
    coverage: mergedCoverage(profiles.map(({ coverage }) => coverage)),
    nodes: nodes.list,
    nodeVersions: nodes.versions,
    steps: steps.list,
    exceptions: exceptions.list,
    requests,
  };
}

class MergedNodes {
  readonly list: Node[] = [];
  readonly versions: (string | null)[] = [];
  readonly #indices = new Map<string, number>();

  /** The node's place in the list. */
  add(node: Node, version: string | null): number {
    const key = nodeKey(node);
    const known = this.#indices.get(key);
    if (known === undefined) {
      this.#indices.set(key, this.list.length);
      this.versions.push(version);
      return this.list.push(node) - 1;
    }
    if (this.versions[known] !== version) this.versions[known] = null;
    return known;
  }
}

/** Things that several profiles have, each once. */
class Merged<T> {
  readonly list: T[] = [];
  readonly #indices = new Map<string, number>();
  readonly #keyOf: (thing: T) => string;

  constructor(keyOf: (thing: T) => string) {
    this.#keyOf = keyOf;
  }

  /** Its place in the list. */
  add(thing: T): number {
    const key = this.#keyOf(thing);
    const index = this.#indices.get(key) ?? this.list.push(thing) - 1;
    this.#indices.set(key, index);
    return index;
  }
}

/** `to`: of each place in a list of its own, the place in that of all. */
function moved(
  request: RequestProfile,
  to: { readonly node: readonly number[]; readonly step: readonly number[]; readonly exception: readonly number[] },
): RequestProfile {
  const node = (index: number) => to.node[index]!;
  return {
    ...request,
    work: request.work.map((work) => ({ ...work, node: node(work.node) })),
    calls: request.calls.map((call) => ({ ...call, from: node(call.from), to: node(call.to) })),
    steps: request.steps.map((done) => ({ ...done, step: to.step[done.step]! })),
    exceptions: request.exceptions.map((index) => to.exception[index]!),
    failure: request.failure === null ? null : { ...request.failure, node: node(request.failure.node) },
  };
}
