import { ApiError, invalidRequest } from '../api-error.js';
import { type RuleFields, type RuleRecord, ruleArn } from './sampling-rule.js';

const DEFAULT_RULE = 'Default';
/** https://docs.aws.amazon.com/general/latest/gr/xray.html */
const MAX_CUSTOM_RULES = 25;

/**
 * The first request each second and 5 % of the others, for whatever no other rule matches: the rule that X-Ray starts
 * every account with. SDKs accept a rule only with any resource and no attributes.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-console-sampling.html
 */
const DEFAULT_FIELDS: RuleFields = {
  ResourceARN: '*',
  Priority: 10_000,
  FixedRate: 0.05,
  ReservoirSize: 1,
  ServiceName: '*',
  ServiceType: '*',
  Host: '*',
  HTTPMethod: '*',
  URLPath: '*',
  Attributes: {},
};

/** What may be another in the default rule: how much it samples, not of what. */
const RATES: ReadonlySet<string> = new Set(['FixedRate', 'ReservoirSize', 'SamplingRateBoost']);

/** The sampling rules of the account. */
export class SamplingRules {
  readonly #byName = new Map<string, RuleRecord>();
  #sequence = 0;
  #modifiedAtMs = 0;

  constructor() {
    this.#put(DEFAULT_RULE, DEFAULT_FIELDS, 0);
  }

  /** When any rule was last created, changed or deleted; later with every change. 0: never. */
  get modifiedAtMs(): number {
    return this.#modifiedAtMs;
  }

  all(): IterableIterator<RuleRecord> {
    return this.#byName.values();
  }

  find(name: string): RuleRecord | undefined {
    return this.#byName.get(name);
  }

  create(name: string, fields: RuleFields, nowMs: number): RuleRecord {
    if (this.#byName.has(name)) throw invalidRequest(`There is a sampling rule "${name}" already.`);
    if (this.#byName.size > MAX_CUSTOM_RULES) {
      const message = `An account has at most ${MAX_CUSTOM_RULES} sampling rules beside the default one.`;
      throw new ApiError(400, 'RuleLimitExceededException', message);
    }
    return this.#put(name, fields, this.#touch(nowMs));
  }

  update(name: string, changes: Partial<RuleFields>, nowMs: number): RuleRecord {
    const before = this.#require(name);
    const { rule } = before;
    const fixed = Object.keys(changes).find((field) => name === DEFAULT_RULE && !RATES.has(field));
    if (fixed !== undefined) throw invalidRequest(`${fixed} of the rule "Default" cannot be changed.`);
    const updated = { ...before, rule: { ...rule, ...changes }, modifiedAtMs: this.#touch(nowMs) };
    this.#byName.set(name, updated);
    return updated;
  }

  delete(name: string, nowMs: number): RuleRecord {
    const record = this.#require(name);
    if (name === DEFAULT_RULE) throw invalidRequest('The sampling rule "Default" cannot be deleted.');
    this.#byName.delete(name);
    this.#touch(nowMs);
    return record;
  }

  #require(name: string): RuleRecord {
    const record = this.#byName.get(name);
    if (record === undefined) throw invalidRequest(`There is no sampling rule "${name}".`);
    return record;
  }

  #put(name: string, fields: RuleFields, atMs: number): RuleRecord {
    this.#sequence += 1;
    const rule = { RuleName: name, RuleARN: ruleArn(name), ...fields, Version: 1 as const };
    const record = { rule, createdAtMs: atMs, modifiedAtMs: atMs, sequence: this.#sequence };
    this.#byName.set(name, record);
    return record;
  }

  /** Two changes within a millisecond must not look like one. */
  #touch(nowMs: number): number {
    this.#modifiedAtMs = Math.max(nowMs, this.#modifiedAtMs + 1);
    return this.#modifiedAtMs;
  }
}
