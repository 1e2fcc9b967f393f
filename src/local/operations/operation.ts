import type { JsonObject } from '../../trace/json-object.js';
import type { Account } from '../account/account.js';
import type { TextCase } from '../filter/evaluation.js';
import type { Ingest } from '../ingest.js';

/** Takes the fields of a request and gives those of the answer. Throws an ApiError for one that X-Ray refuses. */
export type Operation = (request: JsonObject) => JsonObject;

/** Operations by their paths, such as `/TraceSegments`. */
export type Operations = Readonly<Record<string, Operation>>;

/** What the operations work on. */
export interface ApiSettings {
  readonly ingest: Ingest;
  readonly account: Account;
  readonly unknownIds: 'unprocessed' | 'silent';
  /** Elements on a page of an answer that has pages. */
  readonly pageSize: number;
  readonly textCase: TextCase;
  readonly nowMs: () => number;
}
