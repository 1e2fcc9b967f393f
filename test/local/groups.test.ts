import {
  CreateGroupCommand,
  DeleteGroupCommand,
  GetGroupCommand,
  GetGroupsCommand,
  GetServiceGraphCommand,
  type GetServiceGraphCommandInput,
  GetTraceSummariesCommand,
  PutTraceSegmentsCommand,
  UpdateGroupCommand,
  type XRayClient,
} from '@aws-sdk/client-xray';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DocumentFields, EPOCH_S, segment, traceId } from './documents.js';
import { clientOf, localXRay } from './harness.js';

const DURING = { StartTime: new Date(EPOCH_S * 1000), EndTime: new Date((EPOCH_S + 60) * 1000) };
const SLOW = { GroupName: 'slow', FilterExpression: 'responsetime > 1' };

async function put(client: XRayClient, ...documents: DocumentFields[]): Promise<void> {
  const TraceSegmentDocuments = documents.map((document) => JSON.stringify(document));
  await client.send(new PutTraceSegmentsCommand({ TraceSegmentDocuments }));
}

/** A trace of one service, so that a graph shows which traces it is of. */
function slow(number: number, fields: DocumentFields = {}): DocumentFields {
  return segment(number, { trace_id: traceId(number), name: `slow-${number}`, end_time: EPOCH_S + 2, ...fields });
}

async function servicesOf(client: XRayClient, group: Partial<GetServiceGraphCommandInput>): Promise<string[]> {
  const { Services = [] } = await client.send(new GetServiceGraphCommand({ ...DURING, ...group }));
  return Services.filter(({ Type }) => Type !== 'client').map(({ Name = '' }) => Name);
}

