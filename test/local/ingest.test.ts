import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Datagrams } from '../../src/local/datagrams.js';
import { graphServices } from '../../src/local/graph-services.js';
import { Ingest } from '../../src/local/ingest.js';
import { mergeTrace } from '../../src/local/merged-trace.js';
import { summaryOf } from '../../src/local/trace-summary.js';
import { entityId, segment, separate, subsegment, traceId } from './documents.js';
import { datagramOf, spansOf } from './harness.js';
import { storeOf } from './stored.js';

const few = fc.integer({ min: 1, max: 5 });
/** Fields as no SDK writes them, over a few ids that meet and form circles. */
const strangeFields = fc.dictionary(
  fc.constantFrom(
    'start_time',
    'end_time',
    'in_progress',
    'parent_id',
    'http',
    'aws',
    'annotations',
    'metadata',
    'cause',
  ),
  fc.oneof(few.map(entityId), fc.jsonValue()),
);
const documents = fc
  .tuple(few, few, few, strangeFields)
  .chain(([own, parent, child, fields]) =>
    fc.constantFrom(
      segment(own, { ...fields, subsegments: [subsegment(child, { namespace: 'aws', ...fields })] }),
      segment(own, { parent_id: entityId(parent), ...fields }),
      separate(own, parent, { namespace: 'remote', ...fields }),
      [separate(own, parent), separate(child, own, fields)],
    ),
  );
const datagrams = fc.oneof(
  documents.map(datagramOf),
  fc.tuple(documents.map(datagramOf), fc.nat(400)).map(([datagram, length]) => datagram.slice(0, length)),
  fc.string(),
  fc.json().map((json) => `{"format":"json","version":1}\n${json}`),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => spansOf(Buffer.from(bytes))),
  fc.string().map((text) => `{"format":"json","version":1}\nT1S${text}`),
);

test('whatever arrives is stored or rejected, and what is stored can be read in every form', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(datagrams, { maxLength: 20 }), async (arrived) => {
      const store = storeOf([]);
      const ingest = new Ingest({ store });
      const receiver = new Datagrams({ ingest, indexed: 'all' });
      for (const datagram of arrived) receiver.receive(datagram);
      await receiver.settled();
      const counts = ingest.counts();
      expect(counts.datagrams).toBe(arrived.length);
      expect(counts.documents + counts.rejected).toBe(arrived.length);
      for (const stored of store.traces()) {
        const merged = mergeTrace(stored);
        JSON.stringify([...merged.documents.values(), summaryOf(merged, 1), graphServices([merged.trace])]);
      }
    }),
    { numRuns: 500 },
  );
});

test('an array without subsegments is rejected, and no document', () => {
  const ingest = new Ingest({ store: storeOf([]) });
  expect(ingest.document('[]')).toMatchObject({ kind: 'refused', fault: 'InvalidSegment' });
  expect(ingest.counts()).toMatchObject({ documents: 0, rejected: 1 });
});

test('no document is lost from sight, whatever the order in which a trace arrives', () => {
  const parts = [segment(1), separate(2, 1), separate(3, 2), separate(4, 9), segment(5, { parent_id: entityId(3) })];
  fc.assert(
    fc.property(fc.shuffledSubarray(parts, { minLength: 1 }), (arrived) => {
      const { documents: returned } = mergeTrace(storeOf(arrived).trace(traceId(1))!);
      const text = JSON.stringify([...returned.values()]);
      for (const { id } of arrived) expect(text).toContain(`"id":"${id}"`);
    }),
  );
});
