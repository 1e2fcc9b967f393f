import {
  CreateGroupCommand,
  CreateSamplingRuleCommand,
  DeleteGroupCommand,
  DeleteResourcePolicyCommand,
  GetEncryptionConfigCommand,
  GetInsightCommand,
  GetInsightEventsCommand,
  GetInsightImpactGraphCommand,
  GetInsightSummariesCommand,
  ListResourcePoliciesCommand,
  ListTagsForResourceCommand,
  PutEncryptionConfigCommand,
  PutResourcePolicyCommand,
  type Tag,
  TagResourceCommand,
  UntagResourceCommand,
  type XRayClient,
} from '@aws-sdk/client-xray';
import { describe, expect, test } from 'vitest';
import type { LocalXRay } from '../../src/local/local-xray.js';
import { EPOCH_S } from './documents.js';
import { clientOf, localXRay } from './harness.js';

function tags(count: number): Tag[] {
  return Array.from({ length: count }, (_, number) => ({ Key: `key-${number}`, Value: `${number}` }));
}

async function group(client: XRayClient, Tags: Tag[] = []): Promise<string> {
  const { Group } = await client.send(new CreateGroupCommand({ GroupName: 'shop', Tags }));
  return Group?.GroupARN ?? '';
}

async function tagsOf(client: XRayClient, ResourceARN: string) {
  return (await client.send(new ListTagsForResourceCommand({ ResourceARN }))).Tags;
}