describe('a group', () => {
  test('is created, found by name and ARN, listed, changed and deleted', async () => {
    const client = clientOf(await localXRay());
    const { Group } = await client.send(new CreateGroupCommand(SLOW));
    expect(Group).toEqual({
      ...SLOW,
      GroupARN: expect.stringMatching(/^arn:aws:xray:us-east-1:123456789012:group\/slow\/[0-9A-F]+$/),
      InsightsConfiguration: { InsightsEnabled: false, NotificationsEnabled: false },
    });
    const byArn = await client.send(new GetGroupCommand({ GroupARN: Group?.GroupARN }));
    expect(byArn.Group).toEqual(Group);
    expect((await client.send(new GetGroupCommand({ GroupName: 'slow' }))).Group).toEqual(Group);
    const { Groups } = await client.send(new GetGroupsCommand());
    expect(Groups?.map(({ GroupName }) => GroupName)).toEqual(['Default', 'slow']);

    const changes = { FilterExpression: 'fault', InsightsConfiguration: { InsightsEnabled: true } };
    const updated = await client.send(new UpdateGroupCommand({ GroupARN: Group?.GroupARN, ...changes }));
    expect(updated.Group).toMatchObject({ GroupName: 'slow', GroupARN: Group?.GroupARN, ...changes });
    const kept = await client.send(new UpdateGroupCommand({ GroupName: 'slow' }));
    expect(kept.Group).toEqual(updated.Group);

    await client.send(new DeleteGroupCommand({ GroupName: 'slow' }));
    await expect(client.send(new GetGroupCommand({ GroupName: 'slow' }))).rejects.toThrow('There is no group "slow"');
  });

  test('has the traces that its filter held for when they came', async () => {
    const client = clientOf(await localXRay());
    await put(client, slow(1));
    const { Group } = await client.send(new CreateGroupCommand(SLOW));
    await put(client, slow(2), segment(3, { trace_id: traceId(3), name: 'fast' }));
    expect(await servicesOf(client, { GroupName: 'slow' })).toEqual(['slow-2']);
    expect(await servicesOf(client, { GroupARN: Group?.GroupARN })).toEqual(['slow-2']);
    expect((await servicesOf(client, {})).sort()).toEqual(['fast', 'slow-1', 'slow-2']);
    expect((await servicesOf(client, { GroupName: 'Default' })).sort()).toEqual(['fast', 'slow-1', 'slow-2']);
  });

  test('keeps its traces when its filter changes, and says that they may be of the filter before', async () => {
    let nowMs = EPOCH_S * 1000 + 30_000;
    const client = clientOf(await localXRay({ nowMs: () => nowMs }));
    await client.send(new CreateGroupCommand(SLOW));
    await put(client, slow(1));
    const graph = () => client.send(new GetServiceGraphCommand({ ...DURING, GroupName: 'slow' }));
    expect(await graph()).toMatchObject({ ContainsOldGroupVersions: false });
    await client.send(new UpdateGroupCommand({ GroupName: 'slow', FilterExpression: 'fault' }));
    await put(client, slow(2), slow(3, { fault: true }));
    expect(await servicesOf(client, { GroupName: 'slow' })).toEqual(expect.arrayContaining(['slow-1', 'slow-3']));
    expect(await servicesOf(client, { GroupName: 'slow' })).not.toContain('slow-2');
    expect(await graph()).toMatchObject({ ContainsOldGroupVersions: true });

    nowMs += 3600_000;
    const later = { StartTime: new Date(nowMs - 60_000), EndTime: new Date(nowMs), GroupName: 'slow' };
    expect(await client.send(new GetServiceGraphCommand(later))).toMatchObject({ ContainsOldGroupVersions: false });
  });

  test('takes a trace in, and lets it go, when a document of it comes', async () => {
    const client = clientOf(await localXRay());
    await client.send(new CreateGroupCommand({ GroupName: 'open', FilterExpression: 'partial' }));
    await put(client, segment(1, { end_time: undefined, in_progress: true }));
    expect(await servicesOf(client, { GroupName: 'open' })).toEqual(['api']);
    await put(client, segment(1));
    expect(await servicesOf(client, { GroupName: 'open' })).toEqual([]);
  });

  test('stands in a filter expression for its own filter as it is now', async () => {
    const client = clientOf(await localXRay());
    await put(client, slow(1), segment(2, { trace_id: traceId(2) }));
    const { Group } = await client.send(new CreateGroupCommand(SLOW));
    const { Groups } = await client.send(new GetGroupsCommand());
    const idsOf = async (FilterExpression: string) => {
      const { TraceSummaries } = await client.send(new GetTraceSummariesCommand({ ...DURING, FilterExpression }));
      return TraceSummaries?.map(({ Id }) => Id).sort();
    };
    expect(await idsOf('group.name = "slow"')).toEqual([traceId(1)]);
    expect(await idsOf(`group.arn = "${Group?.GroupARN}"`)).toEqual([traceId(1)]);
    expect(await idsOf(`group.arn = "${Groups?.[0]?.GroupARN}"`)).toEqual([traceId(1), traceId(2)]);
    await expect(idsOf('group.name = "none"')).rejects.toThrow('there is no group "none"');
  });

  test('without a filter is of every trace', async () => {
    const client = clientOf(await localXRay());
    await client.send(new CreateGroupCommand({ GroupName: 'all' }));
    await put(client, slow(1));
    expect(await servicesOf(client, { GroupName: 'all' })).toEqual(['slow-1']);
  });

  test('loses the traces that the local X-Ray has let go', async () => {
    const client = clientOf(await localXRay({ maxTraces: 1 }));
    await client.send(new CreateGroupCommand(SLOW));
    await put(client, slow(1));
    await put(client, slow(2));
    expect(await servicesOf(client, { GroupName: 'slow' })).toEqual(['slow-2']);
  });
});

test('groups have the traces that their filters held for at the last document of each, whatever happens between', async () => {
  const number = fc.integer({ min: 1, max: 3 });
  const step = fc.oneof(
    fc.record({ kind: fc.constant('document' as const), trace: number, value: number }),
    fc.record({ kind: fc.constantFrom('create' as const, 'update' as const), group: number, value: number }),
    fc.record({ kind: fc.constantFrom('delete' as const, 'read' as const), group: number }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const client = clientOf(await localXRay());
      const values = new Map<number, Set<number>>();
      const groups = new Map<number, { value: number; traces: Set<number> }>();
      let documents = 0;
      const read = async (group: number) => {
        const expected = [...(groups.get(group)?.traces ?? [])].map((trace) => `trace-${trace}`);
        expect((await servicesOf(client, { GroupName: `group-${group}` })).sort()).toEqual(expected.sort());
      };
      for (const each of steps) {
        if (each.kind === 'document') {
          const { trace, value } = each;
          documents += 1;
          const fields = { trace_id: traceId(trace), name: `trace-${trace}`, annotations: { value } };
          await put(client, segment(documents, fields));
          const own = (values.get(trace) ?? new Set()).add(value);
          values.set(trace, own);
          for (const group of groups.values()) {
            if (own.has(group.value)) group.traces.add(trace);
            else group.traces.delete(trace);
          }
          continue;
        }
        const { group } = each;
        const found = groups.get(group);
        const settings = { GroupName: `group-${group}` };
        if (each.kind === 'create' && found === undefined) {
          const FilterExpression = `annotation.value = ${each.value}`;
          await client.send(new CreateGroupCommand({ ...settings, FilterExpression }));
          groups.set(group, { value: each.value, traces: new Set() });
        } else if (each.kind === 'update' && found !== undefined) {
          const FilterExpression = `annotation.value = ${each.value}`;
          await client.send(new UpdateGroupCommand({ ...settings, FilterExpression }));
          found.value = each.value;
        } else if (each.kind === 'delete' && found !== undefined) {
          await client.send(new DeleteGroupCommand(settings));
          groups.delete(group);
        } else if (each.kind === 'read' && found !== undefined) {
          await read(group);
        }
      }
      for (const group of groups.keys()) await read(group);
    }),
    { numRuns: 60 },
  );
});

