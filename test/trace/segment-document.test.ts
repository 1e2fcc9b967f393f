import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Entity, subsegmentsBelow } from '../../src/trace/entity.js';
import { canonicalTraceId, readDocument } from '../../src/trace/segment-document.js';
import {
  EPOCH_MS,
  EPOCH_S,
  entityId,
  type Fields,
  readSegment,
  segmentDocument,
  sentAlone,
  subsegmentDocument,
  TRACE_ID,
} from '../support/segment-builder.js';

const FOLDER = new URL('../fixtures/sdk-documents/', import.meta.url);

function recorded(file: string): Fields[] {
  return (JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as { documents: Fields[] }).documents;
}

describe('documents that SDKs sent', () => {
  test('the Node.js SDK: a request that was passed on, with its headers, annotations and calls', () => {
    const [api, inventory] = recorded('xraysdk-checkout-parent.json').map(readSegment);
    expect(api).toMatchObject({
      kind: 'segment',
      traceId: '1-6b006c36-cccccccccccccccccccccccc',
      id: 'af478cb14b82d287',
      parentId: '53995c3f42cd8ad8',
      name: 'api',
      inProgress: false,
      error: false,
      fault: false,
      throttle: false,
      sdk: 'X-Ray for Node.js',
      inferred: false,
      origin: null,
      annotations: { version: 'v2-abc1234', canary: true, shard: 3 },
      http: { method: 'GET', url: 'http://127.0.0.1:8801/checkout/42', status: 200, clientIp: '::ffff:127.0.0.1' },
    });
    expect(api?.startMs).toBeCloseTo(1_795_189_814_508, 3);
    expect(api?.endMs).toBeCloseTo(1_795_189_814_526, 3);
    expect([...subsegmentsBelow(api!)].map(({ name, namespace, traced }) => ({ name, namespace, traced }))).toEqual([
      { name: 'price', namespace: null, traced: false },
      { name: '127.0.0.1', namespace: 'remote', traced: true },
    ]);
    expect([...subsegmentsBelow(api!)].at(-1)?.http?.contentLengthBytes).toBe(30);
    expect(inventory).toMatchObject({ name: 'inventory', parentId: '91f1f2200e434c4b', serviceVersion: '1.4.2' });
    expect(inventory?.subsegments[0]).toMatchObject({
      name: 'DynamoDB',
      namespace: 'aws',
      aws: { operation: 'GetItem', region: 'eu-west-1', tableName: 'stock', retries: 1, queueUrl: null },
    });
  });

  test('the version "unknown" is the SDK\'s placeholder, not a version', () => {
    expect(recorded('xraysdk-throttle-429.json').map(readSegment)[0]?.serviceVersion).toBeNull();
  });

  test('an uncaught exception is a fault with its type and message', () => {
    const [boom] = recorded('xraysdk-boom-500.json').map(readSegment);
    expect(boom).toMatchObject({ fault: true, error: false, exceptions: [{ type: 'Error', message: 'kaput' }] });
  });

  test('a 429 is an error and a throttle', () => {
    const [slow] = recorded('xraysdk-throttle-429.json').map(readSegment);
    expect(slow).toMatchObject({ error: true, throttle: true, fault: false, http: { status: 429 } });
  });

  test('the Python SDK says in_progress: false, and writes ids and ends into embedded subsegments', () => {
    const [, text] = readFileSync(new URL('python-xraysdk-2.15-udp.txt', FOLDER), 'utf8').split('\n');
    const segment = readSegment(text);
    expect(segment).toMatchObject({ name: 'pyapi', inProgress: false, serviceVersion: null });
    expect(segment.subsegments[0]).toMatchObject({ name: 'db', namespace: 'remote', annotations: { q: 'select' } });
    expect(segment.endMs! - segment.startMs).toBeCloseTo(10.28, 1);
  });

  test('every recorded document is a segment', () => {
    const files = readdirSync(FOLDER).filter((file) => file.startsWith('xraysdk-') && file.endsWith('.json'));
    expect(files.length).toBeGreaterThanOrEqual(5);
    for (const document of files.flatMap(recorded)) expect(readDocument(document).kind).toBe('segment');
  });
});

