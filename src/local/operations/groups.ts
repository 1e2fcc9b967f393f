import type { JsonObject } from '../../trace/json-object.js';
import { groupFields, readGroupSettings, UNFILTERED } from '../account/group.js';
import { readFirstTags } from '../account/tags.js';
import { pageOf } from '../page.js';
import { limitedText, required } from '../request-values.js';
import type { ApiSettings, Operations } from './operation.js';

export function groupOperations(settings: ApiSettings): Operations {
  const { groups } = settings.account;
  return {
    '/Groups': (request) => getGroups(request, settings),
    '/GetGroup': (request) => ({ Group: groupFields(groups.require(request)) }),
    '/CreateGroup': (request) => createGroup(request, settings),
    '/UpdateGroup': (request) => updateGroup(request, settings),
    '/DeleteGroup': (request) => deleteGroup(request, settings),
  };
}

/** In the order of creation, the default one first. https://docs.aws.amazon.com/xray/latest/api/API_GetGroups.html */
function getGroups(request: JsonObject, { account, pageSize }: ApiSettings): JsonObject {
  limitedText(request, 'NextToken', { max: 100 });
  const { items, next } = pageOf(request, account.groups.all(), {
    query: 'Groups',
    size: pageSize,
    keyOf: ({ sequence }) => sequence,
  });
  return { Groups: items.map(groupFields), ...next };
}

/** https://docs.aws.amazon.com/xray/latest/api/API_CreateGroup.html */
function createGroup(request: JsonObject, { account }: ApiSettings): JsonObject {
  const name = required(limitedText(request, 'GroupName', { max: 32 }), 'GroupName');
  const tags = readFirstTags(request);
  const group = account.groups.create(name, readGroupSettings(request, UNFILTERED));
  account.tags.create(group.arn, tags);
  return { Group: groupFields(group) };
}

/** https://docs.aws.amazon.com/xray/latest/api/API_UpdateGroup.html */
function updateGroup(request: JsonObject, { account, nowMs }: ApiSettings): JsonObject {
  const group = account.groups.require(request);
  return { Group: groupFields(account.groups.update(group, readGroupSettings(request, group), nowMs())) };
}

/** https://docs.aws.amazon.com/xray/latest/api/API_DeleteGroup.html */
function deleteGroup(request: JsonObject, { account }: ApiSettings): JsonObject {
  const group = account.groups.require(request);
  account.groups.delete(group);
  account.tags.delete(group.arn);
  return {};
}
