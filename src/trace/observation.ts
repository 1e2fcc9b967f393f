import { coldStartMs } from './cold-start.js';
import { criticalPath } from './critical-path.js';
import type { Entity, Segment } from './entity.js';
import { failureOf } from './failure.js';
import { operationOf } from './operation.js';
import { failedItself } from './own-failure.js';
import { selfTimeMs } from './self-time.js';
import { type Call, callsOf, type Node, NodePool, nodeKey, nodeOf } from './service-graph.js';
import { type Step, type StepsDone, StepTree, stepsOf } from './steps.js';
import { durationMs, rootOf, type Trace } from './trace.js';
import { segmentVersion, versionOf } from './version.js';
import { isWaitedFor } from './waited-for.js';

/** All that one trace tells of its request, in a tenth of the room that its documents take. */
export interface Observation {
  /** What the segment says that answered the request; null where there is none (yet). */
  readonly root: ObservedRoot | null;
  /** The version that answered; null where the trace names none. */
  readonly version: string | null;
  /** Milliseconds that Lambda functions took to be initialised; null where all were warm. */
  readonly coldMs: number | null;
  /** The version that each node's segments name, once for each that differs; null for segments that name none. */
  readonly named: readonly { readonly node: Node; readonly version: string | null }[];
  readonly work: readonly ObservedWork[];
  readonly calls: readonly ObservedCall[];
  readonly steps: readonly ObservedStep[];
  /** Each once, callers' before those of whom they call. */
  readonly exceptions: readonly ObservedException[];
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
  /** Failed by itself: a fault, its own or of a part of its own code, that none of its calls explains. */
  readonly ownFault: boolean;
  /** The same of errors and throttles. */
  readonly ownError: boolean;
  readonly ownThrottle: boolean;
}

/** One call along an edge, as its caller saw it. */
export interface ObservedCall {
  readonly from: Node;
  readonly to: Node;
  readonly durationMs: number;
  readonly fault: boolean;
  readonly error: boolean;
  readonly throttle: boolean;
  /** How often the AWS SDK tried again, as the caller recorded it. */
  readonly retries: number;
  /** True when nothing but this call tells of the callee's time: it sent no segments of its own. */
  readonly onlyWitness: boolean;
}

/** What a request did of one step. */
export interface ObservedStep {
  readonly step: Step;
  /** How often: siblings that repeat are one step, of namesakes within each other the innermost count. */
  readonly count: number;
  /** Milliseconds of the critical path that went to it itself, none of its parts; the sum over all is the root's duration. */
  readonly pathMs: number;
}

export interface ObservedException {
  /** Where it was recorded. */
  readonly step: Step;
  /** Empty where none is recorded. */
  readonly type: string;
  /** Empty where none is recorded; cut at 250 characters. */
  readonly message: string;
}

export interface ObservedFailure {
  readonly node: Node;
  readonly status: number | null;
  readonly exception: string | null;
}

const LONGEST_MESSAGE = 250;

/**
 * Reduces traces to what they tell. Nodes, names and versions that come again in trace after trace are held once for all
 * that one observer has seen. Pure but for that; linear in the number of entities.
 */
export class TraceObserver {
  readonly #versionAnnotation: string;
  readonly #nodes = new NodePool();
  readonly #texts = new Map<string, string>();
  readonly #tree = new StepTree();

  /** `versionAnnotation`: the key of the annotation that holds the version. */
  constructor(versionAnnotation: string) {
    this.#versionAnnotation = versionAnnotation;
  }

  observe(trace: Trace): Observation {
    const root = rootOf(trace);
    const calls = callsOf(trace);
    const version = versionOf(trace, this.#versionAnnotation);
    const failure = failureOf(trace, calls);
    const done = stepsOf(trace, calls, this.#tree, (node) => this.#node(node));
    return {
      root: root === null ? null : this.#root(root),
      version: version === null ? null : this.#once(version),
      coldMs: coldStartMs(trace),
      named: this.#named(trace),
      work: this.#work(trace, calls),
      calls: calls.map((call) => ({
        from: this.#node(call.from),
        to: this.#node(call.to),
        durationMs: call.durationMs,
        fault: call.fault,
        error: call.error,
        throttle: call.throttle,
        retries: call.subsegment?.aws?.retries ?? 0,
        onlyWitness: call.callees.length === 0 && !call.handedOver,
      })),
      steps: observedSteps(trace, done),
      exceptions: this.#exceptions(done),
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
    const named: { node: Node; version: string | null }[] = [];
    const byNode = new Map<Node, (string | null)[]>();
    for (const segment of segments) {
      const node = this.#node(nodeOf(segment));
      const version = segmentVersion(segment, this.#versionAnnotation);
      const versions = byNode.get(node);
      if (versions?.includes(version)) continue;
      if (versions === undefined) byNode.set(node, [version]);
      else versions.push(version);
      named.push({ node, version: version === null ? null : this.#once(version) });
    }
    return named;
  }

  #work({ segments }: Trace, calls: readonly Call[]): ObservedWork[] {
    const byCaller = Map.groupBy(calls, ({ caller }) => caller);
    return segments
      .filter((segment) => !segment.inferred)
      .map((segment) => {
        const waitedFor: Entity[] = [];
        const made = (byCaller.get(segment) ?? []).filter(isWaitedForCall);
        for (const { subsegment, callees } of made) {
          if (subsegment === null) waitedFor.push(...callees);
          else waitedFor.push(subsegment);
        }
        return {
          node: this.#node(nodeOf(segment)),
          selfMs: selfTimeMs(segment, waitedFor),
          ownFault: failedItself('fault', segment, made),
          ownError: failedItself('error', segment, made),
          ownThrottle: failedItself('throttle', segment, made),
        };
      });
  }

  #exceptions({ steps }: StepsDone): ObservedException[] {
    const found = new Map<string, ObservedException>();
    for (const [entity, step] of steps) {
      for (const { type, message } of entity.exceptions) {
        const exception = {
          step,
          type: this.#once(type ?? ''),
          message: this.#once((message ?? '').slice(0, LONGEST_MESSAGE)),
        };
        const key = `${nodeKey(step.node)} ${exception.type} ${exception.message}`;
        if (!found.has(key)) found.set(key, exception);
      }
    }
    return [...found.values()];
  }

  #node(node: Node): Node {
    return this.#nodes.once(node);
  }

  #once(text: string): string {
    const held = this.#texts.get(text);
    if (held !== undefined) return held;
    this.#texts.set(text, text);
    return text;
  }
}

/** One pass over the entities, and one over the critical path. */
function observedSteps(trace: Trace, { steps, wrappers }: StepsDone): ObservedStep[] {
  const seen = new Map<Step, { step: Step; count: number; pathMs: number }>();
  for (const [entity, step] of steps) {
    const count = wrappers.has(entity) ? 0 : 1;
    const observed = seen.get(step);
    if (observed === undefined) seen.set(step, { step, count, pathMs: 0 });
    else observed.count += count;
  }
  for (const { entity, fromMs, toMs } of criticalPath(trace)) {
    const step = steps.get(entity);
    const observed = step === undefined ? undefined : seen.get(step);
    if (observed !== undefined) observed.pathMs += toMs - fromMs;
  }
  return [...seen.values()];
}

/** Of a segment that hangs directly below another, nothing else tells whether it was waited for. */
function isWaitedForCall({ caller, subsegment, callees, handedOver }: Call): boolean {
  return !handedOver && (subsegment !== null || callees.every((callee) => isWaitedFor(caller, caller, callee)));
}