describe('what a document may look like', () => {
  test('text and value of the same document read the same', () => {
    const document = segmentDocument({ subsegments: [subsegmentDocument()], annotations: { version: 'v1' } });
    expect(readDocument(JSON.stringify(document))).toEqual(readDocument(document));
  });

  const numbers: { name: string; text: string; ms: number }[] = [
    { name: 'a number', text: '1499473411.677', ms: 1_499_473_411_677 },
    { name: 'scientific notation', text: '1.499473411677E9', ms: 1_499_473_411_677 },
    { name: 'a number as text', text: '"1499473411.677"', ms: 1_499_473_411_677 },
    { name: 'scientific notation as text', text: '"1.499473411677E9"', ms: 1_499_473_411_677 },
    { name: 'a whole number', text: '1499473411', ms: 1_499_473_411_000 },
    { name: 'the epoch itself', text: '0', ms: 0 },
  ];
  test.each(numbers)('times may be $name', ({ text, ms }) => {
    const { start_time: _, ...others } = segmentDocument();
    expect(readSegment(`{"start_time":${text},${JSON.stringify(others).slice(1)}`).startMs).toBeCloseTo(ms, 3);
  });

  const statuses: { name: string; status: unknown; read: number | null }[] = [
    { name: 'a number', status: 404, read: 404 },
    { name: 'a number as text', status: '404', read: 404 },
    { name: 'empty text', status: '', read: null },
    { name: 'blank text', status: '  ', read: null },
    { name: 'words', status: 'OK', read: null },
    { name: 'an object', status: { code: 404 }, read: null },
    { name: 'true', status: true, read: null },
    { name: 'null', status: null, read: null },
  ];
  test.each(statuses)('a status that is $name is read as $read', ({ status, read }) => {
    expect(readSegment(segmentDocument({ http: { response: { status } } })).http?.status).toBe(read);
  });

  test('all that a segment may say is read', () => {
    const segment = readSegment(
      segmentDocument({
        parent_id: entityId(9),
        origin: 'AWS::ECS::Fargate',
        resource_arn: 'arn:aws:ecs:eu-west-1:123456789012:task/1',
        user: 'ada',
        service: { version: '1.7.3' },
        http: {
          request: { method: 'PUT', url: '/x', user_agent: 'curl', client_ip: '10.0.0.1' },
          response: { status: 201, content_length: '17' },
        },
        aws: {
          operation: 'Publish',
          region: 'eu-west-1',
          account_id: 123456789012,
          table_name: 'orders',
          queue_url: 'https://sqs/1/q',
          topic_arn: 'arn:aws:sns:eu-west-1:1:t',
          bucket_name: 'b',
          function_name: 'f',
          retries: 2,
        },
      }),
    );
    expect(segment).toMatchObject({
      parentId: entityId(9),
      origin: 'AWS::ECS::Fargate',
      resourceArn: 'arn:aws:ecs:eu-west-1:123456789012:task/1',
      user: 'ada',
      serviceVersion: '1.7.3',
      http: { method: 'PUT', url: '/x', userAgent: 'curl', clientIp: '10.0.0.1', status: 201, contentLengthBytes: 17 },
      aws: {
        operation: 'Publish',
        region: 'eu-west-1',
        accountId: '123456789012',
        tableName: 'orders',
        queueUrl: 'https://sqs/1/q',
        topicArn: 'arn:aws:sns:eu-west-1:1:t',
        bucketName: 'b',
        functionName: 'f',
        retries: 2,
      },
    });
  });

  test('a segment that X-Ray inferred says so', () => {
    expect(readSegment(segmentDocument({ inferred: true })).inferred).toBe(true);
  });

  const progress: { name: string; fields: Fields; endMs: number | null }[] = [
    { name: 'in_progress without an end', fields: { in_progress: true, end_time: undefined }, endMs: null },
    { name: 'in_progress that an end contradicts', fields: { in_progress: true }, endMs: null },
    { name: 'an end and in_progress: false', fields: { in_progress: false }, endMs: EPOCH_MS + 100 },
  ];
  test.each(progress)('with $name the end is $endMs', ({ fields, endMs }) => {
    const segment = readSegment(segmentDocument(fields));
    expect(segment.endMs).toBe(endMs);
    expect(segment.inProgress).toBe(endMs === null);
  });

  test.each([
    ['no end', { end_time: undefined }, 'InvalidSegment', /no end_time in seconds/],
    ['an end that is null', { end_time: null }, 'InvalidSegment', /no end_time in seconds/],
    ['an end in milliseconds', { end_time: EPOCH_MS + 100 }, 'InvalidSegment', /no end_time in seconds/],
    ['a start in milliseconds', { start_time: EPOCH_MS }, 'MissingStartTime', /no start_time in seconds/],
  ])('with %s a document that is not in progress is malformed', (_, fields, fault, reason) => {
    const document = segmentDocument(fields);
    expect(readDocument(document)).toMatchObject({ kind: 'malformed', fault, reason: expect.stringMatching(reason) });
    const alone = {
      ...subsegmentDocument(fields),
      type: 'subsegment',
      trace_id: document.trace_id,
      parent_id: entityId(1),
    };
    expect(readDocument(alone)).toMatchObject({ kind: 'malformed', fault });
  });

  test('`traced` is read from the top level, where SDKs write it, and from http.request, where the guide lists it', () => {
    const [above, inside, not] = readSegment(
      segmentDocument({
        subsegments: [
          subsegmentDocument({ traced: true }),
          subsegmentDocument({ http: { request: { traced: true } } }),
          subsegmentDocument({ traced: 'true' }),
        ],
      }),
    ).subsegments;
    expect([above?.traced, inside?.traced, not?.traced]).toEqual([true, true, false]);
  });

  test('a subsegment sent alone is read with its parent and trace', () => {
    expect(readDocument(sentAlone(1))).toMatchObject({
      kind: 'subsegments',
      subsegments: [{ traceId: TRACE_ID, subsegment: { kind: 'subsegment', parentId: entityId(1), name: 'work' } }],
    });
  });

  test('a list holds subsegments, whether or not each says its type', () => {
    const list = [sentAlone(1), sentAlone(1, { id: entityId(3), type: undefined })];
    const read = readDocument(list);
    expect(read.kind === 'subsegments' && read.subsegments.map(({ subsegment }) => subsegment.id)).toEqual([
      entityId(2),
      entityId(3),
    ]);
  });

  test('an empty list holds nothing', () => {
    expect(readDocument('[]')).toEqual({ kind: 'subsegments', subsegments: [] });
  });
});

