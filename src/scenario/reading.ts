import type { Outside } from './outside.js';
import type { Problems } from './problems.js';

/** What every part of a document is read with. */
export interface Reading {
  readonly problems: Problems;
  readonly outside: Outside;
  /** Paths in the document are relative to it. */
  readonly folder: string;
  /** What must never be shown; grows as it is found. */
  readonly secrets: Set<string>;
}
