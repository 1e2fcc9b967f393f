import { clockSkewMs } from './clock-skew.js';
import { type Segment, type Subsegment, subsegmentsBelow } from './entity.js';
import { inferredNode, nodeOf, QUEUES } from './service-graph.js';
import { rootOf, segmentsByParent, type Trace } from './trace.js';

/** Operations that are answered when the message, event, object or order is taken, whoever works on it later. */
const HANDING_OVER: ReadonlySet<string> = new Set([
  'SendMessage',
  'SendMessageBatch',
  'Publish',
  'PublishBatch',
  'PutEvents',
  'PutRecord',
  'PutRecords',
  'PutRecordBatch',
  'PutObject',
  'CopyObject',
  'CompleteMultipartUpload',
  'StartExecution',
  'InvokeAsync',
]);

const ACCEPTED = 202;

/**
 * Whether a caller goes on only when its callee has answered, as far as the trace tells. Nobody waits for the consumer of a
 * message, for a Lambda function that was invoked as an event (which is answered 202), nor for one directly below a segment
 * that had sent a message: where the SDK adds no subsegment, the message carries its sender's id. What AWS itself sends of
 * the topic is part of the call; who gets messages from that is not. `owner`: the segment that the caller is or
 * belongs to. https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html
 */
export function isWaitedFor(caller: Segment | Subsegment, owner: Segment, callee: Segment): boolean {
  if (owner.origin !== null && QUEUES.has(owner.origin)) return false;
  if (caller.kind === 'segment') {
    if (isMessage(callee) && !isMessage(caller)) return false;
    return !isFunction(callee) || !hasSentBefore(caller, callee.startMs);
  }
  if (isMessage(caller) || isMessage(callee)) return false;
  return caller.namespace !== 'aws' || !handsOver(caller) || isQueueOf(caller, callee);
}

/** OpenTelemetry's producers and consumers of messages. https://opentelemetry.io/docs/specs/semconv/messaging/ */
function isMessage({ annotations }: Segment | Subsegment): boolean {
  return annotations['messaging.system'] !== undefined;
}

function handsOver(call: Subsegment): boolean {
  const { aws, http } = call;
  if (aws?.operation != null && HANDING_OVER.has(aws.operation)) return true;
  return aws?.operation === 'Invoke' ? http?.status === ACCEPTED : QUEUES.has(inferredNode(call).type);
}

/** Whether a segment is of the queue or topic itself that a message went to. */
function isQueueOf(call: Subsegment, callee: Segment): boolean {
  const { type } = inferredNode(call);
  return QUEUES.has(type) && nodeOf(callee).type === type;
}

function isFunction({ origin }: Segment): boolean {
  return origin === 'AWS::Lambda' || origin === 'AWS::Lambda::Function';
}

function hasSentBefore(segment: Segment, beforeMs: number): boolean {
  return subsegmentsBelow(segment).some(
    (part) => part.namespace === 'aws' && part.startMs <= beforeMs && handsOver(part),
  );
}

/** The root segment and every one that it waited for, directly or through others; none that began after the response. */
export function segmentsWaitedFor(trace: Trace): ReadonlySet<Segment> {
  const root = rootOf(trace);
  const byParent = segmentsByParent(trace);
  const found = new Set<Segment>(); // ids come from the application and may form a circle
  const left: Visit[] =
    root === null ? [] : [{ entity: root, owner: root, skewMs: 0, untilMs: Number.POSITIVE_INFINITY }];
  for (let visit = left.pop(); visit !== undefined; visit = left.pop()) {
    const { entity, owner, skewMs } = visit;
    if (entity.startMs + skewMs >= visit.untilMs) continue;
    if (entity === owner) found.add(owner);
    const untilMs = Math.min(visit.untilMs, entity.endMs === null ? visit.untilMs : entity.endMs + skewMs);
    for (const part of entity.subsegments) left.push({ entity: part, owner, skewMs, untilMs });
    for (const callee of byParent.get(entity.id) ?? []) {
      if (callee.inferred || found.has(callee) || !isWaitedFor(entity, owner, callee)) continue;
      left.push({ entity: callee, owner: callee, skewMs: skewMs + clockSkewMs(entity, callee), untilMs });
    }
  }
  return found;
}

interface Visit {
  readonly entity: Segment | Subsegment;
  readonly owner: Segment;
  /** By how much the owner's clock has to be put forward. */
  readonly skewMs: number;
  /** When whoever waits for it went on, on the clock of the root's host. */
  readonly untilMs: number;
}
