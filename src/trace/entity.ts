import type { TraceLink } from './trace-link.js';

/** The value of an annotation: X-Ray indexes strings, numbers and booleans. */
export type AnnotationValue = string | number | boolean;

export interface HttpFacts {
  readonly method: string | null;
  readonly url: string | null;
  readonly userAgent: string | null;
  readonly clientIp: string | null;
  readonly status: number | null;
  readonly contentLengthBytes: number | null;
}

export interface AwsFacts {
  readonly operation: string | null;
  readonly region: string | null;
  readonly accountId: string | null;
  readonly tableName: string | null;
  readonly queueUrl: string | null;
  readonly topicArn: string | null;
  readonly bucketName: string | null;
  readonly functionName: string | null;
  readonly retries: number | null;
}

export interface ExceptionFacts {
  readonly type: string | null;
  readonly message: string | null;
}

/** What segments and subsegments share. Times are milliseconds since the epoch, with fractions. */
export interface Entity {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly startMs: number;
  /** null while the entity is in progress. */
  readonly endMs: number | null;
  readonly inProgress: boolean;
  /** 4xx; 5xx; 429. Independent flags: a 429 sets `error` and `throttle`. */
  readonly error: boolean;
  readonly fault: boolean;
  readonly throttle: boolean;
  readonly http: HttpFacts | null;
  readonly aws: AwsFacts | null;
  readonly annotations: Readonly<Record<string, AnnotationValue>>;
  readonly exceptions: readonly ExceptionFacts[];
  /** What a message connects it to. */
  readonly links: readonly TraceLink[];
  readonly subsegments: readonly Subsegment[];
}

export interface Subsegment extends Entity {
  readonly kind: 'subsegment';
  /** `aws` for a call through an AWS SDK, `remote` for another call downstream, null for local work. */
  readonly namespace: string | null;
  /** True when the callee is instrumented: a segment whose parent is this subsegment is on its way. */
  readonly traced: boolean;
}

export interface Segment extends Entity {
  readonly kind: 'segment';
  readonly traceId: string;
  /** The AWS resource type that ran it, such as `AWS::Lambda::Function`; null where unknown. */
  readonly origin: string | null;
  /** What wrote it: `X-Ray for Node.js`, `opentelemetry for js`; null where it does not say. */
  readonly sdk: string | null;
  /** `service.version` of the document; null where absent or the SDK's placeholder `unknown`. */
  readonly serviceVersion: string | null;
  readonly user: string | null;
  readonly resourceArn: string | null;
  /** Made by X-Ray from a caller's subsegment, because the callee sent nothing itself. */
  readonly inferred: boolean;
}

/** An entity with an end: what durations may be read from. */
export type Ended<E extends Entity> = E & { readonly endMs: number };

export function hasEnded<E extends Entity>(entity: E): entity is Ended<E> {
  return entity.endMs !== null;
}

/** Every subsegment below an entity, at any depth, parents before children. */
export function subsegmentsBelow(entity: Entity): readonly Subsegment[] {
  // Most have none or one level: nothing is copied for them.
  if (entity.subsegments.every(({ subsegments }) => subsegments.length === 0)) return entity.subsegments;
  return entity.subsegments.flatMap((subsegment) => [subsegment, ...subsegmentsBelow(subsegment)]);
}