describe('tags', () => {
  test('are put on a group, replaced and taken off', async () => {
    const client = clientOf(await localXRay());
    const ResourceARN = await group(client, [{ Key: 'Stage', Value: 'test' }]);
    const more = [
      { Key: 'Stage', Value: 'prod' },
      { Key: 'Owner', Value: '' },
    ];
    await client.send(new TagResourceCommand({ ResourceARN, Tags: more }));
    expect(await tagsOf(client, ResourceARN)).toEqual([more[1], more[0]]);
    await client.send(new UntagResourceCommand({ ResourceARN, TagKeys: ['Owner', 'never-there'] }));
    expect(await tagsOf(client, ResourceARN)).toEqual([more[0]]);
    await client.send(new DeleteGroupCommand({ GroupARN: ResourceARN }));
    await expect(tagsOf(client, ResourceARN)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  test('are put on a sampling rule when it is created', async () => {
    const client = clientOf(await localXRay());
    const anything = { ResourceARN: '*', ServiceName: '*', ServiceType: '*', Host: '*', HTTPMethod: '*', URLPath: '*' };
    const SamplingRule = { RuleName: 'all', Priority: 1, FixedRate: 1, ReservoirSize: 0, Version: 1, ...anything };
    const command = new CreateSamplingRuleCommand({ SamplingRule, Tags: tags(1) });
    const { SamplingRuleRecord } = await client.send(command);
    expect(await tagsOf(client, SamplingRuleRecord?.SamplingRule?.RuleARN ?? '')).toEqual(tags(1));
  });

  test('are 50 at most', async () => {
    const client = clientOf(await localXRay());
    const ResourceARN = await group(client, tags(50));
    await client.send(new TagResourceCommand({ ResourceARN, Tags: tags(50) }));
    const Tags = [{ Key: 'one more', Value: '' }];
    await expect(client.send(new TagResourceCommand({ ResourceARN, Tags }))).rejects.toMatchObject({
      name: 'TooManyTagsException',
      ResourceName: ResourceARN,
    });
    expect(await tagsOf(client, ResourceARN)).toHaveLength(50);
  });

  test.each([
    ['reserved', { Key: 'aws:x', Value: '' }, 'begin with aws: are reserved'],
    ['empty', { Key: '', Value: '' }, 'Key must have at least 1 characters'],
    ['overlong', { Key: 'x'.repeat(129), Value: '' }, 'Key must have at most 128 characters'],
    ['overlong in its value', { Key: 'x', Value: 'x'.repeat(257) }, 'Value must have at most 256 characters'],
    ['without a value', { Key: 'x', Value: undefined }, 'Value is required'],
    ['of other characters', { Key: 'a*b', Value: '' }, 'may have letters, numbers, spaces'],
  ])('are refused where one is %s', async (_, tag, message) => {
    const client = clientOf(await localXRay());
    const command = new TagResourceCommand({ ResourceARN: await group(client), Tags: [tag as Tag] });
    await expect(client.send(command)).rejects.toThrow(message);
  });

  test('of nothing that is there are not found', async () => {
    const client = clientOf(await localXRay());
    const ResourceARN = 'arn:aws:xray:us-east-1:123456789012:group/none/1';
    for (const command of [
      new TagResourceCommand({ ResourceARN, Tags: tags(1) }),
      new UntagResourceCommand({ ResourceARN, TagKeys: ['x'] }),
      new ListTagsForResourceCommand({ ResourceARN }),
    ]) {
      await expect(client.send(command as TagResourceCommand)).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
        $metadata: { httpStatusCode: 404 },
      });
    }
  });
});

describe('resource policies', () => {
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [] });
  const put = (client: XRayClient, PolicyName: string, PolicyRevisionId?: string, document = PolicyDocument) =>
    client.send(new PutResourcePolicyCommand({ PolicyName, PolicyDocument: document, PolicyRevisionId }));

  test('are put, listed with their revisions, and deleted', async () => {
    const client = clientOf(await localXRay({ nowMs: () => EPOCH_S * 1000 }));
    const LastUpdatedTime = new Date(EPOCH_S * 1000);
    const policy = { PolicyName: 'sns', PolicyDocument, LastUpdatedTime };
    expect((await put(client, 'sns')).ResourcePolicy).toEqual({ ...policy, PolicyRevisionId: '1' });
    expect((await put(client, 'sns', '1')).ResourcePolicy).toEqual({ ...policy, PolicyRevisionId: '2' });
    const { ResourcePolicies } = await client.send(new ListResourcePoliciesCommand());
    expect(ResourcePolicies).toEqual([{ ...policy, PolicyRevisionId: '2' }]);
    const stale = new DeleteResourcePolicyCommand({ PolicyName: 'sns', PolicyRevisionId: '1' });
    await expect(client.send(stale)).rejects.toMatchObject({ name: 'InvalidPolicyRevisionIdException' });
    await client.send(new DeleteResourcePolicyCommand({ PolicyName: 'sns', PolicyRevisionId: '2' }));
    expect((await client.send(new ListResourcePoliciesCommand())).ResourcePolicies).toEqual([]);
  });

  test('are 5 at most', async () => {
    const client = clientOf(await localXRay());
    for (const name of ['a', 'b', 'c', 'd', 'e', 'e']) await put(client, name);
    await expect(put(client, 'f')).rejects.toMatchObject({ name: 'PolicyCountLimitExceededException' });
  });

  test.each([
    ['of another revision', 'PolicyName', '7', PolicyDocument, 'InvalidPolicyRevisionIdException'],
    [
      'above 5 kB',
      'PolicyName',
      undefined,
      `{"Statement":[],"x":"${'x'.repeat(5 * 1024)}"}`,
      'PolicySizeLimitExceededException',
    ],
    ['that is not JSON', 'PolicyName', undefined, '{', 'MalformedPolicyDocumentException'],
    ['without a statement', 'PolicyName', undefined, '{}', 'MalformedPolicyDocumentException'],
    ['of a name with a space', 'my policy', undefined, PolicyDocument, 'InvalidRequestException'],
  ])('are refused where one is %s', async (_, name, revision, document, code) => {
    const client = clientOf(await localXRay());
    await expect(put(client, name, revision, document)).rejects.toMatchObject({ name: code });
  });

  test('that are to be new must not be there, and those to be deleted must', async () => {
    const client = clientOf(await localXRay());
    await put(client, 'sns', '0');
    await expect(put(client, 'sns', '0')).rejects.toMatchObject({ name: 'InvalidPolicyRevisionIdException' });
    const command = new DeleteResourcePolicyCommand({ PolicyName: 'none' });
    await expect(client.send(command)).rejects.toMatchObject({ name: 'InvalidRequestException' });
    await expect(client.send(new ListResourcePoliciesCommand({ NextToken: 'x' }))).rejects.toThrow('not supported');
  });
});