describe('ids', () => {
  const hex = '5759e988bd862e3fe1be46a994272793';
  const ids: { name: string; text: string; id: string | null }[] = [
    { name: "X-Ray's form", text: `1-5759e988-${hex.slice(8)}`, id: `1-5759e988-${hex.slice(8)}` },
    {
      name: "X-Ray's form in upper case",
      text: `1-5759E988-${hex.slice(8).toUpperCase()}`,
      id: `1-5759e988-${hex.slice(8)}`,
    },
    { name: "W3C's form", text: hex, id: `1-5759e988-${hex.slice(8)}` },
    { name: "W3C's form in upper case", text: hex.toUpperCase(), id: `1-5759e988-${hex.slice(8)}` },
    { name: 'another version', text: `2-5759e988-${hex.slice(8)}`, id: null },
    { name: 'a digit too few', text: hex.slice(1), id: null },
    { name: 'a digit too many', text: `${hex}0`, id: null },
    { name: 'no hexadecimal digit', text: `1-5759e98g-${hex.slice(8)}`, id: null },
    { name: 'a line break at the end', text: `${hex}\n`, id: null },
    { name: 'nothing', text: '', id: null },
  ];
  test.each(ids)('a trace id: $name', ({ text, id }) => {
    expect(canonicalTraceId(text)).toBe(id);
  });

  test('ids in upper case are those in lower case', () => {
    const segment = readSegment(
      segmentDocument({ trace_id: TRACE_ID.toUpperCase(), id: 'ABCDEF0123456789', parent_id: 'FEDCBA9876543210' }),
    );
    expect(segment).toMatchObject({ traceId: TRACE_ID, id: 'abcdef0123456789', parentId: 'fedcba9876543210' });
  });

  test("a document may carry W3C's trace id", () => {
    expect(readSegment(segmentDocument({ trace_id: TRACE_ID.slice(2).replace('-', '') })).traceId).toBe(TRACE_ID);
  });
});

