import { readdirSync, readFileSync } from 'node:fs';
import { BatchGetTracesCommand } from '@aws-sdk/client-xray';
import { expect, test } from 'vitest';
import { completenessOf } from '../../src/trace/completeness.js';
import { readDocument } from '../../src/trace/segment-document.js';
import { callsOf } from '../../src/trace/service-graph.js';
import { assembleTrace, rootOf } from '../../src/trace/trace.js';
import { clientOf, datagramOf, localXRay, sendDatagrams } from './harness.js';

/** What real SDKs sent: https://github.com/aws/aws-xray-sdk-node, https://github.com/aws/aws-xray-sdk-python. */
const FOLDER = new URL('../fixtures/sdk-documents/', import.meta.url);
const files = readdirSync(FOLDER);
const recordings = files.filter((file) => file.startsWith('xraysdk-') && file.endsWith('.json'));
const datagrams = files.filter((file) => file.endsWith('-udp.txt') || file.endsWith('-udp-raw.txt'));

interface SentDocument {
  readonly trace_id: string;
  readonly id: string;
}

const documentsOf = (file: string) =>
  (JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as { documents: SentDocument[] }).documents;

test('there are recordings', () => {
  expect(recordings.length).toBeGreaterThanOrEqual(5);
  expect(datagrams).toHaveLength(2);
});

test.each(recordings)('%s comes back as it was sent, as a complete trace', async (file) => {
  const sent = documentsOf(file);
  const xray = await localXRay();
  // the callee's segment first: what arrives later is what it hangs below
  await sendDatagrams(xray, sent.toReversed().map(datagramOf));
  const ids = [...new Set(sent.map(({ trace_id }) => trace_id))];
  const { Traces } = await clientOf(xray).send(new BatchGetTracesCommand({ TraceIds: ids }));
  const texts = Traces?.flatMap(({ Segments }) => Segments?.map(({ Document }) => Document ?? '') ?? []) ?? [];
  const returned = new Map(texts.map((text) => JSON.parse(text)).map((document) => [document.id, document]));
  for (const document of sent) expect(returned.get(document.id)).toEqual(document);
  const trace = assembleTrace(ids[0] ?? '', texts.map(readDocument));
  expect(completenessOf(trace)).toEqual({ complete: true });
  expect(rootOf(trace)?.name).toBe('api');
});

test('the checkout of a shop calls its inventory, and that a table', async () => {
  const sent = documentsOf('xraysdk-checkout-parent.json');
  const xray = await localXRay();
  await sendDatagrams(xray, sent.map(datagramOf));
  const TraceIds = [sent[0]?.trace_id ?? ''];
  const { Traces } = await clientOf(xray).send(new BatchGetTracesCommand({ TraceIds }));
  const read = Traces?.[0]?.Segments?.map(({ Document }) => readDocument(Document)) ?? [];
  const calls = callsOf(assembleTrace(TraceIds[0] ?? '', read));
  expect(calls.map(({ from, to }) => [from.name, to.name, to.type])).toEqual([
    ['api', 'inventory', ''],
    ['inventory', 'stock', 'AWS::DynamoDB::Table'],
  ]);
});

test.each(datagrams)('%s is taken as it was sent', async (file) => {
  const raw = readFileSync(new URL(file, FOLDER), 'utf8');
  const xray = await localXRay();
  await sendDatagrams(xray, [raw]);
  expect(xray.counts()).toMatchObject({ documents: 1, rejected: 0, traces: 1 });
});
