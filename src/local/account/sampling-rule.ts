import type { JsonObject } from '../../trace/json-object.js';
import { invalidRequest, notSerializable } from '../api-error.js';
import { epochSeconds } from '../epoch-seconds.js';
import {
  type Length,
  limitedText,
  optionalNumber,
  optionalObject,
  optionalText,
  type Range,
  required,
  requiredNumber,
} from '../request-values.js';
import { arnOf } from './resource-names.js';

/** https://docs.aws.amazon.com/xray/latest/api/API_SamplingRule.html; the fields have the API's own names. */
export interface RuleFields {
  readonly ResourceARN: string;
  readonly Priority: number;
  readonly FixedRate: number;
  /** Requests a second, of all clients together. */
  readonly ReservoirSize: number;
  readonly ServiceName: string;
  readonly ServiceType: string;
  readonly Host: string;
  readonly HTTPMethod: string;
  readonly URLPath: string;
  readonly Attributes: Readonly<Record<string, string>>;
  readonly SamplingRateBoost?: { readonly MaxRate: number; readonly CooldownWindowMinutes: number };
}

export interface SamplingRule extends RuleFields {
  readonly RuleName: string;
  readonly RuleARN: string;
  readonly Version: 1;
}

export interface RuleRecord {
  readonly rule: SamplingRule;
  readonly createdAtMs: number;
  readonly modifiedAtMs: number;
  /** Counts up in the order of creation. */
  readonly sequence: number;
}

const TEXTS = {
  ResourceARN: { min: 0, max: 500 },
  ServiceName: { min: 0, max: 64 },
  ServiceType: { min: 0, max: 64 },
  Host: { min: 0, max: 64 },
  HTTPMethod: { min: 0, max: 10 },
  URLPath: { min: 0, max: 128 },
} as const satisfies Record<string, Length>;

const NUMBERS = {
  Priority: { min: 1, max: 9999, whole: true },
  FixedRate: { min: 0, max: 1 },
  ReservoirSize: { min: 0, whole: true },
} as const satisfies Record<string, Range>;

const MAX_ATTRIBUTES = 5;
const ATTRIBUTE = { max: 32 };

/** The fields that a request gives a rule; those that it leaves out are not in it. */
export function readRuleFields(fields: JsonObject): Partial<RuleFields> {
  const texts = Object.entries(TEXTS).map(([name, limits]) => [name, limitedText(fields, name, limits)]);
  const numbers = Object.entries(NUMBERS).map(([name, limits]) => [name, optionalNumber(fields, name, limits)]);
  const others = [
    ['Attributes', readAttributes(fields)],
    ['SamplingRateBoost', readBoost(fields)],
  ];
  return Object.fromEntries([...texts, ...numbers, ...others].filter(([, value]) => value !== undefined));
}

/** All the fields of a new rule. Throws for one that is missing. */
export function readNewRule(fields: JsonObject): RuleFields {
  const { Attributes = {}, SamplingRateBoost, ...given } = readRuleFields(fields);
  const version = requiredNumber(fields, 'Version', { whole: true });
  if (version !== 1) throw invalidRequest(`Version must be 1, the only version of sampling rules; got ${version}.`);
  const boost = SamplingRateBoost === undefined ? {} : { SamplingRateBoost };
  return {
    ResourceARN: required(given.ResourceARN, 'ResourceARN'),
    Priority: required(given.Priority, 'Priority'),
    FixedRate: required(given.FixedRate, 'FixedRate'),
    ReservoirSize: required(given.ReservoirSize, 'ReservoirSize'),
    ServiceName: required(given.ServiceName, 'ServiceName'),
    ServiceType: required(given.ServiceType, 'ServiceType'),
    Host: required(given.Host, 'Host'),
    HTTPMethod: required(given.HTTPMethod, 'HTTPMethod'),
    URLPath: required(given.URLPath, 'URLPath'),
    Attributes,
    ...boost,
  };
}

/** The name of a rule, given by `RuleName` or at the end of `RuleARN`. */
export function readRuleName(fields: JsonObject): string {
  const name = limitedText(fields, 'RuleName', { max: 32 });
  const arn = optionalText(fields, 'RuleARN');
  if (name !== undefined && arn !== undefined) throw invalidRequest('Give RuleName or RuleARN, not both.');
  if (name !== undefined) return name;
  if (arn === undefined) throw invalidRequest('RuleName or RuleARN is required.');
  const prefix = ruleArn('');
  if (!arn.startsWith(prefix) || arn === prefix || arn.length > prefix.length + 32) {
    throw invalidRequest(`RuleARN must be ${prefix} and a name of at most 32 characters; got "${arn}".`);
  }
  return arn.slice(prefix.length);
}

export function ruleArn(name: string): string {
  return arnOf(`sampling-rule/${name}`);
}

/** https://docs.aws.amazon.com/xray/latest/api/API_SamplingRuleRecord.html */
export function recordFields({ rule, createdAtMs, modifiedAtMs }: RuleRecord): JsonObject {
  return { SamplingRule: rule, CreatedAt: epochSeconds(createdAtMs), ModifiedAt: epochSeconds(modifiedAtMs) };
}

function readAttributes(fields: JsonObject): RuleFields['Attributes'] | undefined {
  const given = optionalObject(fields, 'Attributes');
  if (given === undefined) return undefined;
  const entries = Object.entries(given);
  if (entries.length > MAX_ATTRIBUTES) throw invalidRequest(`Attributes must hold at most ${MAX_ATTRIBUTES} pairs.`);
  return Object.fromEntries(
    entries.map(([key, value]) => {
      limitedText({ key }, 'key', ATTRIBUTE);
      if (typeof value !== 'string') throw notSerializable(`Attributes.${key} must be a string.`);
      return [key, limitedText({ [key]: value }, key, ATTRIBUTE) as string];
    }),
  );
}

function readBoost(fields: JsonObject): RuleFields['SamplingRateBoost'] | undefined {
  const given = optionalObject(fields, 'SamplingRateBoost');
  if (given === undefined) return undefined;
  return {
    MaxRate: requiredNumber(given, 'MaxRate', { min: 0, max: 1 }),
    CooldownWindowMinutes: requiredNumber(given, 'CooldownWindowMinutes', { min: 0, whole: true }),
  };
}
