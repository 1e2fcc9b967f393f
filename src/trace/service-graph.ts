import type { Entity, Segment, Subsegment } from './entity.js';
import { subsegmentsBelow } from './entity.js';
import { durationMs, segmentsByParent, type Trace } from './trace.js';

/** A node of the service graph. X-Ray tells nodes apart by name, type and account: a Lambda's two share a name. */
export interface Node {
  readonly name: string;
  /** AWS resource type, `remote`, or empty where a segment says nothing of its origin. */
  readonly type: string;
  /** Account id, or empty where unknown. */
  readonly account: string;
}

/** A string that is equal for equal nodes. */
export function nodeKey(node: Node): string {
  return JSON.stringify([node.name, node.type, node.account]);
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
  for (const caller of trace.segments) {
    if (caller.inferred) continue;
    const from = nodeOf(caller);
    for (const callee of byParent.get(caller.id) ?? []) addCall(calls, from, caller, null, [callee]);
    for (const subsegment of subsegmentsBelow(caller)) {
      const below = byParent.get(subsegment.id) ?? [];
      const own = below.filter((segment) => !segment.inferred);
      const callees = own.length > 0 ? own : below.slice(0, 1);
      if (callees.length > 0 || subsegment.namespace === 'aws' || subsegment.namespace === 'remote') {
        addCall(calls, from, caller, subsegment, callees);
      }
    }
  }
  return calls;
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
  calls.push({ from, to, caller, subsegment, callees, durationMs: duration, error, fault, throttle });
}
