import { GetGroupsCommand, GetInsightSummariesCommand, type InsightSummary, XRayClient } from '@aws-sdk/client-xray';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { groupSourceOf } from '../../src/adapters/xray-groups.js';
import { GateError } from '../../src/errors.js';

const DAY_MS = 86_400_000;
const NOW_MS = 1_785_000_000_000;
const ARN = 'arn:aws:xray:eu-west-1:111122223333:group/checkout/ABC';
const WINDOW = { sinceMs: NOW_MS - DAY_MS, untilMs: NOW_MS };

const xray = mockClient(XRayClient);
afterEach(() => xray.reset());

const source = () => groupSourceOf(new XRayClient({ region: 'eu-west-1' }), { nowMs: () => NOW_MS });

function summary(number: number, overrides: InsightSummary = {}): InsightSummary {
  return {
    InsightId: `0a1b2c3d-0a1b-4c2d-8e3f-00000000000${number}`,
    State: 'ACTIVE',
    StartTime: new Date(NOW_MS - number * DAY_MS),
    ...overrides,
  };
}

function denied(): Error {
  return Object.assign(new Error('User is not authorized'), {
    name: 'AccessDeniedException',
    $metadata: { httpStatusCode: 403 },
  });
}

describe('groups', () => {
  it('are those of every page, with whether X-Ray looks for insights in them', async () => {
    xray
      .on(GetGroupsCommand)
      .resolves({ Groups: [{ GroupName: 'Default', GroupARN: 'arn:default' }], NextToken: 'more' })
      .on(GetGroupsCommand, { NextToken: 'more' })
      .resolves({
        Groups: [
          { GroupName: 'checkout', GroupARN: ARN, InsightsConfiguration: { InsightsEnabled: true } },
          { GroupName: 'without an ARN' },
        ],
      });
    expect(await source().all()).toEqual([
      { name: 'Default', arn: 'arn:default', insightsEnabled: false },
      { name: 'checkout', arn: ARN, insightsEnabled: true },
    ]);
  });

  it('that may not be read are refused with the permission', async () => {
    xray.on(GetGroupsCommand).rejects(denied());
    await expect(source().all()).rejects.toMatchObject({ remedy: expect.stringContaining('xray:GetGroups') });
  });
});

describe('insights', () => {
  it.each([
    ['a name', 'checkout', { GroupName: 'checkout' }],
    ['an ARN', ARN, { GroupARN: ARN }],
  ])('of a group given by %s are asked for over 30 days, page by page', async (_, group, asked) => {
    xray
      .on(GetInsightSummariesCommand)
      .resolves({ InsightSummaries: [summary(1)], NextToken: 'more' })
      .on(GetInsightSummariesCommand, { NextToken: 'more' })
      .resolves({ InsightSummaries: [summary(2), summary(1)] });
    const ids = (await source().insights(group, WINDOW)).map(({ id }) => id.slice(-1));
    expect(ids).toEqual(['1', '2']);
    const [{ input } = { input: {} }] = xray.commandCalls(GetInsightSummariesCommand).map(({ args }) => args[0]);
    expect(input).toMatchObject({ ...asked, MaxResults: 100, EndTime: new Date(NOW_MS) });
    expect(NOW_MS - Number((input as { StartTime: Date }).StartTime)).toBeGreaterThan(29.9 * DAY_MS);
    expect(NOW_MS - Number((input as { StartTime: Date }).StartTime)).toBeLessThan(30 * DAY_MS);
  });

  it.each<[string, InsightSummary, boolean]>([
    ['active since before it', { StartTime: new Date(NOW_MS - 9 * DAY_MS) }, true],
    ['begun after it', { StartTime: new Date(NOW_MS + 1) }, false],
    ['ended in it', { State: 'CLOSED', EndTime: new Date(NOW_MS - 1) }, true],
    ['ended after it', { State: 'CLOSED', EndTime: new Date(NOW_MS + 1) }, true],
    [
      'ended before it',
      { StartTime: new Date(NOW_MS - 9 * DAY_MS), State: 'CLOSED', EndTime: new Date(WINDOW.sinceMs - 1) },
      false,
    ],
    ['without a beginning', { StartTime: undefined }, false],
    ['without an id', { InsightId: undefined }, false],
  ])('%s: told %s', async (_, overrides, told) => {
    xray.on(GetInsightSummariesCommand).resolves({ InsightSummaries: [summary(0, overrides)] });
    expect(await source().insights('checkout', WINDOW)).toHaveLength(told ? 1 : 0);
  });

  it('tell what X-Ray says, and do without what it leaves out', async () => {
    xray.on(GetInsightSummariesCommand).resolves({
      InsightSummaries: [
        summary(0),
        summary(1, {
          State: 'CLOSED',
          EndTime: new Date(NOW_MS - 1000),
          Summary: 'Faults rise',
          RootCauseServiceId: { Name: 'payments', Type: 'AWS::Lambda::Function' },
          TopAnomalousServices: [{ ServiceId: { Names: ['shop', 'shop.example'] } }, { ServiceId: {} }, {}],
        }),
      ],
    });
    expect(await source().insights('checkout', WINDOW)).toEqual([
      {
        id: '0a1b2c3d-0a1b-4c2d-8e3f-000000000000',
        isActive: true,
        sinceMs: NOW_MS,
        untilMs: null,
        summary: '',
        rootCause: null,
        anomalous: [],
      },
      {
        id: '0a1b2c3d-0a1b-4c2d-8e3f-000000000001',
        isActive: false,
        sinceMs: NOW_MS - DAY_MS,
        untilMs: NOW_MS - 1000,
        summary: 'Faults rise',
        rootCause: 'payments',
        anomalous: ['shop'],
      },
    ]);
  });

  it('that may not be read are refused with the permission', async () => {
    xray.on(GetInsightSummariesCommand).rejects(denied());
    await expect(source().insights('checkout', WINDOW)).rejects.toMatchObject({
      message: 'X-Ray denied access: User is not authorized.',
      remedy: expect.stringContaining('xray:GetInsightSummaries'),
    });
  });

  it('of a group that X-Ray does not take point to the input, not to a defect', async () => {
    xray.on(GetInsightSummariesCommand).rejects(Object.assign(new Error('no'), { name: 'InvalidRequestException' }));
    await expect(source().insights('checkout', WINDOW)).rejects.toMatchObject({ remedy: 'Check the input "group".' });
  });

  it('without end are given up', async () => {
    let page = 0;
    xray.on(GetInsightSummariesCommand).callsFake(() => ({ InsightSummaries: [], NextToken: String(page++) }));
    await expect(source().insights('checkout', WINDOW)).rejects.toBeInstanceOf(GateError);
    expect(page).toBeLessThan(200);
  });
});
