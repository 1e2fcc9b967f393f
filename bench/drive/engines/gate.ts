import { randomBytes } from 'node:crypto';
import { httpTransport } from '../../../src/adapters/http-transport.js';
import { systemClock } from '../../../src/adapters/system-clock.js';
import { drive } from '../../../src/drive/driver.js';
import type { Exchange } from '../../../src/drive/exchange.js';
import { planDepartures } from '../../../src/drive/plan.js';
import { literal } from '../../../src/scenario/template.js';
import type { Step, Workload } from '../../../src/scenario/workload.js';
import type { Engine } from './engine.js';
import { USER_AGENT } from './headers.js';

const GET: Step = {
  operation: 'GET /',
  method: 'GET',
  path: literal('/'),
  query: [],
  headers: [],
  body: null,
  auth: null,
  expected: null,
  keeps: [],
  thinkMs: 0,
};
/** `GET /`, and nothing else. */
export const WORKLOAD: Workload = { scenarios: [{ name: 'GET /', weight: 1, steps: [GET] }], variables: new Map() };

/** The gate itself: its plan, its driver, its transport. */
export function gate(url: URL): Engine {
  const transport = httpTransport(systemClock);
  return async (perSecond, seconds) => {
    const plan = planDepartures({
      workload: WORKLOAD,
      slots: Math.round(perSecond * seconds),
      slotsPerSecond: perSecond,
      arrivals: 'constant',
      sideBySide: false,
      seed: 1,
    });
    const settings = {
      candidateUrl: url,
      baselineUrl: null,
      userAgent: USER_AGENT,
      warmUpAgent: USER_AGENT,
      timeoutMs: 30_000,
      pairWaitMs: 1000,
      inFlightCap: 2000,
      mustAnswer: true,
    };
    const { exchanges } = await drive(plan, settings, {
      transport,
      clock: systemClock,
      randomBytes,
      authorize: async (_, request) => request,
    });
    return {
      requests: exchanges.length,
      answered: countAnswered(exchanges),
      sent: () =>
        Array.from(exchanges, ({ traceId, plannedMs, outcome }) => ({
          traceId,
          plannedMs,
          departedMs: outcome.departedMs,
          endedMs: outcome.kind === 'answered' ? outcome.endedMs : null,
        })),
    };
  };
}

function countAnswered(exchanges: Iterable<Exchange>): number {
  let count = 0;
  for (const { outcome } of exchanges) if (outcome.kind === 'answered') count += 1;
  return count;
}
