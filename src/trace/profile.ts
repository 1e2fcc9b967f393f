import { isColdStart } from './cold-start.js';
import { criticalPath } from './critical-path.js';
import type { Entity, Segment } from './entity.js';
import { failureOf } from './failure.js';
import { selfTimeMs } from './self-time.js';
import { type Call, callsOf, type Node, nodeKey, nodeOf } from './service-graph.js';
import { durationMs, rootOf, type Trace } from './trace.js';
import { segmentVersion } from './version.js';

/** How many requests got how far. Warm-up is not counted. */
export interface Coverage {
  /** Requests that left. */
  readonly sent: number;
  /** …that got an answer, whatever its status. */
  readonly answered: number;
  /** …of which any segment was found. */
  readonly traced: number;
  /** …whose trace was whole: what the comparison is made of, with `otherVersion` already taken out. */
  readonly complete: number;
  /** Traces of another version than the one asked for, set aside. */
  readonly otherVersion: number;
}

/** What one segment of a node did in one request. */
export interface NodeWork {
  /** Index into {@link Profile.nodes}. */
  readonly node: number;
  /** Its duration less the time that its calls to other nodes took. */
  readonly selfMs: number;
  /** Failed by itself: a fault that none of its calls shows. */
  readonly ownFault: boolean;
}

/** One call along an edge, as its caller saw it. */
export interface CallWork {
  readonly from: number;
  readonly to: number;
  readonly durationMs: number;
  readonly fault: boolean;
  readonly error: boolean;
  readonly throttle: boolean;
  /** True when nothing but this call tells of the callee's time: it sent no segments of its own. */
  readonly onlyWitness: boolean;
}

/** Milliseconds of the critical path that went to one step: a node's own code, or a named part of it. */
export interface PathPart {
  readonly node: number;
  /** `own code`, a subsegment's name, or the operation of a call; empty where a call names none. */
  readonly step: string;
  readonly durationMs: number;
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

const OWN_CODE = 'own code';

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
  readonly cold: boolean;
  /** True when the whole trace was found: only then do `work`, `calls` and `path` say anything. */
  readonly traced: boolean;
  readonly work: readonly NodeWork[];
  readonly calls: readonly CallWork[];
  readonly path: readonly PathPart[];
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
  /** The whole trace, or null. */
  readonly trace: Trace | null;
}

/** Reduces requests and their traces to a profile. Pure; linear in the number of entities. */
export function profileOf(
  requests: Iterable<ObservedRequest>,
  about: Pick<Profile, 'version' | 'run' | 'coverage'>,
  versionAnnotation: string,
): Profile {
  const nodes = new NodeTable();
  const profiled = [...requests].map((request) => {
    for (const segment of request.trace?.segments ?? []) {
      nodes.seenAs(nodeOf(segment), segmentVersion(segment, versionAnnotation));
    }
    return profileRequest(request, nodes);
  });
  return { ...about, nodes: nodes.list, nodeVersions: nodes.versions(), requests: profiled };
}

class NodeTable {
  readonly list: Node[] = [];
  readonly #indices = new Map<string, number>();
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
    const key = nodeKey(node);
    let index = this.#indices.get(key);
    if (index === undefined) {
      index = this.list.push(node) - 1;
      this.#indices.set(key, index);
    }
    return index;
  }
}

function profileRequest(request: ObservedRequest, nodes: NodeTable): RequestProfile {
  const { trace, seen } = request;
  const root = trace === null ? null : rootOf(trace);
  const calls = trace === null ? [] : callsOf(trace);
  const served = root === null ? null : durationMs(root);
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
    cold: trace !== null && isColdStart(trace),
    traced: trace !== null,
    work: trace === null ? [] : nodeWork(trace, calls, nodes),
    calls: calls.map((call) => ({
      from: nodes.indexOf(call.from),
      to: nodes.indexOf(call.to),
      durationMs: call.durationMs,
      fault: call.fault,
      error: call.error,
      throttle: call.throttle,
      onlyWitness: call.callees.length === 0,
    })),
    path: trace === null ? [] : pathParts(trace, calls, nodes),
    failure: trace === null ? null : failureIn(trace, calls, nodes),
  };
}

function failureIn(trace: Trace, calls: readonly Call[], nodes: NodeTable): Failure | null {
  const failure = failureOf(trace, calls);
  return failure === null ? null : { ...failure, node: nodes.indexOf(failure.node) };
}

function nodeWork(trace: Trace, calls: readonly Call[], nodes: NodeTable): NodeWork[] {
  const byCaller = Map.groupBy(calls, ({ caller }) => caller);
  return trace.segments
    .filter((segment) => !segment.inferred)
    .map((segment) => {
      const made = byCaller.get(segment) ?? [];
      return {
        node: nodes.indexOf(nodeOf(segment)),
        selfMs: selfTimeMs(
          segment,
          made.flatMap(({ subsegment, callees }): readonly Entity[] => (subsegment === null ? callees : [subsegment])),
        ),
        ownFault: segment.fault && !made.some(({ fault }) => fault),
      };
    });
}

function pathParts(trace: Trace, calls: readonly Call[], nodes: NodeTable): PathPart[] {
  const bySubsegment = new Map(calls.map((call) => [call.subsegment?.id, call]));
  const parts = new Map<string, PathPart>();
  for (const { entity, segment, fromMs, toMs } of criticalPath(trace)) {
    const { node, step } = placeOf(entity, segment);
    const key = `${node} ${step}`;
    parts.set(key, { node, step, durationMs: (parts.get(key)?.durationMs ?? 0) + toMs - fromMs });
  }
  return [...parts.values()];

  function placeOf(entity: Entity, segment: Segment): { node: number; step: string } {
    const own = nodes.indexOf(nodeOf(segment));
    if (entity === segment) return { node: own, step: OWN_CODE };
    const call = bySubsegment.get(entity.id);
    if (call === undefined) return { node: own, step: entity.name };
    if (call.callees.length === 0) return { node: nodes.indexOf(call.to), step: entity.aws?.operation ?? '' };
    return { node: own, step: `network to ${call.to.name}` };
  }
}
