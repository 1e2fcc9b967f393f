import type { JsonObject } from '../../trace/json-object.js';
import type { Cause, CauseElement } from '../root-causes.js';
import type { FlagKeyword, NumberKeyword, TextKeyword } from './keywords.js';

export const ORDERS = ['=', '!=', '<', '<=', '>', '>='] as const;
export const TEXT_OPERATORS = ['=', '!=', 'contains', 'beginswith', 'endswith'] as const;
export type Order = (typeof ORDERS)[number];
export type TextOperator = (typeof TEXT_OPERATORS)[number];

/** Whose annotation: of the trace, service or call itself, or of the service at one end of a call. */
export type End = 'own' | 'source' | 'destination';

export type Comparison =
  | { readonly type: 'set' }
  | { readonly type: 'flag'; readonly operator: '=' | '!='; readonly value: boolean }
  | { readonly type: 'number'; readonly operator: Order; readonly value: number }
  | { readonly type: 'text'; readonly operator: TextOperator; readonly value: string };

/** A node of the service graph, by as much as is given of it. */
export interface NodePattern {
  readonly name?: string;
  readonly type?: string;
  readonly account?: string;
}

/** A filter expression as it was understood. A `filter` stood in braces; null where there were none. */
export type Expression =
  | { readonly kind: 'all'; readonly of: readonly Expression[] }
  | { readonly kind: 'any'; readonly of: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'flag'; readonly keyword: FlagKeyword; readonly expected: boolean }
  | { readonly kind: 'number'; readonly keyword: NumberKeyword; readonly operator: Order; readonly value: number }
  | { readonly kind: 'text'; readonly keyword: TextKeyword; readonly comparison: Comparison }
  | { readonly kind: 'annotation'; readonly end: End; readonly key: string; readonly comparison: Comparison }
  | { readonly kind: 'service'; readonly node: NodePattern; readonly filter: Expression | null }
  | {
      readonly kind: 'edge';
      readonly from: NodePattern;
      readonly to: NodePattern;
      readonly filter: Expression | null;
    }
  | {
      readonly kind: 'cause';
      readonly cause: Cause;
      readonly element: CauseElement;
      readonly filter: Expression | null;
    }
  /** Each pattern is a root cause as GetTraceSummaries prints it, with fields left out. */
  | { readonly kind: 'json'; readonly patterns: readonly JsonObject[] }
  /** With the group's filter as it was when the expression was read; null: the group of every trace. */
  | {
      readonly kind: 'group';
      readonly by: 'name' | 'arn';
      readonly value: string;
      readonly filter: Expression | null;
    };

/** The filter of a group, by the group's name or ARN; null where there is no such group. */
export type GroupLookup = (nameOrArn: string) => Expression | null;
