import type { JsonObject } from '../../trace/json-object.js';
import { ApiError, invalidRequest, notFound } from '../api-error.js';
import { limitedText, optionalObjects, required } from '../request-values.js';

export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** https://docs.aws.amazon.com/general/latest/gr/xray.html */
const MAX_TAGS = 50;
const MAX_TAGS_IN_REQUEST = 200;
/** https://docs.aws.amazon.com/xray/latest/api/API_Tag.html */
const TAG_TEXT = /^[\p{L}\p{N}\p{Z}+\-=._:/@]*$/u;

/** The tags of groups and sampling rules, by the ARN of each. */
export class Tags {
  readonly #byArn = new Map<string, Map<string, string>>();

  /** A resource that can be tagged from now on. */
  create(arn: string, tags: readonly Tag[]): void {
    this.#byArn.set(arn, new Map(tags.map(({ key, value }) => [key, value])));
  }

  delete(arn: string): void {
    this.#byArn.delete(arn);
  }

  put(arn: string, tags: readonly Tag[]): void {
    const own = this.#of(arn);
    const keys = new Set([...own.keys(), ...tags.map(({ key }) => key)]);
    if (keys.size > MAX_TAGS) {
      const message = `A resource has at most ${MAX_TAGS} tags; this would be ${keys.size}.`;
      throw new ApiError(400, 'TooManyTagsException', message, { ResourceName: arn });
    }
    for (const { key, value } of tags) own.set(key, value);
  }

  remove(arn: string, keys: readonly string[]): void {
    const own = this.#of(arn);
    for (const key of keys) own.delete(key);
  }

  list(arn: string): Tag[] {
    return [...this.#of(arn)].map(([key, value]) => ({ key, value })).toSorted((a, b) => (a.key < b.key ? -1 : 1));
  }

  #of(arn: string): Map<string, string> {
    const own = this.#byArn.get(arn);
    if (own === undefined) throw notFound(`There is no group or sampling rule with the ARN ${arn}.`, arn);
    return own;
  }
}

/** The `Tags` of a request; none where they are left out. */
export function readTags(request: JsonObject): Tag[] {
  const tags = optionalObjects(request, 'Tags', MAX_TAGS_IN_REQUEST).map((fields) => ({
    key: required(limitedText(fields, 'Key', { max: 128 }), 'Key'),
    value: required(limitedText(fields, 'Value', { min: 0, max: 256 }), 'Value'),
  }));
  const wrong = tags.find(({ key, value }) => !TAG_TEXT.test(key) || !TAG_TEXT.test(value));
  if (wrong !== undefined) {
    throw invalidRequest(`Tag "${wrong.key}" may have letters, numbers, spaces and + - = . _ : / @ in key and value.`);
  }
  const reserved = tags.find(({ key }) => key.toLowerCase().startsWith('aws:'));
  if (reserved !== undefined) throw invalidRequest(`Tag "${reserved.key}": keys that begin with aws: are reserved.`);
  const twice = tags.find(({ key }, index) => tags.findIndex((tag) => tag.key === key) < index);
  if (twice !== undefined) throw invalidRequest(`Tag "${twice.key}" is given twice.`);
  return tags;
}

/** The tags of a resource that a request creates. */
export function readFirstTags(request: JsonObject): Tag[] {
  const tags = readTags(request);
  if (tags.length > MAX_TAGS) throw invalidRequest(`A resource has at most ${MAX_TAGS} tags; got ${tags.length}.`);
  return tags;
}
