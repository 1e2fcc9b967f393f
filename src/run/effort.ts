import { plannedRequests } from '../drive/driver.js';
import type { Slot } from '../drive/plan.js';
import type { Settings } from '../inputs.js';

/**
 * Dollars for a million traces recorded, and retrieved again: the list price in us-east-1.
 * https://aws.amazon.com/xray/pricing/
 */
const DOLLARS_A_MILLION = 5 + 0.5;

/** What a stage's traffic will take, before it starts: a sentence. */
export function effort(plan: readonly Slot[], { requestsPerSecond, traceSource }: Settings): string {
  const requests = plannedRequests(plan);
  const seconds = Math.max(1, Math.round(plan.length / requestsPerSecond));
  const cost = (requests * DOLLARS_A_MILLION) / 1e6;
  const priced = traceSource === 'aws' ? `, ${dollars(cost)} of X-Ray at list price` : '';
  return `${requests} requests in ${seconds} s, as many traces${priced}.`;
}

function dollars(amount: number): string {
  return amount < 0.01 ? 'less than $0.01' : `about $${amount.toFixed(2)}`;
}
