import type { Coverage } from './coverage.js';
import { withoutExpectedErrors } from './expected-answer.js';
import type { Observation, ObservedException } from './observation.js';
import { type Node, nodeKey } from './service-graph.js';
import type { Step } from './steps.js';

/** What one segment of a node did in one request. */
export interface NodeWork {
  /** Index into {@link Profile.nodes}. */
  readonly node: number;
  /** Its duration less the time that its calls to other nodes took. */
  readonly selfMs: number;
  /** Failed by itself: a fault, its own or of a part of its own code, that none of its calls explains. */
  readonly ownFault: boolean;
  /** The same of errors and throttles. */
  readonly ownError: boolean;
  readonly ownThrottle: boolean;
}

/** One call along an edge, as its caller saw it. */
export interface CallWork {
  readonly from: number;
  readonly to: number;
  readonly durationMs: number;
  readonly fault: boolean;
  readonly error: boolean;
  readonly throttle: boolean;
  /** How often the AWS SDK tried again. */
  readonly retries: number;
  /** True when nothing but this call tells of the callee's time: it sent no segments of its own. */
  readonly onlyWitness: boolean;
}

/** As {@link Step}, with places in lists for objects. */
export interface ProfiledStep {
  /** Index into {@link Profile.steps}, always a smaller one than its own; null at the top. */
  readonly parent: number | null;
  readonly node: number;
  readonly name: string;
}

/** What one request did of one step. */
export interface StepWork {
  /** Index into {@link Profile.steps}. */
  readonly step: number;
  /** How often: siblings that repeat are one step, of namesakes within each other the innermost count. */
  readonly count: number;
  /** Milliseconds of the critical path that went to it itself, none of its parts; the sum over all is the root's duration. */
  readonly pathMs: number;
}

/** An exception that some request recorded at a step. Type and message are empty where none is recorded. */
export interface RecordedException {
  readonly step: number;
  readonly type: string;
  /** As the first request with it said it: what differs by number or id is one exception. */
  readonly message: string;
}

/** What made a request fault, as far down as its trace shows. */
export interface Failure {
  /** The node that failed by itself. */
  readonly node: number;
  /** HTTP status that it answered with; null where its trace names none. */
  readonly status: number | null;
  /** Type of the exception that it recorded; null where it recorded none. */
  readonly exception: string | null;
}

/** One request of a run. Without a whole trace only the driver's view of it is there. */
export interface RequestProfile {
  readonly traceId: string;
  /** The run of the gate that sent it; null where that is not known. */
  readonly run: string | null;
  /** Where both versions were driven side by side, the same as its partner's; else the place in time. */
  readonly order: number;
  /** The run of a scenario that it belongs to: requests of one flow share it, and so do the two sides of a pair. */
  readonly slot: number;
  readonly startMs: number;
  readonly operation: string;
  /** Root segment's duration, or the time-out where no answer came in time; null where neither is known. */
  readonly responseMs: number | null;
  readonly fault: boolean;
  readonly error: boolean;
  readonly throttle: boolean;
  /** Whether a Lambda function had to be initialised. */
  readonly cold: boolean;
  /** Milliseconds that this took; 0 where all were warm. */
  readonly initMs: number;
  /** True when the whole trace was found: only then do `work`, `calls`, `steps` and `exceptions` say anything. */
  readonly traced: boolean;
  readonly work: readonly NodeWork[];
  readonly calls: readonly CallWork[];
  /** Callers before those whom they call. */
  readonly steps: readonly StepWork[];
  /** Indices into {@link Profile.exceptions}, each once. */
  readonly exceptions: readonly number[];
  /** Null where nothing faulted, or no trace shows what did. */
  readonly failure: Failure | null;
}

/** A version as one run saw it. A value: it can be saved, loaded and compared again without traffic. */
export interface Profile {
  readonly version: string | null;
  /** Two profiles with the same run were driven in pairs; null where nobody drove. */
  readonly run: string | null;
  readonly coverage: Coverage;
  readonly nodes: readonly Node[];
  /** Of each node: the version that its segments name; null where none does, or not all name the same. */
  readonly nodeVersions: readonly (string | null)[];
  /** Parents before their parts. */
  readonly steps: readonly ProfiledStep[];
  readonly exceptions: readonly RecordedException[];
  readonly requests: readonly RequestProfile[];
}

/** A request to be profiled: what the driver saw of it (null where the trace was found, not driven) and its trace. */
export interface ObservedRequest {
  readonly traceId: string;
  readonly run: string | null;
  readonly order: number;
  readonly slot: number;
  readonly startMs: number;
  readonly operation: string;
  readonly seen: {
    readonly fault: boolean;
    readonly error: boolean;
    readonly throttle: boolean;
    /** Its scenario says that this status is right: then an error of the root segment is none. */
    readonly expected: boolean;
    /** The time-out in milliseconds where it passed without an answer, else null. */
    readonly timedOutAfterMs: number | null;
  } | null;
  /** What its trace tells, where that is whole; else null. */
  readonly told: Observation | null;
}

