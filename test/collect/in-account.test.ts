import { expect, test } from 'vitest';
import { inAccount } from '../../src/collect/in-account.js';
import { readAnyDocument } from '../../src/trace/span-document.js';

const ACCOUNT = '222233334444';
const placed = (document: unknown): unknown => JSON.parse(inAccount(JSON.stringify(document), ACCOUNT));

test.each([
  ['a segment', { name: 'api' }, { name: 'api', aws: { account_id: ACCOUNT } }],
  ['a segment that has other facts', { aws: { operation: 'x' } }, { aws: { operation: 'x', account_id: ACCOUNT } }],
  ['a segment that names its account', { aws: { account_id: '1' } }, { aws: { account_id: '1' } }],
  [
    'a call of an AWS service, at any depth',
    { subsegments: [{ name: 'work', subsegments: [{ name: 'DynamoDB', namespace: 'aws' }] }] },
    {
      aws: { account_id: ACCOUNT },
      subsegments: [
        { name: 'work', subsegments: [{ name: 'DynamoDB', namespace: 'aws', aws: { account_id: ACCOUNT } }] },
      ],
    },
  ],
  [
    'a call of an AWS service that was sent alone',
    { type: 'subsegment', namespace: 'aws' },
    { type: 'subsegment', namespace: 'aws', aws: { account_id: ACCOUNT } },
  ],
  [
    'an inferred segment of an AWS service',
    { inferred: true, aws: {} },
    { inferred: true, aws: { account_id: ACCOUNT } },
  ],
])('%s is in the account', (_, document, expected) => {
  expect(placed(document)).toEqual(expected);
});

test.each([
  ['an inferred segment of somebody else', { inferred: true, name: 'api.stripe.com' }],
  ['work that was sent alone', { type: 'subsegment', name: 'work' }],
  ['a call of somebody else', { type: 'subsegment', namespace: 'remote' }],
  ['what is no document', [1, 2]],
])('%s stays as it was', (_, document) => {
  expect(placed(document)).toEqual(document);
  expect(inAccount('{"broken', ACCOUNT)).toBe('{"broken');
});

test.each([
  ['subsegments', '{"subsegments":[', ']}'],
  ['metadata', '{"metadata":{"a":[', ']}}'],
])('what is nested in %s without end stays as it was', (_, open, close) => {
  const deep = open.repeat(20_000) + close.repeat(20_000);
  expect(inAccount(deep, ACCOUNT)).toBe(deep);
});

test('a span is in the account where it names none', () => {
  const span = {
    traceId: '6b006c35aaaaaaaaaaaaaaaaaaaaaaaa',
    spanId: 'aaaaaaaaaaaaaaaa',
    name: 'GET /',
    kind: 'SERVER',
    startTimeUnixNano: 1_800_000_000_000_000_000,
    endTimeUnixNano: 1_800_000_001_000_000_000,
    attributes: {},
  };
  const accountOf = (document: unknown) => {
    const read = readAnyDocument(inAccount(JSON.stringify(document), ACCOUNT));
    return read.kind === 'segment' ? read.segment.aws?.accountId : read.kind;
  };
  expect(accountOf({ ...span, resource: { attributes: { 'service.name': 'api' } } })).toBe(ACCOUNT);
  expect(accountOf({ ...span, resource: { attributes: { 'cloud.account.id': '1' } } })).toBe('1');
});
