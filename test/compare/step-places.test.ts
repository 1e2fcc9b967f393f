import { expect, test } from 'vitest';
import { stepPlacesOf } from '../../src/compare/step-places.js';
import {
  awsCall,
  entityId,
  type Fields,
  ran,
  remoteCall,
  segmentDocument,
  subsegmentDocument,
} from '../support/segment-builder.js';
import { tracedPairs } from './real-traces.js';

/** `api: validate`, `api → orders: Query`; the names of steps that have no place in brackets. */
function placesIn(...documents: Fields[]): string[] {
  const { candidate } = tracedPairs(
    1,
    () => documents,
    () => documents,
  );
  return stepPlacesOf(candidate).map((at, i) => {
    if (at === null) return `(${candidate.steps[i]!.name})`;
    const { node, edge, step } = at.place;
    return `${node?.name ?? `${edge?.from.name} → ${edge?.to.name}`}: ${step}`;
  });
}

test('a local subsegment is part of its node, and calls of an operation of the edge, at any depth', () => {
  const attempt = subsegmentDocument({ id: entityId(4), name: 'attempt', ...ran(21, 29) });
  const query = awsCall('DynamoDB', { table_name: 'orders', operation: 'Query' }, { id: entityId(3), ...ran(20, 30) });
  const validate = subsegmentDocument({
    name: 'validate',
    ...ran(10, 40),
    subsegments: [{ ...query, subsegments: [attempt] }],
  });
  expect(placesIn(segmentDocument({ subsegments: [validate] }))).toEqual([
    '(own code)',
    'api: validate',
    'api → orders: Query',
    'api: attempt',
  ]);
});

test('calls to a callee with segments are no place, nor are calls that name no operation', () => {
  const payments = segmentDocument({
    id: entityId(3),
    name: 'payments',
    parent_id: entityId(2),
    ...ran(15, 35),
    subsegments: [subsegmentDocument({ id: entityId(5), name: 'charge', ...ran(20, 30) })],
  });
  const bank = remoteCall('bank.example.com', { id: entityId(4), traced: false, ...ran(50, 60) });
  expect(placesIn(segmentDocument({ subsegments: [remoteCall('payments'), bank] }), payments)).toEqual([
    '(own code)',
    '(network to payments)',
    '(own code)',
    'payments: charge',
    '()',
  ]);
});
