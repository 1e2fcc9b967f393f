import { isColdStart } from './cold-start.js';
import { criticalPath } from './critical-path.js';
import type { Entity, Segment } from './entity.js';
import { failureOf } from './failure.js';
import { operationOf } from './operation.js';
import { selfTimeMs } from './self-time.js';
import { type Call, callsOf, type Node, nodeKey, nodeOf } from './service-graph.js';
import { durationMs, rootOf, type Trace } from './trace.js';
import { segmentVersion, versionOf } from './version.js';

/** All that one trace tells of its request, in a tenth of the room that its documents take. */
export interface Observation {
  /** What the segment says that answered the request; null where there is none (yet). */
  readonly root: ObservedRoot | null;
  /** The version that answered; null where the trace names none. */
  readonly version: string | null;
  /** Whether a Lambda function had to be initialised. */
  readonly cold: boolean;
  /** The version that each node's segments name, once for each that differs; null for segments that name none. */
  readonly named: readonly { readonly node: Node; readonly version: string | null }[];
  readonly work: readonly ObservedWork[];
  readonly calls: readonly ObservedCall[];
  readonly path: readonly ObservedPart[];
  readonly failure: ObservedFailure | null;
}

export interface ObservedRoot {
  readonly startMs: number;
  /** Null while it is in progress. */
  readonly responseMs: number | null;
  readonly operation: string;
  /** Whether it recorded the URL of its request, which its operation is then named after. */
  readonly hasUrl: boolean;
  readonly userAgent: string | null;
  readonly fault: boolean;
  readonly error: boolean;
  readonly throttle: boolean;
}

/** What one segment of a node did. */
export interface ObservedWork {
  readonly node: Node;
  /** Its duration less the time that its calls to other nodes took. */
  readonly selfMs: number;
  /** Failed by itself: a fault that none of its calls shows. */
  readonly ownFault: boolean;
}

/** One call along an edge, as its caller saw it. */
export interface ObservedCall {
  readonly from: Node;
  readonly to: Node;
  readonly durationMs: number;
  readonly fault: boolean;
  readonly error: boolean;
  readonly throttle: boolean;
  /** True when nothing but this call tells of the callee's time: it sent no segments of its own. */
  readonly onlyWitness: boolean;
}

/** Milliseconds of the critical path that went to one step: a node's own code, or a named part of it. */
export interface ObservedPart {
  readonly node: Node;
  /** `own code`, a subsegment's name, or the operation of a call; empty where a call names none. */
  readonly step: string;
  readonly durationMs: number;
}

export interface ObservedFailure {
  readonly node: Node;
  readonly status: number | null;
  readonly exception: string | null;
}

const OWN_CODE = 'own code';

/**
 * Reduces traces to what they tell. Nodes, names and versions that come again in trace after trace are held once for all
 * that one observer has seen. Pure but for that; linear in the number of entities.
 */
export class TraceObserver {
  readonly #versionAnnotation: string;
  readonly #nodes = new Map<string, Node>();
  readonly #texts = new Map<string, string>();

  /** `versionAnnotation`: the key of the annotation that holds the version. */
  constructor(versionAnnotation: string) {
    this.#versionAnnotation = versionAnnotation;
  }

  observe(trace: Trace): Observation {
    const root = rootOf(trace);
    const calls = callsOf(trace);
    const version = versionOf(trace, this.#versionAnnotation);
    const failure = failureOf(trace, calls);
    return {
      root: root === null ? null : this.#root(root),
      version: version === null ? null : this.#once(version),
      cold: isColdStart(trace),
      named: this.#named(trace),
      work: this.#work(trace, calls),
      calls: calls.map((call) => ({
        from: this.#node(call.from),
        to: this.#node(call.to),
        durationMs: call.durationMs,
        fault: call.fault,
        error: call.error,
        throttle: call.throttle,
        onlyWitness: call.callees.length === 0,
      })),
      path: this.#path(trace, calls),
      failure:
        failure === null
          ? null
          : {
              node: this.#node(failure.node),
              status: failure.status,
              exception: failure.exception === null ? null : this.#once(failure.exception),
            },
    };
  }

  #root(root: Segment): ObservedRoot {
    const userAgent = root.http?.userAgent ?? null;
    return {
      startMs: root.startMs,
      responseMs: durationMs(root),
      operation: this.#once(operationOf(root)),
      hasUrl: root.http?.url != null,
      userAgent: userAgent === null ? null : this.#once(userAgent),
      fault: root.fault,
      error: root.error,
      throttle: root.throttle,
    };
  }

  #named({ segments }: Trace): { node: Node; version: string | null }[] {
    const named = new Map<Node, Set<string | null>>();
    for (const segment of segments) {
      const node = this.#node(nodeOf(segment));
      const version = segmentVersion(segment, this.#versionAnnotation);
      const versions = named.get(node);
      if (versions === undefined) named.set(node, new Set([version]));
      else versions.add(version);
    }
    return [...named].flatMap(([node, versions]) =>
      [...versions].map((version) => ({ node, version: version === null ? null : this.#once(version) })),
    );
  }

  #work({ segments }: Trace, calls: readonly Call[]): ObservedWork[] {
    const byCaller = Map.groupBy(calls, ({ caller }) => caller);
    return segments
      .filter((segment) => !segment.inferred)
      .map((segment) => {
        const made = byCaller.get(segment) ?? [];
        return {
          node: this.#node(nodeOf(segment)),
          selfMs: selfTimeMs(
            segment,
            made.flatMap(({ subsegment, callees }): readonly Entity[] =>
              subsegment === null ? callees : [subsegment],
            ),
          ),
          ownFault: segment.fault && !made.some(({ fault }) => fault),
        };
      });
  }

  #path(trace: Trace, calls: readonly Call[]): ObservedPart[] {
    const bySubsegment = new Map(calls.map((call) => [call.subsegment?.id, call]));
    const parts = new Map<string, { node: Node; step: string; durationMs: number }>();
    for (const { entity, segment, fromMs, toMs } of criticalPath(trace)) {
      const { node, step } = this.#place(entity, segment, bySubsegment.get(entity.id));
      const key = `${nodeKey(node)} ${step}`;
      const part = parts.get(key) ?? { node, step: this.#once(step), durationMs: 0 };
      part.durationMs += toMs - fromMs;
      parts.set(key, part);
    }
    return [...parts.values()];
  }

  #place(entity: Entity, segment: Segment, call: Call | undefined): { node: Node; step: string } {
    const own = this.#node(nodeOf(segment));
    if (entity === segment) return { node: own, step: OWN_CODE };
    if (call === undefined) return { node: own, step: entity.name };
    if (call.callees.length === 0) return { node: this.#node(call.to), step: entity.aws?.operation ?? '' };
    return { node: own, step: `network to ${call.to.name}` };
  }

  #node(node: Node): Node {
    const key = nodeKey(node);
    const held = this.#nodes.get(key);
    if (held !== undefined) return held;
    this.#nodes.set(key, node);
    return node;
  }

  #once(text: string): string {
    const held = this.#texts.get(text);
    if (held !== undefined) return held;
    this.#texts.set(text, text);
    return text;
  }
}
