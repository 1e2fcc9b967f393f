import type { OperationCoverage, Reached } from '../trace/coverage.js';
import type { CoverageRow } from './stage-words.js';

/** In shares of whole traces, as little as this is no difference. */
const SAME = 0.1;

/** Operations of which another share has whole traces than of the side as a whole. */
export function operationsApart({ coverage }: CoverageRow): readonly OperationCoverage[] {
  const whole = shareOf(coverage);
  return coverage.operations.filter((operation) => Math.abs(shareOf(operation) - whole) >= SAME);
}

/** What an operation is called; requests that nothing tells the operation of have none. */
export function operationName({ operation }: OperationCoverage): string {
  return operation ?? 'of no known operation';
}

function shareOf({ sent, complete }: Reached): number {
  return sent === 0 ? 0 : complete / sent;
}