test('there are 25 groups beside the default one, and room again when one goes', async () => {
  const client = clientOf(await localXRay());
  const create = (number: number) => client.send(new CreateGroupCommand({ GroupName: `group-${number}` }));
  for (let number = 1; number <= 25; number += 1) await create(number);
  await expect(create(26)).rejects.toMatchObject({
    name: 'InvalidRequestException',
    message: expect.stringContaining('at most 25 groups'),
  });
  await client.send(new DeleteGroupCommand({ GroupName: 'group-1' }));
  await create(26);
});

test('the default group has its insights changed, and nothing else', async () => {
  const client = clientOf(await localXRay());
  const InsightsConfiguration = { InsightsEnabled: true, NotificationsEnabled: true };
  const { Group } = await client.send(new UpdateGroupCommand({ GroupName: 'Default', InsightsConfiguration }));
  expect(Group).toMatchObject({ GroupName: 'Default', InsightsConfiguration });
  expect(Group).not.toHaveProperty('FilterExpression');
});

describe('a request that is refused', () => {
  const twoNames = { GroupName: 'slow', GroupARN: 'arn:aws:xray:us-east-1:123456789012:group/slow/1' };
  test.each([
    ['a group of the reserved name', new CreateGroupCommand({ GroupName: 'Default' }), 'reserved name'],
    ['a group of a name that is taken', new CreateGroupCommand(SLOW), 'There is a group "slow" already'],
    ['an overlong name', new CreateGroupCommand({ GroupName: 'x'.repeat(33) }), 'at most 32 characters; it has 33'],
    ['an empty name', new CreateGroupCommand({ GroupName: '' }), 'at least 1 characters'],
    ['no name', new CreateGroupCommand({ GroupName: undefined }), 'GroupName is required'],
    [
      'a filter that cannot be read',
      new CreateGroupCommand({ GroupName: 'red', FilterExpression: 'colour = "red"' }),
      'unknown keyword "colour"',
    ],
    [
      'a filter that names a group',
      new CreateGroupCommand({ GroupName: 'two', FilterExpression: 'group.name = "slow"' }),
      'cannot name a group',
    ],
    [
      'notifications without insights',
      new CreateGroupCommand({ GroupName: 'loud', InsightsConfiguration: { NotificationsEnabled: true } }),
      'NotificationsEnabled needs InsightsEnabled',
    ],
    ['a change without a name', new UpdateGroupCommand({}), 'GroupName or GroupARN is required'],
    ['a change of a group that there is not', new UpdateGroupCommand({ GroupName: 'x' }), 'There is no group "x"'],
    ['a name and an ARN', new GetGroupCommand(twoNames), 'not both'],
    [
      'a filter for the default group',
      new UpdateGroupCommand({ GroupName: 'Default', FilterExpression: 'fault' }),
      'is of every trace',
    ],
    ['the end of the default group', new DeleteGroupCommand({ GroupName: 'Default' }), 'cannot be deleted'],
    ['a graph of no such group', new GetServiceGraphCommand({ ...DURING, GroupName: 'x' }), 'There is no group "x"'],
  ])('%s', async (_, command, message) => {
    const client = clientOf(await localXRay());
    await client.send(new CreateGroupCommand(SLOW));
    await expect(client.send(command as GetGroupCommand)).rejects.toMatchObject({
      name: 'InvalidRequestException',
      message: expect.stringContaining(message),
    });
  });
});
