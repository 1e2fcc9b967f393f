import {
  CreateSamplingRuleCommand,
  DeleteSamplingRuleCommand,
  GetSamplingRulesCommand,
  GetSamplingStatisticSummariesCommand,
  GetSamplingTargetsCommand,
  type SamplingRule,
  type SamplingRuleUpdate,
  type SamplingStatisticsDocument,
  UpdateSamplingRuleCommand,
  type XRayClient,
} from '@aws-sdk/client-xray';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EPOCH_S } from './documents.js';
import { clientOf, localXRay } from './harness.js';

function rule(fields: Partial<SamplingRule> = {}): SamplingRule {
  return {
    RuleName: 'checkout',
    ResourceARN: '*',
    Priority: 100,
    FixedRate: 0.5,
    ReservoirSize: 10,
    ServiceName: 'api',
    ServiceType: '*',
    Host: '*',
    HTTPMethod: 'POST',
    URLPath: '/checkout/*',
    Version: 1,
    ...fields,
  };
}

function create(client: XRayClient, fields: Partial<SamplingRule> = {}) {
  return client.send(new CreateSamplingRuleCommand({ SamplingRule: rule(fields) }));
}

function report(fields: Partial<SamplingStatisticsDocument> = {}): SamplingStatisticsDocument {
  const counts = { RequestCount: 10, SampledCount: 4, BorrowCount: 1 };
  return { RuleName: 'checkout', ClientID: clientId(1), Timestamp: new Date(), ...counts, ...fields };
}

function clientId(number: number): string {
  return number.toString(16).padStart(24, '0');
}

async function targetsOf(client: XRayClient, ...SamplingStatisticsDocuments: SamplingStatisticsDocument[]) {
  return client.send(new GetSamplingTargetsCommand({ SamplingStatisticsDocuments }));
}

describe('a sampling rule', () => {
  test('is created, listed, changed by name or ARN, and deleted', async () => {
    let nowMs = EPOCH_S * 1000;
    const client = clientOf(await localXRay({ nowMs: () => nowMs }));
    const { SamplingRuleRecord } = await create(client);
    const RuleARN = 'arn:aws:xray:us-east-1:123456789012:sampling-rule/checkout';
    expect(SamplingRuleRecord).toEqual({
      SamplingRule: { ...rule(), RuleARN, Attributes: {} },
      CreatedAt: new Date(nowMs),
      ModifiedAt: new Date(nowMs),
    });
    nowMs += 5000;
    const update = { RuleARN, FixedRate: 0, SamplingRateBoost: { MaxRate: 0.8, CooldownWindowMinutes: 5 } };
    const updated = await client.send(new UpdateSamplingRuleCommand({ SamplingRuleUpdate: update }));
    expect(updated.SamplingRuleRecord).toEqual({
      SamplingRule: { ...rule(), ...update, Attributes: {} },
      CreatedAt: new Date(nowMs - 5000),
      ModifiedAt: new Date(nowMs),
    });
    const listed = await client.send(new GetSamplingRulesCommand());
    expect(listed.SamplingRuleRecords?.[1]).toEqual(updated.SamplingRuleRecord);
    const deleted = await client.send(new DeleteSamplingRuleCommand({ RuleName: 'checkout' }));
    expect(deleted.SamplingRuleRecord).toEqual(updated.SamplingRuleRecord);
    const left = await client.send(new GetSamplingRulesCommand());
    expect(left.SamplingRuleRecords?.map(({ SamplingRule }) => SamplingRule?.RuleName)).toEqual(['Default']);
  });

  test('may be named by its ARN from the start', async () => {
    const client = clientOf(await localXRay());
    const RuleARN = 'arn:aws:xray:us-east-1:123456789012:sampling-rule/by-arn';
    const { SamplingRuleRecord } = await create(client, { RuleName: undefined, RuleARN });
    expect(SamplingRuleRecord?.SamplingRule).toMatchObject({ RuleName: 'by-arn', RuleARN });
  });

  test('has 25 of its like beside the default one', async () => {
    const client = clientOf(await localXRay());
    for (let number = 1; number <= 25; number += 1) await create(client, { RuleName: `rule-${number}` });
    await expect(create(client, { RuleName: 'rule-26' })).rejects.toMatchObject({
      name: 'RuleLimitExceededException',
      $metadata: { httpStatusCode: 400 },
    });
    await client.send(new DeleteSamplingRuleCommand({ RuleName: 'rule-1' }));
    await create(client, { RuleName: 'rule-26' });
  });
});