/** Reduces requests and what their traces tell to a profile. Pure; linear in the number of calls. */
export function profileOf(
  requests: Iterable<ObservedRequest>,
  about: Pick<Profile, 'version' | 'run' | 'coverage'>,
): Profile {
  const nodes = new NodeTable();
  const steps = new StepTable(nodes);
  const exceptions = new ExceptionTable(steps);
  const profiled = [...requests].map((request) => {
    for (const { node, version } of request.told?.named ?? []) nodes.seenAs(node, version);
    return profileRequest(request, nodes, steps, exceptions);
  });
  return {
    ...about,
    nodes: nodes.list,
    nodeVersions: nodes.versions(),
    steps: steps.list,
    exceptions: exceptions.list,
    requests: profiled,
  };
}

class NodeTable {
  readonly list: Node[] = [];
  readonly #byKey = new Map<string, number>();
  /** Of the very same object no key needs to be made. */
  readonly #byNode = new Map<Node, number>();
  readonly #versions = new Map<number, Set<string | null>>();

  /** Notes the version that one of the node's segments named, or null where it named none. */
  seenAs(node: Node, version: string | null): void {
    const index = this.indexOf(node);
    const seen = this.#versions.get(index) ?? new Set();
    this.#versions.set(index, seen.add(version));
  }

  versions(): (string | null)[] {
    return this.list.map((_, index) => {
      const [version = null, another] = this.#versions.get(index) ?? [];
      return another === undefined ? version : null;
    });
  }

  indexOf(node: Node): number {
    const known = this.#byNode.get(node);
    if (known !== undefined) return known;
    const key = nodeKey(node);
    let index = this.#byKey.get(key);
    if (index === undefined) {
      index = this.list.push(node) - 1;
      this.#byKey.set(key, index);
    }
    this.#byNode.set(node, index);
    return index;
  }
}

class StepTable {
  readonly list: ProfiledStep[] = [];
  readonly #indices = new Map<Step, number>();
  readonly #byKey = new Map<string, number>();
  readonly #nodes: NodeTable;

  constructor(nodes: NodeTable) {
    this.#nodes = nodes;
  }

  /** Steps of several observers may be equal without being the same object. */
  indexOf(step: Step): number {
    const known = this.#indices.get(step);
    if (known !== undefined) return known;
    const parent = step.parent === null ? null : this.indexOf(step.parent);
    const node = this.#nodes.indexOf(step.node);
    const key = `${parent} ${node} ${step.name}`;
    const index = this.#byKey.get(key) ?? this.list.push({ parent, node, name: step.name }) - 1;
    this.#byKey.set(key, index);
    this.#indices.set(step, index);
    return index;
  }
}

class ExceptionTable {
  readonly list: RecordedException[] = [];
  readonly #byKey = new Map<string, number>();
  readonly #steps: StepTable;

  constructor(steps: StepTable) {
    this.#steps = steps;
  }

  indexOf({ step: where, type, message }: ObservedException): number {
    const step = this.#steps.indexOf(where);
    // Without a type the message is all that tells one from another.
    const key = `${step} ${type === '' ? message.replaceAll(/\d+/g, '#') : type}`;
    const index = this.#byKey.get(key) ?? this.list.push({ step, type, message }) - 1;
    this.#byKey.set(key, index);
    return index;
  }
}

function profileRequest(
  request: ObservedRequest,
  nodes: NodeTable,
  steps: StepTable,
  exceptions: ExceptionTable,
): RequestProfile {
  const { seen } = request;
  const told = request.told !== null && seen?.expected === true ? withoutExpectedErrors(request.told) : request.told;
  const root = told?.root ?? null;
  const served = root?.responseMs ?? null;
  const timedOut = seen?.timedOutAfterMs ?? null;
  return {
    traceId: request.traceId,
    run: request.run,
    order: request.order,
    slot: request.slot,
    startMs: request.startMs,
    operation: request.operation,
    responseMs: timedOut === null ? served : Math.max(timedOut, served ?? 0),
    fault: (seen?.fault ?? false) || (root?.fault ?? false),
    error: (seen?.error ?? false) || (seen?.expected !== true && (root?.error ?? false)),
    throttle: (seen?.throttle ?? false) || (root?.throttle ?? false),
    cold: told?.coldMs != null,
    initMs: told?.coldMs ?? 0,
    traced: told !== null,
    work: (told?.work ?? []).map((work) => ({ ...work, node: nodes.indexOf(work.node) })),
    calls: (told?.calls ?? []).map((call) => ({
      ...call,
      from: nodes.indexOf(call.from),
      to: nodes.indexOf(call.to),
    })),
    steps: (told?.steps ?? []).map((done) => ({ ...done, step: steps.indexOf(done.step) })),
    exceptions: [...new Set((told?.exceptions ?? []).map((exception) => exceptions.indexOf(exception)))],
    failure: told?.failure ? { ...told.failure, node: nodes.indexOf(told.failure.node) } : null,
  };
}
