import { isJsonObject, type JsonObject } from '../trace/json-object.js';
import { nestingDepth } from '../trace/nesting-depth.js';

/** No segment that can be read is nested so deep, and what is much deeper is too much for the stack. */
const MAX_NESTING = 1000;

/**
 * A document whose service, and the AWS resources that it called, are in an account: in the one that it names itself, else in
 * this one. What is no document or nested too deep, and what X-Ray inferred of somebody else's service, stays as it was.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html#api-segmentdocuments-aws
 */
export function inAccount(document: string, account: string): string {
  const value = nestingDepth(document) > MAX_NESTING ? null : parsed(document);
  if (value === null) return document;
  return JSON.stringify(value.spanId === undefined ? segmentIn(value, account) : spanIn(value, account));
}

function parsed(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

function segmentIn(segment: JsonObject, account: string): JsonObject {
  const isOurs = segment.type !== 'subsegment' && (segment.inferred !== true || isJsonObject(segment.aws));
  return callsIn(isOurs ? named(segment, account) : subsegmentIn(segment, account), account);
}

function subsegmentIn(subsegment: JsonObject, account: string): JsonObject {
  return subsegment.namespace === 'aws' ? named(subsegment, account) : subsegment;
}

function callsIn(entity: JsonObject, account: string): JsonObject {
  if (!Array.isArray(entity.subsegments)) return entity;
  const subsegments = entity.subsegments.map((each: unknown) =>
    isJsonObject(each) ? callsIn(subsegmentIn(each, account), account) : each,
  );
  return { ...entity, subsegments };
}

function named(entity: JsonObject, account: string): JsonObject {
  const aws = isJsonObject(entity.aws) ? entity.aws : {};
  return { ...entity, aws: { ...aws, account_id: aws.account_id ?? account } };
}

/** Spans name the account of their service among what they tell of it. */
function spanIn(span: JsonObject, account: string): JsonObject {
  const resource = isJsonObject(span.resource) ? span.resource : {};
  const attributes = isJsonObject(resource.attributes) ? resource.attributes : {};
  const named = { ...attributes, 'cloud.account.id': attributes['cloud.account.id'] ?? account };
  return { ...span, resource: { ...resource, attributes: named } };
}
