import { GetGroupsCommand, type XRayClient } from '@aws-sdk/client-xray';
import type { Clock } from '../drive/clock.js';
import type { Group, GroupSource } from '../run/group-source.js';
import { type XRaySettings, xrayClient } from './xray-client.js';
import { insightsOf } from './xray-insights.js';
import { pagesOf } from './xray-pages.js';

/** A run can do without these calls: they are not tried for long. */
const ATTEMPTS = 3;

/** An account has 25 groups beside X-Ray's own one. */
const ASKED = { what: 'its groups', action: 'xray:GetGroups', mostPages: 30 };

/** AWS X-Ray, or whatever answers for it, through the AWS SDK's default credentials. */
export function xrayGroups(settings: XRaySettings, clock: Clock): GroupSource {
  return groupSourceOf(xrayClient(settings, ATTEMPTS), clock);
}

/** The same over a client that is there already. */
export function groupSourceOf(client: XRayClient, { nowMs }: Pick<Clock, 'nowMs'>): GroupSource {
  return { all: () => allGroups(client), insights: (group, window) => insightsOf(client, group, window, nowMs()) };
}

/** https://docs.aws.amazon.com/xray/latest/api/API_GetGroups.html */
async function allGroups(client: XRayClient): Promise<Group[]> {
  const groups: Group[] = [];
  for await (const { Groups = [] } of pagesOf(
    (token) => client.send(new GetGroupsCommand({ NextToken: token })),
    ASKED,
  )) {
    for (const { GroupName: name, GroupARN: arn, InsightsConfiguration } of Groups) {
      if (name === undefined || arn === undefined) continue;
      groups.push({ name, arn, insightsEnabled: InsightsConfiguration?.InsightsEnabled === true });
    }
  }
  return groups;
}
