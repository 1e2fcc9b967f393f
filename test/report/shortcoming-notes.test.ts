import { expect, test } from 'vitest';
import { NO_SHORTCOMINGS } from '../../src/collect/shortcomings.js';
import { shortcomingSentences } from '../../src/report/shortcoming-notes.js';

test('credentials that expired are told with how much was collected, and the remedy', () => {
  const ended = {
    because: 'The AWS credentials have expired.',
    remedy: 'Make the session longer.',
    collected: 120,
    expected: 600,
  };
  expect(shortcomingSentences({ ...NO_SHORTCOMINGS, ended })).toEqual([
    'Collecting ended early, after 120 of 600 traces: The AWS credentials have expired. Make the session longer. What was collected by then decides.',
  ]);
});

test('documents that could not be read are counted', () => {
  const unreadable = { documents: 3, traces: 2, because: 'The document is not a JSON object.' };
  expect(shortcomingSentences({ ...NO_SHORTCOMINGS, unreadable })).toEqual([
    '3 segment documents of 2 traces could not be read. The first: The document is not a JSON object. These traces are not whole, and are not compared.',
  ]);
  expect(shortcomingSentences({ ...NO_SHORTCOMINGS, unreadable: { ...unreadable, documents: 1, traces: 1 } })).toEqual([
    '1 segment document of 1 trace could not be read. The first: The document is not a JSON object. This trace is not whole, and is not compared.',
  ]);
  expect(shortcomingSentences(NO_SHORTCOMINGS)).toEqual([]);
});

test('a search without an end is told with what it found', () => {
  const search = { what: 'traces of version 1.7.3', found: 500 };
  expect(shortcomingSentences({ ...NO_SHORTCOMINGS, search })).toEqual([
    'X-Ray did not come to an end of the traces of version 1.7.3: the newest 500 are compared, and there may be older ones. Narrow "since" and "until" to search them all.',
  ]);
});
