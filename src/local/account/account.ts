import type { TextCase } from '../filter/evaluation.js';
import type { TraceStore } from '../trace-store.js';
import { Groups } from './groups.js';
import { Insights } from './insights.js';
import { ResourcePolicies } from './resource-policies.js';
import { type RetrievalState, Retrievals } from './retrievals.js';
import { SamplingReports } from './sampling-reports.js';
import { SamplingRules } from './sampling-rules.js';
import { Tags } from './tags.js';
import { type Destination, TransactionSearch } from './transaction-search.js';

export interface AccountSettings {
  /** Whether the case of text counts in filter expressions. */
  readonly textCase: TextCase;
  readonly destination: Destination;
  readonly activationMs: number;
  readonly retrievalStates: readonly RetrievalState[];
}

/** What X-Ray keeps of an account in a region beside its traces, and what it makes of each trace that comes in. */
export class Account {
  readonly samplingRules = new SamplingRules();
  readonly samplingReports = new SamplingReports();
  readonly tags = new Tags();
  readonly policies = new ResourcePolicies();
  readonly insights = new Insights();
  readonly groups: Groups;
  readonly search: TransactionSearch;
  readonly retrievals: Retrievals;
  /** The key that traces are said to be encrypted with; null: X-Ray's own. */
  encryptionKeyId: string | null = null;

  constructor(store: TraceStore, settings: AccountSettings, nowMs: () => number) {
    this.groups = new Groups(store, settings.textCase);
    this.search = new TransactionSearch(store, settings, nowMs);
    this.retrievals = new Retrievals(this.search, settings.retrievalStates, nowMs);
    for (const { arn } of this.groups.all()) this.tags.create(arn, []);
    for (const { rule } of this.samplingRules.all()) this.tags.create(rule.RuleARN, []);
  }

  /** Documents of these traces were stored; of the new ones their first. */
  heard(traceIds: readonly string[], newTraceIds: readonly string[]): void {
    this.search.place(traceIds, newTraceIds);
    this.groups.classify(traceIds);
  }
}