describe('the default rule', () => {
  test('samples one request a second and 5 % of the others, in the form that SDKs accept', async () => {
    const client = clientOf(await localXRay());
    const { SamplingRuleRecords } = await client.send(new GetSamplingRulesCommand());
    const anything = { ResourceARN: '*', ServiceName: '*', ServiceType: '*', Host: '*', HTTPMethod: '*', URLPath: '*' };
    expect(SamplingRuleRecords).toEqual([
      {
        SamplingRule: {
          RuleName: 'Default',
          RuleARN: 'arn:aws:xray:us-east-1:123456789012:sampling-rule/Default',
          Priority: 10_000,
          FixedRate: 0.05,
          ReservoirSize: 1,
          Version: 1,
          Attributes: {},
          ...anything,
        },
        CreatedAt: new Date(0),
        ModifiedAt: new Date(0),
      },
    ]);
  });

  test('has its rates changed, and nothing else', async () => {
    const client = clientOf(await localXRay());
    const update = (fields: SamplingRuleUpdate) =>
      client.send(new UpdateSamplingRuleCommand({ SamplingRuleUpdate: { RuleName: 'Default', ...fields } }));
    const { SamplingRuleRecord } = await update({ FixedRate: 1, ReservoirSize: 0 });
    expect(SamplingRuleRecord?.SamplingRule).toMatchObject({ FixedRate: 1, ReservoirSize: 0, Priority: 10_000 });
    await expect(update({ Host: 'shop' })).rejects.toThrow('Host of the rule "Default" cannot be changed');
    await expect(client.send(new DeleteSamplingRuleCommand({ RuleName: 'Default' }))).rejects.toThrow(
      'cannot be deleted',
    );
  });
});

describe('a sampling rule that is refused', () => {
  const attributes = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, each) => [`${each}`, 'x']));
  test.each([
    ['without a name', { RuleName: undefined }, 'RuleName or RuleARN is required'],
    ['with two names', { RuleARN: 'arn:aws:xray:us-east-1:123456789012:sampling-rule/x' }, 'not both'],
    ['with an overlong name', { RuleName: 'x'.repeat(33) }, 'RuleName must have at most 32 characters'],
    ['with another ARN', { RuleName: undefined, RuleARN: 'arn:aws:s3:::x' }, 'RuleARN must be arn:aws:xray:'],
    ['of the name of the default one', { RuleName: 'Default' }, 'There is a sampling rule "Default" already'],
    ['with no priority', { Priority: undefined }, 'Priority is required'],
    ['with priority 0', { Priority: 0 }, 'Priority must be at least 1; got 0'],
    ['with priority 10,000', { Priority: 10_000 }, 'Priority must be at most 9999; got 10000'],
    ['with a rate above 1', { FixedRate: 1.01 }, 'FixedRate must be at most 1; got 1.01'],
    ['with a negative rate', { FixedRate: -0.1 }, 'FixedRate must be at least 0'],
    ['with a negative reservoir', { ReservoirSize: -1 }, 'ReservoirSize must be at least 0'],
    ['without a host', { Host: undefined }, 'Host is required'],
    ['with an overlong host', { Host: 'x'.repeat(65) }, 'Host must have at most 64 characters'],
    ['with an overlong method', { HTTPMethod: 'x'.repeat(11) }, 'HTTPMethod must have at most 10 characters'],
    ['with an overlong path', { URLPath: 'x'.repeat(129) }, 'URLPath must have at most 128 characters'],
    ['with an overlong resource', { ResourceARN: 'x'.repeat(501) }, 'ResourceARN must have at most 500 characters'],
    ['of version 2', { Version: 2 }, 'Version must be 1'],
    ['of no version', { Version: undefined }, 'Version is required'],
    ['with six attributes', { Attributes: attributes(6) }, 'at most 5 pairs'],
    ['with an empty attribute', { Attributes: { a: '' } }, 'a must have at least 1 characters'],
    [
      'with a boost above 1',
      { SamplingRateBoost: { MaxRate: 2, CooldownWindowMinutes: 1 } },
      'MaxRate must be at most 1',
    ],
  ])('%s', async (_, fields, message) => {
    const client = clientOf(await localXRay());
    await expect(create(client, fields)).rejects.toMatchObject({
      name: 'InvalidRequestException',
      message: expect.stringContaining(message),
    });
  });

  test('is not there afterwards', async () => {
    const client = clientOf(await localXRay());
    const Tags = Array.from({ length: 51 }, (_, number) => ({ Key: `${number}`, Value: '' }));
    const command = new CreateSamplingRuleCommand({ SamplingRule: rule(), Tags });
    await expect(client.send(command)).rejects.toThrow('at most 50 tags');
    const { SamplingRuleRecords } = await client.send(new GetSamplingRulesCommand());
    expect(SamplingRuleRecords).toHaveLength(1);
  });
});

