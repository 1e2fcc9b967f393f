import { describe, expect, test } from 'vitest';
import { mergeTrace } from '../../src/local/merged-trace.js';
import { completenessOf } from '../../src/trace/completeness.js';
import { readDocument } from '../../src/trace/segment-document.js';
import { callsOf } from '../../src/trace/service-graph.js';
import { assembleTrace } from '../../src/trace/trace.js';
import { EPOCH_S, entityId, segment, separate, shopTrace, subsegment, traceId } from './documents.js';
import { merged, storeOf } from './stored.js';

/** Every order of a list. */
function permutations<T>(list: readonly T[]): T[][] {
  if (list.length <= 1) return [[...list]];
  return list.flatMap((first, index) => permutations(list.toSpliced(index, 1)).map((rest) => [first, ...rest]));
}

test('a subsegment with the id of its segment comes back as what it was', () => {
  const sent = segment(1, { subsegments: [subsegment(1, { annotations: { of: 'the subsegment' } })] });
  expect(merged([sent]).documents.get(entityId(1))).toEqual(sent);
});

test('ids in upper case come back in lower case, each of them', () => {
  const [own, nested, alone, orphan] = ['AAAA', 'BBBB', 'CCCC', 'DDDD'].map((end) => `00000000000A${end}`);
  const trace_id = traceId(0xabc).toUpperCase();
  const sent = [
    segment(1, { trace_id, id: own, parent_id: 'EEEEEEEEEEEEEEEE', subsegments: [subsegment(2, { id: nested })] }),
    separate(3, 1, { trace_id, id: alone, parent_id: nested }),
    separate(4, 1, { trace_id, id: orphan, parent_id: 'FFFFFFFFFFFFFFFF' }),
  ];
  const { documents } = mergeTrace(storeOf(sent).trace(traceId(0xabc))!);
  const lower = sent.map((document) =>
    JSON.parse(JSON.stringify(document).replace(/[0-9A-F]{8,}/g, (id) => id.toLowerCase())),
  );
  lower[0].subsegments[0].subsegments = [lower[1]];
  expect([...documents.values()]).toEqual([lower[0], lower[2]]);
});

describe('subsegments that were sent alone', () => {
  // api ── a ── b ── c, each level in a document of its own
  const parts = [
    segment(1, { metadata: { default: { build: 'abc' } } }),
    separate(0xa, 1, { metadata: { default: { level: 'a' } } }),
    separate(0xb, 0xa, { annotations: { level: 'b' } }),
    separate(0xc, 0xb),
  ];

  test('stand below their parents in the returned document, in whatever order they came', () => {
    for (const order of permutations(parts)) {
      const { documents } = merged(order);
      expect([...documents.keys()]).toEqual([entityId(1)]);
      expect(documents.get(entityId(1))).toEqual({
        ...parts[0],
        subsegments: [{ ...parts[1], subsegments: [{ ...parts[2], subsegments: [parts[3]] }] }],
      });
    }
  });

  test('join those that came inside the segment', () => {
    const { documents } = merged([segment(1, { subsegments: [subsegment(2)] }), separate(3, 1)]);
    expect(documents.get(entityId(1))?.subsegments).toEqual([subsegment(2), separate(3, 1)]);
  });

  test('have an entry of their own while their parent is missing, and are read back as waiting for it', () => {
    const { documents } = merged([segment(1), separate(3, 2)]);
    expect(documents.get(entityId(3))).toEqual(separate(3, 2));
    const read = assembleTrace(traceId(1), [...documents.values()].map(readDocument));
    expect(completenessOf(read)).toEqual({ complete: false, waitsFor: 'parent segment' });
  });

  test('whose ids form a circle stay visible', () => {
    const { documents } = merged([segment(1), separate(2, 3), separate(3, 2)]);
    expect([...documents.keys()]).toEqual([1, 2, 3].map(entityId));
  });

  test('chained ten thousand deep are read without running out of stack', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) => separate(index + 2, index + 1));
    const stored = storeOf([segment(1), ...chain], { maxTraceBytes: 10_000_000 }).trace(traceId(1));
    const { trace, documents } = mergeTrace(stored!);
    expect(trace.orphans.length).toBeGreaterThan(9000);
    expect(readDocument(JSON.stringify(documents.get(entityId(1)))).kind).toBe('segment');
  });
});

