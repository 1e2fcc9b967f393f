import {
  BatchGetTracesCommand,
  GetIndexingRulesCommand,
  GetServiceGraphCommand,
  GetTraceSegmentDestinationCommand,
  GetTraceSummariesCommand,
  PutTraceSegmentsCommand,
  UpdateIndexingRuleCommand,
  UpdateTraceSegmentDestinationCommand,
  type XRayClient,
} from '@aws-sdk/client-xray';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EPOCH_S, segment, traceId } from './documents.js';
import { clientOf, localXRay } from './harness.js';

const DURING = { StartTime: new Date(EPOCH_S * 1000), EndTime: new Date((EPOCH_S + 60) * 1000) };

async function put(client: XRayClient, ...numbers: number[]): Promise<void> {
  const TraceSegmentDocuments = numbers.map((number) => JSON.stringify(segment(1, { trace_id: traceId(number) })));
  await client.send(new PutTraceSegmentsCommand({ TraceSegmentDocuments }));
}

async function indexed(client: XRayClient): Promise<(string | undefined)[]> {
  const { TraceSummaries = [], TracesProcessedCount } = await client.send(new GetTraceSummariesCommand(DURING));
  expect(TracesProcessedCount).toBe(TraceSummaries.length);
  return TraceSummaries.map(({ Id }) => Id).sort();
}

function choose(client: XRayClient, Destination: 'XRay' | 'CloudWatchLogs') {
  return client.send(new UpdateTraceSegmentDestinationCommand({ Destination }));
}

function index(client: XRayClient, DesiredSamplingPercentage: number, Name = 'Default') {
  return client.send(new UpdateIndexingRuleCommand({ Name, Rule: { Probabilistic: { DesiredSamplingPercentage } } }));
}

describe('the destination', () => {
  test('is X-Ray, until another is chosen; that is in effect at once', async () => {
    const client = clientOf(await localXRay());
    const destination = () => client.send(new GetTraceSegmentDestinationCommand());
    expect(await destination()).toMatchObject({ Destination: 'XRay', Status: 'ACTIVE' });
    expect(await choose(client, 'CloudWatchLogs')).toMatchObject({ Destination: 'CloudWatchLogs', Status: 'ACTIVE' });
    expect(await destination()).toMatchObject({ Destination: 'CloudWatchLogs', Status: 'ACTIVE' });
  });

  test('is pending for as long as it was set to take, and documents go where they went before', async () => {
    let nowMs = EPOCH_S * 1000;
    const client = clientOf(await localXRay({ activationMs: 1000, nowMs: () => nowMs }));
    await index(client, 0);
    expect(await choose(client, 'CloudWatchLogs')).toMatchObject({ Destination: 'CloudWatchLogs', Status: 'PENDING' });
    await put(client, 1);
    expect(await choose(client, 'XRay')).toMatchObject({ Destination: 'XRay', Status: 'PENDING' });
    await put(client, 2);
    await choose(client, 'CloudWatchLogs');
    nowMs += 1000;
    expect(await client.send(new GetTraceSegmentDestinationCommand())).toMatchObject({ Status: 'ACTIVE' });
    await put(client, 3);
    expect(await indexed(client)).toEqual([traceId(1), traceId(2)]);
  });

  test('may be the log group from the start', async () => {
    const client = clientOf(await localXRay({ destination: 'CloudWatchLogs' }));
    await index(client, 0);
    await put(client, 1);
    expect(await indexed(client)).toEqual([]);
  });

  test('takes no key for a log group that is there already', async () => {
    const client = clientOf(await localXRay());
    const command = new UpdateTraceSegmentDestinationCommand({
      Destination: 'CloudWatchLogs',
      CloudWatchLogsConfiguration: { SpansLogGroupKmsKeyId: 'arn:aws:kms:us-east-1:123456789012:key/1' },
    });
    await client.send(command);
    await expect(client.send(command)).rejects.toMatchObject({ name: 'InvalidRequestException' });
  });

  test.each(['Moon', undefined])('cannot be %s', async (Destination) => {
    const client = clientOf(await localXRay());
    await expect(choose(client, Destination as 'XRay')).rejects.toMatchObject({ name: 'InvalidRequestException' });
  });
});

