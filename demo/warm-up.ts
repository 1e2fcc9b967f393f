import { GateError } from '../src/errors.js';
import type { Deployment } from './shop-processes.js';

const ORDERS_EACH = 80;
const AT_ONCE = 8;

/**
 * Places some orders with each copy of the shop, so that no build is measured colder than another. They ask not to be traced.
 * Throws a GateError where a shop answers none of them well.
 */
export async function warmUp(deployments: readonly Deployment[], signal: AbortSignal): Promise<void> {
  const orders = deployments.flatMap(({ url }) =>
    Array.from({ length: AT_ONCE }, () => placeOrders(url, ORDERS_EACH / AT_ONCE, signal)),
  );
  await Promise.all(orders);
}

async function placeOrders(url: string, count: number, signal: AbortSignal): Promise<void> {
  let answered = 0;
  let lastStatus = 0;
  for (let i = 0; i < count; i += 1) {
    const response = await fetch(`${url}/orders`, {
      method: 'POST',
      headers: { 'x-amzn-trace-id': 'Sampled=0' },
      signal,
    });
    await response.arrayBuffer();
    lastStatus = response.status;
    if (response.ok) answered += 1;
  }
  if (answered === 0) {
    throw new GateError(
      `The shop at ${url} answers every order with ${lastStatus}.`,
      'demo/README.md shows how to start its services by hand and see what they write.',
    );
  }
}
