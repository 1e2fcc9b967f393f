import type { Entity, Segment, Subsegment } from './entity.js';
import { subsegmentsBelow } from './entity.js';
import { durationMs, segmentsByParent, type Trace } from './trace.js';
import type { TraceLink } from './trace-link.js';

/** A node of the service graph. X-Ray tells nodes apart by name, type and account: a Lambda's two share a name. */
export interface Node {
  readonly name: string;
  /** AWS resource type, `remote`, or empty where a segment says nothing of its origin. */
  readonly type: string;
  /** Account id, or empty where unknown. */
  readonly account: string;
}

/** A string that is equal for equal nodes alone, and sorts them by name. */
export function nodeKey({ name, type, account }: Node): string {
  // The lengths tell where each part ends: names come from the application and may hold any character.
  return `${name} ${type} ${account} ${name.length} ${type.length}`;
}

/** Holds each node once, so that equal nodes are the same object. */
export class NodePool {
  readonly #byName = new Map<string, Node[]>();

  once(node: Node): Node {
    const namesakes = this.#byName.get(node.name);
    if (namesakes === undefined) {
      this.#byName.set(node.name, [node]);
      return node;
    }
    const held = namesakes.find(({ type, account }) => type === node.type && account === node.account);
    if (held === undefined) namesakes.push(node);
    return held ?? node;
  }
}

/** One call along an edge of the service graph, as its caller saw it. */
export interface Call {
  readonly from: Node;
  readonly to: Node;
  readonly caller: Segment;
  /** The caller's subsegment; null where a segment hangs directly below another, as a Lambda function's does. */
  readonly subsegment: Subsegment | null;
  /** The callee's own segments; empty where the callee is known only from its caller. */
  readonly callees: readonly Segment[];
  readonly durationMs: number;
  readonly error: boolean;
  readonly fault: boolean;
  readonly throttle: boolean;
  /** A message went this way: nobody waited for the callee, which may have a trace of its own. */
  readonly handedOver: boolean;
}

/** A map, not an object: names come from the application, and may be those of an object's own members. */
const RESOURCE_TYPES: ReadonlyMap<string, string> = new Map([
  ['DynamoDB', 'AWS::DynamoDB::Table'],
  ['SQS', 'AWS::SQS::Queue'],
  ['SNS', 'AWS::SNS'],
  ['S3', 'AWS::S3::Bucket'],
  ['Lambda', 'AWS::Lambda'],
]);

/** The node that a segment stands for. */
export function nodeOf(segment: Segment): Node {
  const account = segment.aws?.accountId ?? '';
  if (segment.inferred) return calledNode(segment, segment.origin ?? (segment.aws === null ? 'remote' : null));
  return { name: segment.name, type: segment.origin ?? '', account };
}

/** The node that a call goes to when the callee sent no segment: named after the resource where it is known. */
export function inferredNode(subsegment: Subsegment): Node {
  return calledNode(subsegment, subsegment.namespace === 'aws' ? null : 'remote');
}

function calledNode(entity: Entity, type: string | null): Node {
  const resource =
    entity.aws === null
      ? null
      : (entity.aws.tableName ??
        lastPart(entity.aws.queueUrl, '/') ??
        lastPart(entity.aws.topicArn, ':') ??
        entity.aws.bucketName ??
        entity.aws.functionName);
  return {
    name: resource ?? entity.name,
    type: type ?? RESOURCE_TYPES.get(entity.name) ?? `AWS::${entity.name}`,
    account: entity.aws?.accountId ?? '',
  };
}

function lastPart(text: string | null, separator: string): string | null {
  return text?.split(separator).at(-1) || null;
}

/**
 * Every call in a trace between nodes of the service graph, as X-Ray derives its map:
 * a segment below another's subsegment (or below the segment itself) is a call, and so is a subsegment with a
 * namespace whose callee sent nothing. Calls still in progress are left out.
 */
export function callsOf(trace: Trace): Call[] {
  const byParent = segmentsByParent(trace);
  const calls: Call[] = [];
  const linked: Linked[] = [];
  for (const caller of trace.segments) {
    if (caller.inferred) continue;
    const from = nodeOf(caller);
    if (caller.links.length > 0) linked.push({ entity: caller, segment: caller });
    for (const callee of byParent.get(caller.id) ?? []) addCall(calls, from, caller, null, [callee]);
    for (const subsegment of subsegmentsBelow(caller)) {
      if (subsegment.links.length > 0) linked.push({ entity: subsegment, segment: caller });
      const below = byParent.get(subsegment.id) ?? [];
      const own = below.filter((segment) => !segment.inferred);
      const callees = own.length > 0 ? own : below.slice(0, 1);
      const queue = queueBefore(subsegment, own);
      if (queue !== null) {
        const made = below.filter(({ inferred }) => inferred).slice(0, 1);
        const between = made[0] === undefined ? queue : nodeOf(made[0]);
        addCall(calls, from, caller, subsegment, made);
        calls.push(...own.flatMap((consumer) => handedOver(between, nodeOf(consumer), caller, [consumer])));
      } else if (callees.length > 0 || subsegment.namespace === 'aws' || subsegment.namespace === 'remote') {
        addCall(calls, from, caller, subsegment, callees);
      }
    }
  }
  calls.push(...linkedCalls(linked, trace));
  return calls;
}