describe('with the log group as destination', () => {
  test('X-Ray has the indexed traces alone, whichever way it is asked', async () => {
    const client = clientOf(await localXRay());
    await choose(client, 'CloudWatchLogs');
    await index(client, 50);
    const numbers = Array.from({ length: 40 }, (_, number) => number + 1);
    await put(client, ...numbers);
    const seen = await indexed(client);
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.length).toBeLessThan(35);
    for (const number of numbers) {
      const { Traces } = await client.send(new BatchGetTracesCommand({ TraceIds: [traceId(number)] }));
      expect(Traces).toHaveLength(seen.includes(traceId(number)) ? 1 : 0);
    }
    const { Services } = await client.send(new GetServiceGraphCommand(DURING));
    const api = Services?.find(({ Root }) => Root);
    expect(api?.SummaryStatistics?.TotalCount).toBe(seen.length);
  });

  test('a higher percentage indexes all that a lower one would, 0 nothing and 100 everything', async () => {
    const percentages = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(percentages, async (between) => {
        const [low = 0, high = 100] = between.toSorted((a, b) => a - b);
        const sets = await Promise.all(
          [0, low, high, 100].map(async (percentage) => {
            const client = clientOf(await localXRay({ destination: 'CloudWatchLogs' }));
            await index(client, percentage);
            await put(client, ...Array.from({ length: 30 }, (_, number) => number));
            return new Set(await indexed(client));
          }),
        );
        expect(sets[0]?.size).toBe(0);
        expect(sets[3]?.size).toBe(30);
        expect([...(sets[2] ?? [])]).toEqual(expect.arrayContaining([...(sets[1] ?? [])]));
      }),
      { numRuns: 5 },
    );
  });

  test('a trace is indexed or not by its first document, and whole once X-Ray has one of its documents', async () => {
    const client = clientOf(await localXRay({ destination: 'CloudWatchLogs' }));
    await index(client, 0);
    await put(client, 1);
    await index(client, 100);
    await put(client, 1);
    expect(await indexed(client)).toEqual([]);
    await choose(client, 'XRay');
    await put(client, 1);
    expect(await indexed(client)).toEqual([traceId(1)]);
    await choose(client, 'CloudWatchLogs');
    await put(client, 1);
    expect(await indexed(client)).toEqual([traceId(1)]);
  });
});

describe('the indexing rule', () => {
  test('is one, of 1 %, until it is changed', async () => {
    const client = clientOf(await localXRay({ nowMs: () => EPOCH_S * 1000 }));
    const before = await client.send(new GetIndexingRulesCommand());
    expect(before.IndexingRules).toEqual([
      {
        Name: 'Default',
        ModifiedAt: new Date(0),
        Rule: { Probabilistic: { DesiredSamplingPercentage: 1, ActualSamplingPercentage: 1 } },
      },
    ]);
    const { IndexingRule } = await index(client, 12.5);
    expect(IndexingRule).toEqual({
      Name: 'Default',
      ModifiedAt: new Date(EPOCH_S * 1000),
      Rule: { Probabilistic: { DesiredSamplingPercentage: 12.5, ActualSamplingPercentage: 12.5 } },
    });
    expect((await client.send(new GetIndexingRulesCommand())).IndexingRules).toEqual([IndexingRule]);
  });

  test('of another name is not found, and of more than all invalid', async () => {
    const client = clientOf(await localXRay());
    await expect(index(client, 1, 'other')).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      ResourceName: 'other',
      $metadata: { httpStatusCode: 404 },
    });
    await expect(index(client, 101)).rejects.toMatchObject({ name: 'InvalidRequestException' });
    await expect(index(client, -1)).rejects.toMatchObject({ name: 'InvalidRequestException' });
  });
});
