import type { JsonObject } from '../../trace/json-object.js';
import { readTags, type Tags } from '../account/tags.js';
import { invalidRequest } from '../api-error.js';
import { pageOf } from '../page.js';
import { limitedText, required, requiredList, requiredTexts } from '../request-values.js';
import type { ApiSettings, Operations } from './operation.js';

export function tagOperations({ account: { tags }, pageSize }: ApiSettings): Operations {
  return {
    '/TagResource': (request) => tagResource(request, tags),
    '/UntagResource': (request) => untagResource(request, tags),
    '/ListTagsForResource': (request) => listTagsForResource(request, tags, pageSize),
  };
}

/** https://docs.aws.amazon.com/xray/latest/api/API_TagResource.html */
function tagResource(request: JsonObject, tags: Tags): JsonObject {
  requiredList(request, 'Tags');
  tags.put(arnIn(request), readTags(request));
  return {};
}

/** Keys that the resource does not have are none of its tags afterwards either. */
function untagResource(request: JsonObject, tags: Tags): JsonObject {
  const keys = requiredTexts(request, 'TagKeys');
  if (keys.length > 200) throw invalidRequest('TagKeys must hold at most 200 keys.');
  for (const key of keys) limitedText({ key }, 'key', { max: 128 });
  tags.remove(arnIn(request), keys);
  return {};
}

/** By key. https://docs.aws.amazon.com/xray/latest/api/API_ListTagsForResource.html */
function listTagsForResource(request: JsonObject, tags: Tags, size: number): JsonObject {
  const arn = arnIn(request);
  const inOrder = tags.list(arn).map((tag, position) => ({ ...tag, position }));
  const { items, next } = pageOf(request, inOrder, { query: `Tags ${arn}`, size, keyOf: ({ position }) => position });
  return { Tags: items.map(({ key, value }) => ({ Key: key, Value: value })), ...next };
}

function arnIn(request: JsonObject): string {
  return required(limitedText(request, 'ResourceARN', { max: 1011 }), 'ResourceARN');
}
