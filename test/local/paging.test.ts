import {
  CreateGroupCommand,
  CreateSamplingRuleCommand,
  DeleteGroupCommand,
  GetGroupsCommand,
  GetSamplingRulesCommand,
  GetTimeSeriesServiceStatisticsCommand,
  GetTraceSummariesCommand,
  ListTagsForResourceCommand,
  PutTraceSegmentsCommand,
  paginateGetGroups,
  paginateGetSamplingRules,
  paginateGetTimeSeriesServiceStatistics,
  paginateGetTraceSummaries,
  paginateListTagsForResource,
  type XRayClient,
} from '@aws-sdk/client-xray';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EPOCH_S, segment, traceId } from './documents.js';
import { clientOf, localXRay } from './harness.js';

/** To be copied for a paginator of the SDK, which writes the token into the input that it is given. */
const DURING = { StartTime: new Date(EPOCH_S * 1000), EndTime: new Date((EPOCH_S + 3600) * 1000) };

/** A trace by its number, started at the given second of the window. */
function put(client: XRayClient, traces: readonly { number: number; second: number }[]) {
  const TraceSegmentDocuments = traces.map(({ number, second }) => {
    const start_time = EPOCH_S + second;
    return JSON.stringify(segment(1, { trace_id: traceId(number), start_time, end_time: start_time + 0.1 }));
  });
  return client.send(new PutTraceSegmentsCommand({ TraceSegmentDocuments }));
}

async function collect<T>(pages: AsyncIterable<T>, each: (page: T) => unknown): Promise<void> {
  for await (const page of pages) await each(page);
}

const seconds = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 0, maxLength: 40 });
const rangeType = fc.constantFrom('TraceId' as const, 'Event' as const, 'Service' as const);

describe('the pages of trace summaries', () => {
  test('hold every trace once, newest first, whatever their size and time range type', async () => {
    await fc.assert(
      fc.asyncProperty(seconds, fc.integer({ min: 1, max: 12 }), rangeType, async (starts, pageSize, TimeRangeType) => {
        const client = clientOf(await localXRay({ pageSize }));
        await put(
          client,
          starts.map((second, number) => ({ number, second })),
        );
        const found: { id: string | undefined; startMs: number }[] = [];
        let processed = 0;
        await collect(paginateGetTraceSummaries({ client }, { ...DURING, TimeRangeType }), (page) => {
          expect(page.TraceSummaries?.length).toBeLessThanOrEqual(pageSize);
          processed += page.TracesProcessedCount ?? 0;
          for (const { Id, StartTime } of page.TraceSummaries ?? []) found.push({ id: Id, startMs: Number(StartTime) });
        });
        expect(found.map(({ id }) => id).sort()).toEqual(starts.map((_, number) => traceId(number)).sort());
        expect(found.map(({ startMs }) => startMs)).toEqual(
          starts.map((second) => (EPOCH_S + second) * 1000).toSorted((a, b) => b - a),
        );
        expect(processed).toBe(starts.length);
      }),
      { numRuns: 25 },
    );
  });

  test('hold every trace that was there at the first page, once, while others come', async () => {
    await fc.assert(
      fc.asyncProperty(seconds, seconds, fc.integer({ min: 1, max: 7 }), async (starts, arriving, pageSize) => {
        const client = clientOf(await localXRay({ pageSize }));
        await put(
          client,
          starts.map((second, number) => ({ number, second })),
        );
        const late = arriving.map((second, index) => ({ number: 1000 + index, second }));
        const found: (string | undefined)[] = [];
        await collect(paginateGetTraceSummaries({ client }, { ...DURING }), async (page) => {
          found.push(...(page.TraceSummaries ?? []).map(({ Id }) => Id));
          await put(client, late.splice(0, 3));
          await put(client, [{ number: 0, second: 5 }]);
        });
        expect(new Set(found).size).toBe(found.length);
        expect(found).toEqual(expect.arrayContaining(starts.map((_, number) => traceId(number))));
      }),
      { numRuns: 25 },
    );
  });

  test('may be empty with a next one, where a filter finds little', async () => {
    const client = clientOf(await localXRay({ pageSize: 1 }));
    await put(
      client,
      Array.from({ length: 25 }, (_, number) => ({ number, second: number })),
    );
    const FilterExpression = 'duration > 60';
    const sizes: (number | undefined)[] = [];
    await collect(paginateGetTraceSummaries({ client }, { ...DURING, FilterExpression }), ({ TraceSummaries }) => {
      sizes.push(TraceSummaries?.length);
    });
    expect(sizes).toEqual([0, 0, 0]);
  });

  test('go on only for the request that they began with', async () => {
    const client = clientOf(await localXRay({ pageSize: 1 }));
    await put(
      client,
      [0, 1].map((number) => ({ number, second: number })),
    );
    const { NextToken } = await client.send(new GetTraceSummariesCommand(DURING));
    const other = { ...DURING, TimeRangeType: 'Event' as const, NextToken };
    await expect(client.send(new GetTraceSummariesCommand(other))).rejects.toThrow('other parameters');
    const groups = new GetGroupsCommand({ NextToken });
    await expect(client.send(groups)).rejects.toMatchObject({ name: 'InvalidRequestException' });
  });

  test.each([
    ['a strategy that there is not', { SamplingStrategy: { Name: 'Half' as 'FixedRate', Value: 0.5 } }, 'got "Half"'],
    ['a share above 1', { SamplingStrategy: { Name: 'FixedRate' as const, Value: 1.5 } }, 'Value must be at most 1'],
  ])('are refused for %s', async (_, input, message) => {
    const client = clientOf(await localXRay());
    await expect(client.send(new GetTraceSummariesCommand({ ...DURING, ...input }))).rejects.toThrow(message);
  });

  test('are of all traces where a sample would do', async () => {
    const client = clientOf(await localXRay());
    await put(
      client,
      [0, 1, 2].map((number) => ({ number, second: number })),
    );
    const sample = { Sampling: true, SamplingStrategy: { Name: 'FixedRate' as const, Value: 0.1 } };
    const { TraceSummaries } = await client.send(new GetTraceSummariesCommand({ ...DURING, ...sample }));
    expect(TraceSummaries).toHaveLength(3);
  });
});

