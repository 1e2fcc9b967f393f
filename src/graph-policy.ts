import type { EdgePolicy } from './compare/edge-policy.js';
import type { GateConfiguration } from './gate-file/gate-file.js';

/** What the gate file says of the service graph, on the day of an instant. */
export function graphPolicy({ edges, names }: Pick<GateConfiguration, 'edges' | 'names'>, atMs: number): EdgePolicy {
  return { rules: edges, names, day: new Date(atMs).toISOString().slice(0, 'yyyy-mm-dd'.length) };
}
