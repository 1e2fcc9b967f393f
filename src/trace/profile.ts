import { isColdStart } from './cold-start.js';
import { criticalPath } from './critical-path.js';
import type { Entity, Segment } from './entity.js';
import { selfTimeMs } from './self-time.js';
import { type Call, callsOf, type Node, nodeKey, nodeOf } from './service-graph.js';
import { durationMs, rootOf, type Trace } from './trace.js';

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

const OWN_CODE = 'own code';

/** One request of a run. Without a whole trace only the driver's view of it is there. */
export interface RequestProfile {
  readonly traceId: string;
  /** The pair's number where both versions were driven side by side; else the place in time. */
  readonly order: number;
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
}

/** A version as one run saw it. A value: it can be saved, loaded and compared again without traffic. */
export interface Profile {
  readonly version: string | null;
  /** Two profiles with the same run were driven in pairs; null where nobody drove. */
  readonly run: string | null;
  readonly coverage: Coverage;
  readonly nodes: readonly Node[];
  readonly requests: readonly RequestProfile[];
}

/** A request to be profiled: what the driver saw of it (null where the trace was found, not driven) and its trace. */
export interface ObservedRequest {
  readonly traceId: string;
  readonly order: number;
  readonly startMs: number;
  readonly operation: string;
  readonly seen: {
    readonly fault: boolean;
    readonly error: boolean;
    readonly throttle: boolean;
    /** The time-out in milliseconds where it passed without an answer, else null. */
    readonly timedOutAfterMs: number | null;
  } | null;
  /** The whole trace, or null. */
  readonly trace: Trace | null;
}

/** Reduces requests and their traces to a profile. Pure; linear in the number of entities. */
export function profileOf(
  requests: Iterable<ObservedRequest>,
  about: { readonly version: string | null; readonly run: string | null; readonly coverage: Coverage },
): Profile {
  const nodes = new NodeTable();
  const profiled = [...requests].map((request) => profileRequest(request, nodes));
  return { ...about, nodes: nodes.list, requests: profiled };
}

class NodeTable {
  readonly list: Node[] = [];
  readonly #indices = new Map<string, number>();

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
    order: request.order,
    startMs: request.startMs,
    operation: request.operation,
    responseMs: timedOut === null ? served : Math.max(timedOut, served ?? 0),
    fault: (seen?.fault ?? false) || (root?.fault ?? false),
    error: (seen?.error ?? false) || (root?.error ?? false),
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
  };
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