describe('encryption', () => {
  test('is X-Ray’s own until a key is chosen', async () => {
    const client = clientOf(await localXRay());
    const config = async () => (await client.send(new GetEncryptionConfigCommand())).EncryptionConfig;
    expect(await config()).toEqual({ Type: 'NONE', Status: 'ACTIVE' });
    const put = await client.send(new PutEncryptionConfigCommand({ Type: 'KMS', KeyId: 'alias/traces' }));
    expect(put.EncryptionConfig).toEqual({ Type: 'KMS', KeyId: 'alias/traces', Status: 'UPDATING' });
    expect(await config()).toEqual({ Type: 'KMS', KeyId: 'alias/traces', Status: 'ACTIVE' });
    await client.send(new PutEncryptionConfigCommand({ Type: 'NONE' }));
    expect(await config()).toEqual({ Type: 'NONE', Status: 'ACTIVE' });
  });

  test.each([
    [{ Type: 'KMS' as const }, 'KeyId is required'],
    [{ Type: 'NONE' as const, KeyId: 'x' }, 'KeyId must be left out'],
    [{ Type: 'ROT13' as 'KMS', KeyId: 'x' }, 'Type must be one of NONE, KMS; got "ROT13"'],
    [{ Type: undefined, KeyId: 'x' }, 'Type is required'],
    [{ Type: 'KMS' as const, KeyId: 'x'.repeat(3001) }, 'at most 3000 characters'],
  ])('%j is refused', async (input, message) => {
    const client = clientOf(await localXRay());
    await expect(client.send(new PutEncryptionConfigCommand(input))).rejects.toThrow(message);
  });
});