describe('an entity that was sent twice', () => {
  const begun = segment(1, { end_time: undefined, in_progress: true, user: 'early' });
  const ended = segment(1, { user: 'late' });

  test.each([
    ['after', [begun, ended]],
    ['before', [ended, begun]],
  ])('is returned complete when the complete document came %s the one in progress', (_, documents) => {
    expect(merged(documents).documents.get(entityId(1))).toEqual(ended);
  });

  test('is returned in progress while nothing else is known', () => {
    expect(merged([begun]).documents.get(entityId(1))).toMatchObject({ in_progress: true, user: 'early' });
  });

  test('keeps the later of two complete documents', () => {
    const later = segment(1, { user: 'latest' });
    expect(merged([ended, later]).documents.get(entityId(1))).toEqual(later);
  });
});

describe('inferred segments', () => {
  test('stand for callees that sent none: the table, but not the service that answered for itself', () => {
    const { documents, trace } = merged(shopTrace());
    const inferred = [...documents.values()].filter((document) => document.inferred === true);
    expect(inferred).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{16}$/),
        trace_id: traceId(1),
        parent_id: entityId(0xd),
        name: 'DynamoDB',
        start_time: EPOCH_S,
        end_time: EPOCH_S + 0.01,
        inferred: true,
        origin: 'AWS::DynamoDB::Table',
        aws: { operation: 'GetItem', table_name: 'stock', region: 'eu-west-1' },
        http: { response: { status: 200 } },
      },
    ]);
    expect(callsOf(trace).map(({ from, to }) => `${from.name} → ${to.name} (${to.type})`)).toEqual([
      'api → inventory (AWS::ECS::Fargate)',
      'inventory → stock (AWS::DynamoDB::Table)',
    ]);
  });

  test('have the same ids at every look', () => {
    const stored = storeOf(shopTrace()).trace(traceId(1))!;
    expect([...mergeTrace(stored).documents.keys()]).toEqual([...mergeTrace(stored).documents.keys()]);
  });

  test('give way when the callee arrives', () => {
    const [caller, callee] = shopTrace();
    const before = merged([caller!]).documents;
    expect([...before.values()].filter(({ inferred }) => inferred).map(({ name }) => name)).toEqual(['inventory']);
    const after = merged([caller!, callee!]).documents;
    expect([...after.values()].filter(({ inferred }) => inferred).map(({ name }) => name)).toEqual(['DynamoDB']);
  });

  test.each([
    ['SNS', { aws: { topic_arn: 'arn:aws:sns:eu-west-1:1:orders' } }, 'AWS::SNS'],
    ['SQS', { aws: { queue_url: 'https://sqs/1/orders' } }, 'AWS::SQS::Queue'],
    ['S3', { aws: { bucket_name: 'b' } }, 'AWS::S3::Bucket'],
    ['Kinesis', {}, 'AWS::Kinesis'],
  ])('of %s calls have the origin of their type', (name, fields, origin) => {
    const { documents } = merged([segment(1, { subsegments: [subsegment(2, { name, namespace: 'aws', ...fields })] })]);
    expect([...documents.values()][1]).toMatchObject({ name, inferred: true, origin });
  });

  test('are not made for local work', () => {
    expect(merged([segment(1, { subsegments: [subsegment(2)] })]).documents.size).toBe(1);
  });
});

test('an annotation or metadata key called __proto__ is a key like any other', () => {
  const text = JSON.stringify(segment(1)).replace('{', '{"metadata":{"__proto__":{"polluted":true}},');
  const store = storeOf([]);
  store.put(text);
  const document = mergeTrace(store.trace(traceId(1))!).documents.get(entityId(1));
  expect(JSON.stringify(document)).toContain('"__proto__":{"polluted":true}');
  expect({}).not.toHaveProperty('polluted');
});