describe('what cannot be used', () => {
  const faults: { name: string; document: unknown; fault: string }[] = [
    { name: 'text that is not JSON', document: '{"id":', fault: 'JSONFormatError' },
    { name: 'no text', document: '', fault: 'JSONFormatError' },
    { name: 'null', document: null, fault: 'InvalidSegment' },
    { name: 'nothing', document: undefined, fault: 'InvalidSegment' },
    { name: 'a number', document: '42', fault: 'InvalidSegment' },
    { name: 'text in JSON', document: '"segment"', fault: 'InvalidSegment' },
    { name: 'a list of numbers', document: '[1]', fault: 'InvalidSegment' },
    { name: 'a list in a list', document: [[sentAlone(1)]], fault: 'InvalidSegment' },
    { name: 'no id', document: segmentDocument({ id: undefined }), fault: 'MissingId' },
    { name: 'a list for an id', document: segmentDocument({ id: [entityId(1)] }), fault: 'MissingId' },
    { name: 'an id of 15 digits', document: segmentDocument({ id: 'abcdef012345678' }), fault: 'InvalidId' },
    { name: 'an id with other letters', document: segmentDocument({ id: 'ghijklmnopqrstuv' }), fault: 'InvalidId' },
    { name: 'no name', document: segmentDocument({ name: undefined }), fault: 'MissingName' },
    { name: 'an empty name', document: segmentDocument({ name: '' }), fault: 'MissingName' },
    { name: 'an object for a name', document: segmentDocument({ name: { de: 'api' } }), fault: 'MissingName' },
    { name: 'a name of 201 characters', document: segmentDocument({ name: 'n'.repeat(201) }), fault: 'InvalidName' },
    { name: 'no trace id', document: segmentDocument({ trace_id: undefined }), fault: 'InvalidTraceId' },
    { name: 'a trace id of another form', document: segmentDocument({ trace_id: '1-2-3' }), fault: 'InvalidTraceId' },
    { name: 'no start', document: segmentDocument({ start_time: undefined }), fault: 'MissingStartTime' },
    { name: 'a start in words', document: segmentDocument({ start_time: 'noon' }), fault: 'MissingStartTime' },
    {
      name: 'a start beyond all numbers',
      document: segmentDocument({ start_time: '1e999' }),
      fault: 'MissingStartTime',
    },
    {
      name: 'a start beyond all numbers in milliseconds',
      document: segmentDocument({ start_time: 1e306, end_time: 1e306 }),
      fault: 'MissingStartTime',
    },
    { name: 'a parent id of another form', document: segmentDocument({ parent_id: 'none' }), fault: 'InvalidParentId' },
    {
      name: 'a subsegment alone without parent',
      document: sentAlone(1, { parent_id: undefined }),
      fault: 'MissingParentId',
    },
    {
      name: 'a subsegment alone without trace',
      document: sentAlone(1, { trace_id: undefined }),
      fault: 'InvalidTraceId',
    },
    {
      name: 'a nested subsegment without id',
      document: segmentDocument({ subsegments: [subsegmentDocument({ id: null })] }),
      fault: 'MissingId',
    },
    { name: '300 levels', document: segmentDocument({ subsegments: [nested(300)] }), fault: 'InvalidSegment' },
    { name: '201 levels', document: segmentDocument({ subsegments: [nested(201)] }), fault: 'InvalidSegment' },
    {
      name: '100,000 levels of lists',
      document: `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      fault: 'InvalidSegment',
    },
  ];
  test.each(faults)('$name: $fault', ({ document, fault }) => {
    expect(readDocument(document)).toMatchObject({ kind: 'malformed', fault });
  });

  test('200 levels are read', () => {
    expect([...subsegmentsBelow(readSegment(segmentDocument({ subsegments: [nested(200)] })))]).toHaveLength(200);
  });

  test('a name of 200 characters is read', () => {
    expect(readSegment(segmentDocument({ name: 'ж'.repeat(200) })).name).toHaveLength(200);
  });

  test('the reason names the entity, and the id comes back where there is one', () => {
    expect(readDocument(JSON.stringify(segmentDocument({ name: '' })))).toEqual({
      kind: 'malformed',
      fault: 'MissingName',
      reason: `Entity ${entityId(1)} has no name.`,
      id: entityId(1),
    });
    expect(readDocument('nonsense')).toMatchObject({ id: null });
    expect(readDocument('[1]')).toMatchObject({ id: null });
  });
});

function nested(levels: number): Fields {
  let innermost = subsegmentDocument();
  for (let level = 1; level < levels; level++) innermost = subsegmentDocument({ subsegments: [innermost] });
  return innermost;
}

describe('what is hostile', () => {
  const shapes: { name: string; fields: Fields }[] = [
    { name: 'lists for objects', fields: { http: [], aws: [], service: [], annotations: [], cause: [] } },
    { name: 'text for objects', fields: { http: 'x', aws: 'x', service: 'x', annotations: 'x', cause: 'x' } },
    { name: 'null for objects', fields: { http: null, aws: null, service: null, annotations: null, cause: null } },
  ];
  test.each(shapes)('$name are nothing', ({ fields }) => {
    expect(readSegment(segmentDocument(fields))).toMatchObject({
      http: null,
      aws: null,
      serviceVersion: null,
      annotations: {},
      exceptions: [],
    });
  });

  test('an object for the list of subsegments, and anything but objects in it, is nothing', () => {
    expect(readSegment(segmentDocument({ subsegments: { 0: subsegmentDocument() } })).subsegments).toEqual([]);
    expect(readSegment(segmentDocument({ subsegments: [null, 1, 'x', [], true] })).subsegments).toEqual([]);
  });

  test('only true is true', () => {
    const flags = { error: 1, fault: 'true', throttle: {}, inferred: 'yes', in_progress: 'true' };
    expect(readSegment(segmentDocument(flags))).toMatchObject({
      error: false,
      fault: false,
      throttle: false,
      inferred: false,
      inProgress: false,
    });
  });

  test('annotations of other types than text, number and boolean are left out', () => {
    const annotations = { a: 'x', b: 1, c: false, d: null, e: ['x'], f: { g: 1 } };
    expect(readSegment(segmentDocument({ annotations })).annotations).toEqual({ a: 'x', b: 1, c: false });
  });

  test('an annotation called __proto__ is an annotation and changes no prototype', () => {
    const text = JSON.stringify(segmentDocument({ annotations: {} })).replace(
      '"annotations":{}',
      '"annotations":{"__proto__":"v9","constructor":"c"},"__proto__":{"fault":true}',
    );
    const { annotations, fault } = readSegment(text);
    expect(Object.entries(annotations)).toEqual([
      ['__proto__', 'v9'],
      ['constructor', 'c'],
    ]);
    expect(fault).toBe(false);
    expect(Object.getPrototypeOf(annotations)).toBe(Object.prototype);
  });

  test('exceptions may be an id, an empty list, or hold anything', () => {
    const exceptionsOf = (cause: unknown) => readSegment(segmentDocument({ cause })).exceptions;
    expect(exceptionsOf('2859238d1757a4b1')).toEqual([]);
    expect(exceptionsOf({ id: entityId(2), exceptions: [] })).toEqual([]);
    expect(exceptionsOf({ exceptions: [null, 'x', { type: 7, message: ['x'] }] })).toEqual([
      { type: '7', message: null },
    ]);
  });

  const anyValue = fc.oneof(fc.jsonValue(), fc.constantFrom(1e306, -1e306, '1e400', '', 'NaN', EPOCH_S));
  const anyDocument = fc
    .record(
      {
        id: fc.oneof(fc.constant(entityId(1)), anyValue),
        trace_id: fc.oneof(fc.constant(TRACE_ID), anyValue),
        name: fc.oneof(fc.constant('api'), anyValue),
        start_time: fc.oneof(fc.constant(EPOCH_S), anyValue),
        end_time: fc.oneof(fc.constant(EPOCH_S), anyValue),
        parent_id: fc.oneof(fc.constant(entityId(2)), anyValue),
        type: fc.oneof(fc.constant('subsegment'), anyValue),
        subsegments: fc.oneof(fc.constant([subsegmentDocument()]), fc.array(anyValue), anyValue),
        http: anyValue,
        aws: anyValue,
        annotations: anyValue,
        cause: anyValue,
        service: anyValue,
      },
      { requiredKeys: [] },
    )
    .map((document): unknown => document);

  test('nothing makes reading throw: any JSON value, any text, any document with odd fields', () => {
    const anything = fc.oneof(anyDocument, fc.array(anyDocument), fc.jsonValue(), fc.string(), fc.json());
    fc.assert(
      fc.property(anything, (document) => {
        const read = readDocument(document);
        expect(['segment', 'subsegments', 'malformed']).toContain(read.kind);
        expect(readDocument(JSON.stringify(document)).kind).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  test('whatever was read has finite times and ids of 16 digits', () => {
    const sound = (entity: Entity) => {
      expect(Number.isFinite(entity.startMs) && (entity.endMs === null || Number.isFinite(entity.endMs))).toBe(true);
      expect(entity.id).toMatch(/^[0-9a-f]{16}$/);
      expect(entity.inProgress).toBe(entity.endMs === null);
    };
    const nearlyRight = fc
      .tuple(
        fc.constantFrom(1e306, -1e306, 1e305, EPOCH_S, 0, -5),
        fc.constantFrom(1e306, 1e308, '1e307', null, EPOCH_S),
      )
      .map(([start_time, end_time]) => segmentDocument({ start_time, end_time }));
    fc.assert(
      fc.property(fc.oneof(nearlyRight, anyDocument), (document) => {
        const read = readDocument(document);
        if (read.kind === 'segment') for (const each of [read.segment, ...subsegmentsBelow(read.segment)]) sound(each);
      }),
      { numRuns: 500 },
    );
  });
});
