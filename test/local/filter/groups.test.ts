import { describe, expect, test } from 'vitest';
import { parseFilter } from '../../../src/local/filter/parser.js';
import { type FilterSettings, getTraceSummaries } from '../../../src/local/trace-summaries.js';
import { EPOCH_S, segment, traceId } from '../documents.js';
import { storeOf } from '../stored.js';

const store = storeOf([
  segment(0xa, { trace_id: traceId(1), user: 'Alice', end_time: EPOCH_S + 4 }),
  segment(0xb, { trace_id: traceId(2), user: 'Bob', end_time: EPOCH_S + 4 }),
  segment(0xc, { trace_id: traceId(3), user: 'Alice' }),
]);
const groupNamed = (name: string) => (name === 'slow' ? parseFilter('responseTime > 3', null) : null);

function found(FilterExpression: string, settings: FilterSettings = {}): unknown[] {
  const request = { StartTime: EPOCH_S, EndTime: EPOCH_S + 60, FilterExpression };
  const { TraceSummaries } = getTraceSummaries(request, store.traces(), settings);
  return (TraceSummaries as { Id: string }[]).map(({ Id }) => Id).sort();
}

describe('a filter of GetTraceSummaries', () => {
  test('names a group', () => {
    expect(found('group.name = "slow" AND user = "Alice"', { groupNamed })).toEqual([traceId(1)]);
    expect(found('group.name != "slow"', { groupNamed })).toEqual([traceId(3)]);
    expect(found('group.name = "Default"', { groupNamed })).toHaveLength(3);
  });

  test('cannot name a group that is not there', () => {
    expect(() => found('group.name = "slow"')).toThrowError('there is no group "slow"');
  });

  test('counts the case of text, unless the local X-Ray is told otherwise', () => {
    expect(found('user = "alice"')).toEqual([]);
    expect(found('user = "alice"', { textCase: 'ignored' })).toEqual([traceId(1), traceId(3)]);
  });
});