/** What takes messages and gives them to consumers. */
export const QUEUES: ReadonlySet<string> = new Set(['AWS::SQS::Queue', 'AWS::SNS']);

/** The queue or topic that a message went to, where a consumer's segment, rather than its own, hangs below the call. */
function queueBefore(subsegment: Subsegment, below: readonly Segment[]): Node | null {
  if (subsegment.namespace !== 'aws' || below.length === 0) return null;
  const called = inferredNode(subsegment);
  return QUEUES.has(called.type) && below.every((segment) => nodeOf(segment).type !== called.type) ? called : null;
}

function handedOver(from: Node, to: Node, caller: Segment, callees: readonly Segment[]): Call[] {
  const [consumer] = callees;
  const duration = consumer === undefined ? 0 : durationMs(consumer);
  const flags = { error: false, fault: false, throttle: false };
  return duration === null
    ? []
    : [{ from, to, caller, subsegment: null, callees, durationMs: duration, ...flags, handedOver: true }];
}

/**
 * Where links lead to other traces, or to parts of this one that are nobody's callees: each other end once for each
 * entity, however many messages went there. A link is of the entity's queue, if it is a call to one or its segment calls
 * only one; the consumer's trace itself is not read, so that its name and type are all that is known of it.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-tracelinking.html
 */
function linkedCalls(linked: readonly Linked[], trace: Trace): Call[] {
  return linked.flatMap(({ entity, segment }) => {
    const ends = entity.links.flatMap((link) => linkedEnds(link, entity, segment, trace) ?? []);
    const once = new Map(ends.map((each) => [JSON.stringify([nodeKey(each.from), nodeKey(each.to)]), each]));
    return [...once.values()].flatMap(({ from, to }) => handedOver(from, to, segment, []));
  });
}

/** An entity with links, and the segment that it is or belongs to. */
interface Linked {
  readonly entity: Entity;
  readonly segment: Segment;
}

function linkedEnds(
  { traceId, id, reference, name, type }: TraceLink,
  entity: Entity,
  segment: Segment,
  trace: Trace,
): { readonly from: Node; readonly to: Node } | null {
  const other: Node | null = name === null ? null : { name, type: type ?? '', account: '' };
  if (reference === 'child') return other === null ? null : { from: queueOf(entity, segment), to: other };
  if (reference !== 'parent') return null;
  if (traceId !== trace.id) return other === null ? null : { from: other, to: nodeOf(segment) };
  // Below its parent it is a callee already.
  if (entity !== segment || segment.parentId === id) return null;
  for (const producer of trace.segments) {
    const sent = [producer, ...subsegmentsBelow(producer)].find((each) => each.id === id);
    if (sent !== undefined && producer !== segment) return { from: queueOf(sent, producer), to: nodeOf(segment) };
  }
  return null;
}

/** The queue of a call to one, or the only queue that a segment calls; else the segment's own node. */
function queueOf(entity: Entity, segment: Segment): Node {
  const queues = (among: readonly Entity[]) =>
    among
      .filter((each): each is Subsegment => 'namespace' in each && each.namespace === 'aws')
      .map(inferredNode)
      .filter(({ type }) => QUEUES.has(type));
  const all = new Map(queues(subsegmentsBelow(segment)).map((node) => [nodeKey(node), node]));
  return queues([entity])[0] ?? (all.size === 1 ? [...all.values()][0]! : nodeOf(segment));
}

function addCall(
  calls: Call[],
  from: Node,
  caller: Segment,
  subsegment: Subsegment | null,
  found: readonly Segment[],
): void {
  const witness = subsegment ?? found[0];
  if (witness === undefined) return;
  const duration = durationMs(witness);
  if (duration === null) return;
  const callees = found.filter((segment) => !segment.inferred);
  const [first] = found;
  const to = first === undefined ? inferredNode(subsegment as Subsegment) : nodeOf(first);
  const { error, fault, throttle } = witness;
  calls.push({
    from,
    to,
    caller,
    subsegment,
    callees,
    durationMs: duration,
    error,
    fault,
    throttle,
    handedOver: false,
  });
}
