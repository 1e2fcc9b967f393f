import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldName } from '../../src/trace/folded-name.js';

describe('a subsegment’s name', () => {
  test.each([
    ['load order 123', 'load order {id}'],
    ['load order b84', 'load order {id}'],
    ['order-42', 'order-{id}'],
    ['order_12345', 'order_{id}'],
    ['order12345', 'order{id}'],
    ['order#4711: lines', 'order#{id}: lines'],
    ['GET /orders/4711/lines', 'GET /orders/{id}/lines'],
    ['batch 12 of 40', 'batch {id} of {id}'],
    ['load 0f8fad5b-d9cb-469f-a165-70867728950e', 'load {id}'],
    ['load 01ARZ3NDEKTSV4RRFFQ69G5FAV', 'load {id}'],
    ['commit 5f2a9c1e', 'commit {id}'],
    ['commit 5F2A9C1E77d0', 'commit {id}'],
    ['session ckv9x2a7b0000q1w8e3r', 'session {id}'],
    ['report 2026-11-21', 'report {id}'],
    ['report 2026-11-21T08:15:30.123Z', 'report {id}'],
    ['connect 10.0.0.1:5432', 'connect {id}'],
  ])('%s is the step %s', (name, step) => {
    expect(foldName(name)).toBe(step);
  });

  test.each([
    'load row',
    's3',
    'v2',
    'step 1',
    'attempt-2',
    'Attempt #1',
    'http/1.1',
    'tls 1.2',
    'sha256',
    'utf8',
    'parse iso8601',
    'processIso8601Timestamps',
    'i18n',
    'x86',
    'loadOrdersV2FromS3Bucket',
    'process_order_step_1_of_2',
    'deadbeef',
    'decade',
    'eu-west-1',
    'com.example.Orders2.load',
    '## price',
    '',
  ])('%s stays', (name) => {
    expect(foldName(name)).toBe(name);
  });

  test('folded once is folded for good', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-f0-9 _.:/#-]{0,40}$/), (name) => foldName(foldName(name)) === foldName(name)),
    );
  });
});
