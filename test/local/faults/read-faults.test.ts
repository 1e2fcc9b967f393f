import { expect, test } from 'vitest';
import { GateError } from '../../../src/errors.js';
import { NO_FAULTS } from '../../../src/local/faults/faults.js';
import { parseFaults, readFaults } from '../../../src/local/faults/read-faults.js';

test('faults that are not named stay as they were', () => {
  const before = { ...NO_FAULTS, ingestionDelayMs: 100, lostShare: 0.5 };
  expect(parseFaults('{"lostShare": 0, "throttleEvery": 20}', before)).toEqual({
    ...NO_FAULTS,
    ingestionDelayMs: 100,
    throttleEvery: 20,
  });
});

test('every fault can be set', () => {
  const all = {
    seed: 7,
    ingestionDelayMs: 1,
    ingestionJitterMs: 2,
    lostShare: 0.25,
    partialFirstRead: true,
    throttleEvery: 3,
    throttleCode: 'alternating',
    expireAfterCalls: 9,
    limitExceededShare: 0.75,
    limitExceededTraceIds: ['1-6b006c36-000000000000000000000001'],
    unknownIds: 'silent',
    transactionSearch: { indexingPercentage: 5 },
  };
  expect(Object.keys(all)).toEqual(Object.keys(NO_FAULTS));
  expect(readFaults(all)).toEqual(all);
  expect(readFaults({ transactionSearch: null }, readFaults(all)).transactionSearch).toBeNull();
});

test.each([
  ['an unknown fault', '{"latency": 5}', 'There is no fault "latency".'],
  ['a name of every object', '{"toString": 5}', 'There is no fault "toString".'],
  [
    'a delay below 0',
    '{"ingestionDelayMs": -1}',
    '"ingestionDelayMs" must be a whole number from 0 to 3600000; got -1.',
  ],
  ['a delay with a fraction', '{"ingestionJitterMs": 1.5}', 'must be a whole number from 0 to 3600000; got 1.5.'],
  ['a share in percent', '{"lostShare": 20}', '"lostShare" must be a number from 0 to 1; got 20.'],
  ['a share as text', '{"limitExceededShare": "0.2"}', 'must be a number from 0 to 1; got "0.2".'],
  ['a number for a flag', '{"partialFirstRead": 1}', '"partialFirstRead" must be true or false; got 1.'],
  [
    'another spelling',
    '{"throttleCode": "Throttled"}',
    '"ThrottledException" or "ThrottlingException" or "alternating"',
  ],
  ['a trace id that is none', '{"limitExceededTraceIds": ["1-2"]}', 'must be a list of trace ids; got ["1-2"].'],
  ['one trace id', '{"limitExceededTraceIds": "1-2"}', 'must be a list of trace ids; got "1-2".'],
  [
    'no percentage',
    '{"transactionSearch": true}',
    'must be null, or an object with an indexingPercentage from 0 to 100',
  ],
  ['a percentage above 100', '{"transactionSearch": {"indexingPercentage": 101}}', 'got {"indexingPercentage":101}.'],
  ['a list', '[]', 'They must be a JSON object.'],
  ['text that is no JSON', '{throttleEvery: 20}', 'They are not JSON: '],
])('%s is refused', (_, text, sentence) => {
  expect(() => parseFaults(text)).toThrow(sentence);
  expect(() => parseFaults(text)).toThrow(GateError);
});

test('all that is wrong is told at once, with what there is', () => {
  expect(() => parseFaults('{"lostShare": 2, "latency": 5}')).toThrow(
    expect.objectContaining({
      message:
        'The faults of the local X-Ray cannot be set. "lostShare" must be a number from 0 to 1; got 2. There is no fault "latency".',
      remedy: expect.stringContaining('There are seed, ingestionDelayMs,'),
    }),
  );
});
