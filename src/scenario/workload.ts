import type { JsonTemplate, Template } from './template.js';
import type { Variable } from './variable.js';

/** What is sent to the build under test: flows of requests, in proportion to their weights. */
export interface Workload {
  /** At least one. */
  readonly scenarios: readonly Scenario[];
  /** Drawn once for each run of a scenario, with the plan's seed: both versions get the same. */
  readonly variables: ReadonlyMap<string, Variable>;
}

/** What one visitor does: its steps one after the other, over cookies of its own. */
export interface Scenario {
  readonly name: string;
  /** How often it runs in proportion to the others; a whole number from 1. */
  readonly weight: number;
  /** At least one. */
  readonly steps: readonly Step[];
}

/** One request of a scenario. */
export interface Step {
  /** Names it in reports where both versions are asked the same: `GET /orders/{order}`. */
  readonly operation: string;
  readonly method: string;
  /** Starts with `/`, below the target's own path, and may carry a query; or is one kept value, which is followed as a link. */
  readonly path: Template;
  readonly query: readonly Field[];
  readonly headers: readonly Field[];
  readonly body: Body | null;
  readonly auth: Authorization | null;
  /** Statuses that are as they should be; any other is an error. null: the trace alone tells. */
  readonly expected: readonly StatusRange[] | null;
  readonly keeps: readonly Keep[];
  /** Pause before it. */
  readonly thinkMs: number;
}

export interface Field {
  readonly name: string;
  readonly value: Template;
}

export type Body =
  | { readonly kind: 'text'; readonly text: Template; readonly contentType: string }
  | { readonly kind: 'json'; readonly value: JsonTemplate }
  | { readonly kind: 'form'; readonly fields: readonly Field[] };

/** Authorization that only the moment of sending can give; what is a plain header is among the headers. */
export type Authorization =
  | {
      readonly kind: 'oauth';
      readonly tokenUrl: URL;
      readonly clientId: string;
      readonly clientSecret: string;
      readonly scope: string | null;
      readonly audience: string | null;
    }
  | { readonly kind: 'sigv4'; readonly service: string; readonly region: string | null };

/** Both ends included. */
export interface StatusRange {
  readonly from: number;
  readonly to: number;
}

/** A value that an answer gives to the steps after it. */
export interface Keep {
  readonly name: string;
  readonly from:
    | { readonly kind: 'json'; readonly pointer: string }
    | { readonly kind: 'header'; readonly name: string };
}
