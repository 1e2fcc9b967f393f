import { type Entity, type Segment, subsegmentsBelow } from './entity.js';
import { foldName } from './folded-name.js';
import { type Call, type Node, nodeOf } from './service-graph.js';
import { segmentsByParent, type Trace } from './trace.js';

/**
 * A place in the tree of what requests do: a node's own code, a named part of it, a call; below the step that it is part
 * of. Steps of different requests are the same where the whole path of names above them is; siblings that repeat are one.
 */
export interface Step {
  readonly parent: Step | null;
  /** Of a call to a callee that sent no segments: the callee; else who did it. */
  readonly node: Node;
  /** `own code`, a subsegment's name ({@link foldName}), `network to orders`, or the operation of a call; empty where a call names none. */
  readonly name: string;
}

export const OWN_CODE = 'own code';

/** The name of the step that is a call, without what the callee itself did. */
export function networkTo(callee: string): string {
  return `network to ${callee}`;
}

/** More parts within parts than any request has; what lies deeper counts as its parent's. */
const MAX_DEPTH = 1000;

/** Holds each step once for all traces that it is asked about, so that equal steps are the same object. */
export class StepTree {
  readonly #below = new Map<Step | null, Map<string, Step[]>>();

  /**
   * Equal nodes must be the same object. A part of the same name and node within itself is no step of its own: recursion
   * has no end.
   */
  at(parent: Step | null, node: Node, name: string): Step {
    if (parent !== null && parent.node === node && parent.name === name) return parent;
    let siblings = this.#below.get(parent);
    if (siblings === undefined) {
      siblings = new Map();
      this.#below.set(parent, siblings);
    }
    const namesakes = siblings.get(name);
    const known = namesakes?.find((step) => step.node === node);
    if (known !== undefined) return known;
    const step: Step = { parent, node, name };
    if (namesakes === undefined) siblings.set(name, [step]);
    else namesakes.push(step);
    return step;
  }
}

/** What a trace's entities did. */
export interface StepsDone {
  /** Of each entity, callers before those whom they call. */
  readonly steps: ReadonlyMap<Entity, Step>;
  /** Those that have a part which is no step of its own: it did what they did, so that the step was done by it alone. */
  readonly wrappers: ReadonlySet<Entity>;
}

/**
 * The step of every segment and subsegment of a trace, callers before those whom they call; without inferred segments.
 * Each is there once, also where ids form a circle. `once` gives the same object for equal nodes. Linear in the number of
 * entities.
 */
export function stepsOf(trace: Trace, calls: readonly Call[], tree: StepTree, once: (node: Node) => Node): StepsDone {
  const byParent = segmentsByParent(trace);
  const bySubsegment = new Map(calls.map((call) => [call.subsegment?.id, call]));
  const known = knownIds(trace);
  const steps = new Map<Entity, Step>();
  const wrappers = new Set<Entity>();
  const isRoot = ({ parentId }: Segment) => parentId === null || !known.has(parentId);
  const sent = trace.segments.filter(({ inferred }) => !inferred);
  // Those whom nobody called, and then what is left of circles.
  for (const segment of [...sent.filter(isRoot), ...sent]) {
    if (!steps.has(segment)) enter(segment, segment, once(nodeOf(segment)), null, 0);
  }
  return { steps, wrappers };

  function enter(entity: Entity, segment: Segment, own: Node, above: Step | null, depth: number): Step {
    const { node, name } = placeOf(entity, segment, own);
    const step = depth > MAX_DEPTH && above !== null ? above : tree.at(above, node, name);
    steps.set(entity, step);
    for (const child of entity.subsegments) below(entity, step, enter(child, segment, own, step, depth + 1));
    for (const callee of byParent.get(entity.id) ?? []) {
      if (callee.inferred || steps.has(callee)) continue;
      below(entity, step, enter(callee, callee, once(nodeOf(callee)), step, depth + 1));
    }
    return step;
  }

  function below(entity: Entity, step: Step, part: Step): void {
    if (part === step) wrappers.add(entity);
  }

  function placeOf(entity: Entity, segment: Segment, own: Node): { node: Node; name: string } {
    if (entity === segment) return { node: own, name: OWN_CODE };
    const call = bySubsegment.get(entity.id);
    if (call === undefined) return { node: own, name: foldName(entity.name) };
    if (call.callees.length === 0) return { node: once(call.to), name: entity.aws?.operation ?? '' };
    return { node: own, name: networkTo(call.to.name) };
  }
}

function knownIds({ segments }: Trace): Set<string> {
  const known = new Set<string>();
  for (const segment of segments) {
    known.add(segment.id);
    for (const { id } of subsegmentsBelow(segment)) known.add(id);
  }
  return known;
}
