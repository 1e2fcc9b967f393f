import { dollarsFor, formatDollars, NO_USE } from '../aws-cost.js';
import { type Plan, plannedRequests } from '../drive/plan.js';
import type { World } from '../world.js';

/** A trace has settled once two looks at it were equal. */
const LOOKS = 2;

/** What a stage's traffic will take, before it starts: a sentence. */
export function effort(
  plan: Plan,
  requestsPerSecond: number,
  { tracesCostMoney }: Pick<World, 'tracesCostMoney'>,
): string {
  const requests = plannedRequests(plan);
  const seconds = Math.max(1, Math.round(plan.length / requestsPerSecond));
  const dollars = dollarsFor({ ...NO_USE, tracesRecorded: requests, tracesRetrieved: LOOKS * requests });
  const priced = tracesCostMoney ? `, ${formatDollars(dollars)} of X-Ray at list price` : '';
  return `${requests} requests in ${seconds} s, as many traces${priced}.`;
}