describe('pages', () => {
  test('of groups hold each once, while others go and come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 5 }), async (count, pageSize) => {
        const client = clientOf(await localXRay({ pageSize }));
        const create = (GroupName: string) => client.send(new CreateGroupCommand({ GroupName }));
        for (let number = 0; number < count; number += 1) await create(`${'グ'.repeat(20)}${number}`);
        await create('goes');
        const found: string[] = [];
        await collect(paginateGetGroups({ client }, {}), async ({ Groups = [], NextToken = '' }) => {
          expect(NextToken.length).toBeLessThanOrEqual(100);
          found.push(...Groups.map(({ GroupName = '' }) => GroupName));
          if (found.includes('goes')) await client.send(new DeleteGroupCommand({ GroupName: 'goes' })).catch(() => {});
        });
        const expected = Array.from({ length: count }, (_, number) => `${'グ'.repeat(20)}${number}`);
        expect(found).toEqual(['Default', ...expected, 'goes']);
      }),
      { numRuns: 15 },
    );
  });

  test('of sampling rules hold each once', async () => {
    const client = clientOf(await localXRay({ pageSize: 4 }));
    const anything = { ResourceARN: '*', ServiceName: '*', ServiceType: '*', Host: '*', HTTPMethod: '*', URLPath: '*' };
    const names = Array.from({ length: 9 }, (_, number) => `rule-${number}`);
    for (const RuleName of names) {
      const SamplingRule = { RuleName, Priority: 5, FixedRate: 0, ReservoirSize: 0, Version: 1, ...anything };
      await client.send(new CreateSamplingRuleCommand({ SamplingRule }));
    }
    const sizes: number[] = [];
    const found: (string | undefined)[] = [];
    await collect(paginateGetSamplingRules({ client }, {}), ({ SamplingRuleRecords = [] }) => {
      sizes.push(SamplingRuleRecords.length);
      found.push(...SamplingRuleRecords.map(({ SamplingRule }) => SamplingRule?.RuleName));
    });
    expect(sizes).toEqual([4, 4, 2]);
    expect(found).toEqual(['Default', ...names]);
  });

  test('of a time series hold each period once', async () => {
    const client = clientOf(await localXRay({ pageSize: 3 }));
    await put(
      client,
      Array.from({ length: 8 }, (_, number) => ({ number, second: number * 60 })),
    );
    const found: number[] = [];
    await collect(paginateGetTimeSeriesServiceStatistics({ client }, { ...DURING }), (page) => {
      const periods = page.TimeSeriesServiceStatistics ?? [];
      expect(periods.length).toBeLessThanOrEqual(3);
      found.push(...periods.map(({ Timestamp }) => Number(Timestamp) / 1000 - EPOCH_S));
    });
    expect(found).toEqual([0, 60, 120, 180, 240, 300, 360, 420]);
    const { NextToken } = await client.send(new GetTimeSeriesServiceStatisticsCommand(DURING));
    const other = new GetTimeSeriesServiceStatisticsCommand({ ...DURING, Period: 30, NextToken });
    await expect(client.send(other)).rejects.toThrow('other parameters');
  });

  test('of tags hold each once', async () => {
    const client = clientOf(await localXRay({ pageSize: 7 }));
    const Tags = Array.from({ length: 20 }, (_, number) => ({
      Key: `key-${String(number).padStart(2, '0')}`,
      Value: '',
    }));
    const { Group } = await client.send(new CreateGroupCommand({ GroupName: 'tagged', Tags }));
    const found: unknown[] = [];
    const input = { ResourceARN: Group?.GroupARN ?? '' };
    await collect(
      paginateListTagsForResource({ client }, input),
      (page) => found.push(...(page.Tags ?? [])) && undefined,
    );
    expect(found).toEqual(Tags);
  });

  test.each(['x', 'e30', 'WyJHcm91cHMiXQ'])('do not begin at the token "%s" that nobody gave', async (NextToken) => {
    const client = clientOf(await localXRay());
    const { Group } = await client.send(new CreateGroupCommand({ GroupName: 'tagged' }));
    for (const command of [
      new GetSamplingRulesCommand({ NextToken }),
      new GetTraceSummariesCommand({ ...DURING, NextToken }),
      new ListTagsForResourceCommand({ ResourceARN: Group?.GroupARN, NextToken }),
    ]) {
      await expect(client.send(command as GetSamplingRulesCommand)).rejects.toThrow('Invalid NextToken');
    }
  });

  test.each(['["Groups","zz"]', '["Groups",null]', '["Groups",1e999]', '["Groups",[1]]'])(
    'do not begin at a place that is none: %s',
    async (position) => {
      const NextToken = Buffer.from(position).toString('base64url');
      const client = clientOf(await localXRay());
      await expect(client.send(new GetGroupsCommand({ NextToken }))).rejects.toThrow('Invalid NextToken');
    },
  );

  test('cannot be of no elements', async () => {
    await expect(localXRay({ pageSize: 0 })).rejects.toThrow('cannot have 0 elements on a page');
  });
});
