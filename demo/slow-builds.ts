import type { Finding } from './gate-result.js';
import type { Build } from './shop-processes.js';

/** The table that some builds wait longer for, as the service graph names it. */
export const SLOW_DEPENDENCY = 'order-lines';

/** By how much, there being a build for each. */
export const SLOW_DOWNS_PERCENT = [0, 5, 10, 20, 50] as const;

export type SlowDownPercent = (typeof SLOW_DOWNS_PERCENT)[number];

/** The build that is v1 but for the slow dependency; at 0 % it is v1 by another name. */
export function buildSlowedBy(percent: SlowDownPercent): Build {
  return percent === 0 ? 'v2-same' : `v2-slow-${percent}`;
}

/**
 * What a finding blames: the slow dependency's time, the time of a whole operation, which waits for it, or something
 * that a slow dependency does not explain.
 */
export type Blamed = 'dependency' | 'operation' | 'other';

export function blamedBy({ metric, node, edge }: Finding): Blamed {
  if (metric !== 'typical' && metric !== 'p95') return 'other';
  if (node === null && edge === null) return 'operation';
  return node === SLOW_DEPENDENCY || edge?.to === SLOW_DEPENDENCY ? 'dependency' : 'other';
}