describe('sampling targets', () => {
  test('share a reservoir among the clients that report, whole requests each', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 }), async (size, clients) => {
        const client = clientOf(await localXRay());
        await create(client, { ReservoirSize: size });
        const all = Array.from({ length: clients }, (_, number) => report({ ClientID: clientId(number) }));
        const { SamplingTargetDocuments = [] } = await targetsOf(client, ...all);
        const quotas = SamplingTargetDocuments.map(({ ReservoirQuota = -1 }) => ReservoirQuota);
        expect(quotas.reduce((sum, quota) => sum + quota, 0)).toBe(size);
        expect(Math.max(...quotas) - Math.min(...quotas)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 15 },
    );
  });

  test('carry the rate of each rule, and forget clients that no longer report', async () => {
    let nowMs = EPOCH_S * 1000;
    const client = clientOf(await localXRay({ nowMs: () => nowMs }));
    await create(client);
    await targetsOf(client, report({ ClientID: clientId(1) }));
    const two = await targetsOf(client, report({ ClientID: clientId(2) }));
    expect(two.SamplingTargetDocuments).toEqual([
      {
        RuleName: 'checkout',
        FixedRate: 0.5,
        ReservoirQuota: 5,
        ReservoirQuotaTTL: new Date(nowMs + 10_000),
        Interval: 10,
      },
    ]);
    nowMs += 31_000;
    const one = await targetsOf(client, report({ ClientID: clientId(2) }));
    expect(one.SamplingTargetDocuments?.[0]).toMatchObject({ ReservoirQuota: 10 });
  });

  test('say when a rule last changed, later with every change', async () => {
    const client = clientOf(await localXRay({ nowMs: () => EPOCH_S * 1000 }));
    const modified = async () => Number((await targetsOf(client, report())).LastRuleModification);
    const moments = [await modified()];
    await create(client);
    moments.push(await modified());
    const SamplingRuleUpdate = { RuleName: 'checkout', FixedRate: 0.1 };
    await client.send(new UpdateSamplingRuleCommand({ SamplingRuleUpdate }));
    moments.push(await modified());
    await client.send(new DeleteSamplingRuleCommand({ RuleName: 'checkout' }));
    moments.push(await modified());
    expect(moments).toEqual([...new Set(moments)].toSorted((a, b) => a - b));
    expect(moments).toHaveLength(4);
  });

  test('leave reports on unknown rules unprocessed, and read those of anomalies', async () => {
    const client = clientOf(await localXRay());
    const anomalies = { ServiceName: 'api', AnomalyCount: 1, TotalCount: 2, SampledAnomalyCount: 1 };
    const answer = await client.send(
      new GetSamplingTargetsCommand({
        SamplingStatisticsDocuments: [report({ RuleName: 'Default' }), report({ RuleName: 'gone' })],
        SamplingBoostStatisticsDocuments: ['Default', 'lost'].map((RuleName) => ({
          RuleName,
          Timestamp: new Date(),
          ...anomalies,
        })),
      }),
    );
    expect(answer.SamplingTargetDocuments?.map(({ RuleName }) => RuleName)).toEqual(['Default']);
    expect(answer.UnprocessedStatistics?.map(({ RuleName }) => RuleName)).toEqual(['gone']);
    expect(answer.UnprocessedBoostStatistics?.map(({ RuleName }) => RuleName)).toEqual(['lost']);
  });

  test.each([
    ['of a short client id', [report({ ClientID: 'abc' })], 'ClientID must have at least 24 characters'],
    ['with a negative count', [report({ RequestCount: -1 })], 'RequestCount must be at least 0'],
    ['without a time', [report({ Timestamp: undefined })], 'Timestamp is required'],
    ['of 26 rules', Array.from({ length: 26 }, () => report()), 'at most 25 elements; it holds 26'],
  ])('are refused for a report %s', async (_, documents, message) => {
    const client = clientOf(await localXRay());
    await expect(targetsOf(client, ...documents)).rejects.toThrow(message);
  });
});

test('sampling statistics add up what clients reported, in windows of 10 seconds', async () => {
  let nowMs = EPOCH_S * 1000;
  const client = clientOf(await localXRay({ nowMs: () => nowMs }));
  await create(client);
  await targetsOf(client, report({ ClientID: clientId(1) }), report({ ClientID: clientId(2), BorrowCount: undefined }));
  nowMs += 10_000;
  await targetsOf(client, report({ RuleName: 'Default', RequestCount: 1, SampledCount: 1, BorrowCount: 0 }));
  const { SamplingStatisticSummaries } = await client.send(new GetSamplingStatisticSummariesCommand());
  const first = Math.floor(EPOCH_S / 10) * 10_000;
  expect(SamplingStatisticSummaries).toEqual([
    { RuleName: 'checkout', Timestamp: new Date(first), RequestCount: 20, BorrowCount: 1, SampledCount: 8 },
    { RuleName: 'Default', Timestamp: new Date(first + 10_000), RequestCount: 1, BorrowCount: 0, SampledCount: 1 },
  ]);
  nowMs += 11 * 60_000;
  const later = await client.send(new GetSamplingStatisticSummariesCommand());
  expect(later.SamplingStatisticSummaries).toEqual([]);
});
