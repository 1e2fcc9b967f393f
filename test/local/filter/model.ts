import fc from 'fast-check';
import { type DocumentFields, EPOCH_S, entityId, traceId } from '../documents.js';

/** A trace as it happened, from which the documents follow; times are whole milliseconds into the trace. */
export interface ModelTrace {
  readonly root: ModelService;
  /** The root's segment names a parent that is nobody's, as the gate's traffic makes it do. */
  readonly rootHasParent: boolean;
  /** Another segment whose parent is nobody's. */
  readonly stray: ModelService | null;
  /** A subsegment that was sent alone and whose parent never came. */
  readonly orphan: ModelStep | null;
}

interface ModelEntity {
  readonly name: string;
  readonly account: string | null;
  readonly fromMs: number;
  readonly lengthMs: number;
  readonly inProgress: boolean;
  readonly error: boolean;
  readonly fault: boolean;
  readonly throttle: boolean;
  readonly status: number | null;
  readonly url: string | null;
  readonly userAgent: string | null;
  readonly annotations: Readonly<Record<string, string | number | boolean>>;
  readonly exceptions: readonly { readonly type: string; readonly message: string }[];
  readonly steps: readonly ModelStep[];
}

export interface ModelService extends ModelEntity {
  readonly origin: string | null;
  readonly user: string | null;
  readonly arn: string | null;
  readonly zone: string | null;
  /** A segment directly below this one, as a Lambda function's is. */
  readonly inner: ModelService | null;
}

export interface ModelStep extends ModelEntity {
  readonly namespace: 'aws' | 'remote' | null;
  readonly table: string | null;
  readonly callee: ModelService | null;
}

/** Few of each, so that an expression often meets what it asks for. */
export const NAMES = ['api', 'DynamoDB', 'Auth'] as const;
export const TYPES = ['AWS::Lambda', 'AWS::DynamoDB::Table', 'remote'] as const;
export const ACCOUNTS = ['1', '22'] as const;
export const TEXTS = ['', 'GET', 'get', 'http://x/a', 'q="\\"', 'Auth failed'] as const;
export const KEYS = ['k', 'K', 'run.id', 'aws:stage', 'constructor'] as const;
export const NUMBERS = [0, 1, 200, 429, 0.05, 0.5, -2.5] as const;

const orNull = <T>(...values: T[]) => fc.constantFrom(null, ...values);

const OWN = {
  name: fc.constantFrom(...NAMES),
  account: orNull(...ACCOUNTS),
  fromMs: fc.nat({ max: 60 }),
  lengthMs: fc.constantFrom(0, 10, 25, 50, 60, 100),
  inProgress: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
  error: fc.boolean(),
  fault: fc.boolean(),
  throttle: fc.boolean(),
  status: orNull(200, 204, 302, 429, 500),
  url: orNull(...TEXTS),
  userAgent: orNull(...TEXTS),
  annotations: fc.dictionary(
    fc.constantFrom(...KEYS),
    fc.constantFrom<string | number | boolean>(...TEXTS, ...NUMBERS, true, false),
    {
      maxKeys: 2,
    },
  ),
  exceptions: fc.array(fc.record({ type: fc.constantFrom(...NAMES), message: fc.constantFrom(...TEXTS) }), {
    maxLength: 2,
  }),
};

function services(depth: number): fc.Arbitrary<ModelService> {
  return fc.record({
    ...OWN,
    steps: depth === 0 ? fc.constant([]) : fc.array(steps(depth - 1), { maxLength: 2 }),
    origin: orNull(...TYPES),
    user: orNull(...TEXTS),
    arn: orNull(...TEXTS),
    zone: orNull(...TEXTS),
    inner: depth < 2 ? fc.constant(null) : fc.option(services(depth - 2), { freq: 2 }),
  });
}

function steps(depth: number): fc.Arbitrary<ModelStep> {
  return fc.record({
    ...OWN,
    steps: depth === 0 ? fc.constant([]) : fc.array(steps(depth - 1), { maxLength: 2 }),
    namespace: orNull('aws', 'remote'),
    table: orNull('stock', 'Auth'),
    callee: depth === 0 ? fc.constant(null) : fc.option(services(depth - 1), { freq: 2 }),
  });
}

export const modelTrace: fc.Arbitrary<ModelTrace> = fc.record({
  root: services(4),
  rootHasParent: fc.boolean(),
  stray: fc.option(services(2), { freq: 2 }),
  orphan: fc.option(steps(1), { freq: 2 }),
});

/** The documents of trace 1, ids in the order in which the model has its entities. */
export function documentsOf({ root, rootHasParent, stray, orphan }: ModelTrace): DocumentFields[] {
  const documents: DocumentFields[] = [];
  let last = 0;
  const nextId = () => {
    last += 1;
    return entityId(last);
  };

  const addService = (own: ModelService, parentId: string | null): void => {
    const id = nextId();
    const callees: (() => void)[] = [];
    documents.push({
      ...fieldsOf(own, id),
      trace_id: traceId(1),
      ...(parentId === null ? {} : { parent_id: parentId }),
      ...(own.origin === null ? {} : { origin: own.origin }),
      ...(own.user === null ? {} : { user: own.user }),
      ...(own.arn === null ? {} : { resource_arn: own.arn }),
      aws: { account_id: own.account, ec2: { availability_zone: own.zone } },
      subsegments: own.steps.map((each) => stepFields(each, callees)),
    });
    for (const add of callees) add();
    if (own.inner !== null) addService(own.inner, id);
  };
  const stepFields = (own: ModelStep, callees: (() => void)[]): DocumentFields => {
    const id = nextId();
    const { callee } = own;
    if (callee !== null) callees.push(() => addService(callee, id));
    return {
      ...fieldsOf(own, id),
      ...(own.namespace === null ? {} : { namespace: own.namespace }),
      ...(own.namespace === 'aws' ? { aws: { account_id: own.account, table_name: own.table } } : {}),
      subsegments: own.steps.map((each) => stepFields(each, callees)),
    };
  };

  addService(root, rootHasParent ? 'f'.repeat(16) : null);
  if (stray !== null) addService(stray, 'e'.repeat(16));
  if (orphan !== null) {
    const alone = { trace_id: traceId(1), type: 'subsegment', parent_id: 'd'.repeat(16) };
    documents.push({ ...alone, ...stepFields(orphan, []) });
  }
  return documents;
}

function fieldsOf(own: ModelEntity, id: string): DocumentFields {
  const seconds = (ms: number) => (EPOCH_S * 1000 + ms) / 1000;
  return {
    id,
    name: own.name,
    start_time: seconds(own.fromMs),
    ...(own.inProgress ? { in_progress: true } : { end_time: seconds(own.fromMs + own.lengthMs) }),
    error: own.error,
    fault: own.fault,
    throttle: own.throttle,
    http: { request: { url: own.url, user_agent: own.userAgent }, response: { status: own.status } },
    annotations: own.annotations,
    cause: { exceptions: own.exceptions },
  };
}