describe('insights', () => {
  const GroupName = 'Default';
  const nowMs = () => EPOCH_S * 1000;
  const hour = { StartTime: new Date(nowMs() - 3600_000), EndTime: new Date(nowMs()) };
  const InsightId = '0a1b2c3d-0a1b-4c2d-8e3f-0123456789ab';

  test('are none', async () => {
    const client = clientOf(await localXRay({ nowMs }));
    const command = new GetInsightSummariesCommand({ GroupName, ...hour, States: ['ACTIVE'], MaxResults: 100 });
    expect((await client.send(command)).InsightSummaries).toEqual([]);
  });

  test('are those that were put in: of the group, the states and the time that are asked for, page by page', async () => {
    const xray = await localXRay({ nowMs });
    const client = clientOf(xray);
    await client.send(new CreateGroupCommand({ GroupName: 'slow' }));
    const at = (minutesAgo: number) => EPOCH_S - minutesAgo * 60;
    await putInsights(xray, [
      { Summary: 'active', StartTime: at(30), RootCauseServiceId: { Name: 'api' }, InsightId },
      { Summary: 'closed', StartTime: at(50), State: 'CLOSED', EndTime: at(40) },
      { Summary: 'began before', StartTime: at(70) },
      { Summary: 'of a group', StartTime: at(20), GroupName: 'slow' },
    ]);
    const summaries = async (input: object) => {
      const command = new GetInsightSummariesCommand({ GroupName, ...hour, ...input });
      const { InsightSummaries = [], NextToken } = await client.send(command);
      return { NextToken, names: InsightSummaries.map(({ Summary }) => Summary) };
    };
    expect((await summaries({})).names).toEqual(['active', 'closed']);
    expect((await summaries({ States: ['CLOSED'] })).names).toEqual(['closed']);
    expect((await summaries({ GroupName: 'slow' })).names).toEqual(['of a group']);
    const { names, NextToken } = await summaries({ MaxResults: 1 });
    expect([names, (await summaries({ MaxResults: 1, NextToken })).names]).toEqual([['active'], ['closed']]);
    expect((await client.send(new GetInsightCommand({ InsightId }))).Insight).toMatchObject({
      InsightId,
      GroupName,
      State: 'ACTIVE',
      StartTime: new Date(at(30) * 1000),
      Summary: 'active',
      RootCauseServiceId: { Name: 'api' },
      Categories: ['FAULT'],
    });
    expect((await client.send(new GetInsightEventsCommand({ InsightId }))).InsightEvents).toEqual([]);
    const graph = await client.send(new GetInsightImpactGraphCommand({ InsightId, ...hour }));
    expect(graph).toMatchObject({ InsightId, Services: [] });
  });

  test.each([
    ['no JSON', '{', 'cannot be set'],
    ['no list', '{}', 'They must be a list.'],
    ['no beginning', '[{}]', 'StartTime is required.'],
    ['no end, though closed', '[{"StartTime": 1, "State": "CLOSED"}]', 'EndTime is required.'],
    ['an unknown state', '[{"StartTime": 1, "State": "OPEN"}]', 'got "OPEN"'],
    ['an id that is none', '[{"StartTime": 1, "InsightId": "x"}]', 'InsightId must be a UUID'],
    ['an unknown field', '[{"StartTime": 1, "Name": "x"}]', 'An insight has no "Name".'],
  ])('with %s are not put in, and none of those that are there goes', async (_, body, message) => {
    const xray = await localXRay({ nowMs });
    await putInsights(xray, [{ StartTime: EPOCH_S - 60 }]);
    const answer = await fetch(`${xray.apiUrl}/_local/insights`, { method: 'PUT', body });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ message: expect.stringContaining(message) });
    expect(await (await fetch(`${xray.apiUrl}/_local/state`)).json()).toMatchObject({ insights: 1 });
  });

  async function putInsights({ apiUrl }: LocalXRay, insights: readonly object[]) {
    const answer = await fetch(`${apiUrl}/_local/insights`, { method: 'PUT', body: JSON.stringify(insights) });
    expect(answer.status).toBe(200);
  }

  const old = { StartTime: new Date(nowMs() - 31 * 86_400_000), EndTime: new Date(nowMs()) };
  const day = { StartTime: new Date(nowMs() - 86_400_000), EndTime: new Date(nowMs()) };
  test.each([
    ['of no group', new GetInsightSummariesCommand(hour), 'GroupName or GroupARN is required'],
    ['of an unknown group', new GetInsightSummariesCommand({ GroupName: 'x', ...hour }), 'There is no group "x"'],
    ['that are too old', new GetInsightSummariesCommand({ GroupName, ...old }), 'more than 30 days ago'],
    [
      'of two states',
      new GetInsightSummariesCommand({ GroupName, ...hour, States: ['ACTIVE', 'CLOSED'] }),
      'at most one state',
    ],
    [
      'of an unknown state',
      new GetInsightSummariesCommand({ GroupName, ...hour, States: ['OPEN' as 'ACTIVE'] }),
      'got "OPEN"',
    ],
    [
      'in too many',
      new GetInsightSummariesCommand({ GroupName, ...hour, MaxResults: 101 }),
      'MaxResults must be at most 100',
    ],
    ['by an id', new GetInsightCommand({ InsightId }), `There is no insight ${InsightId}`],
    ['by no id', new GetInsightCommand({ InsightId: 'x' }), 'InsightId must be a UUID'],
    ['with their events', new GetInsightEventsCommand({ InsightId }), `There is no insight ${InsightId}`],
    ['with many events', new GetInsightEventsCommand({ InsightId, MaxResults: 51 }), 'MaxResults must be at most 50'],
    ['with a graph', new GetInsightImpactGraphCommand({ InsightId, ...hour }), `There is no insight ${InsightId}`],
    ['with a graph of a day', new GetInsightImpactGraphCommand({ InsightId, ...day }), 'longer than 6 hours'],
  ])('%s are refused', async (_, command, message) => {
    const client = clientOf(await localXRay({ nowMs }));
    await expect(client.send(command as GetInsightCommand)).rejects.toMatchObject({
      name: 'InvalidRequestException',
      message: expect.stringContaining(message),
    });
  });
});
