import type { Exchange } from '../../src/drive/driver.js';
import type { Slot } from '../../src/drive/plan.js';
import type { RequestTemplate } from '../../src/drive/request-line.js';
import type { Outcome } from '../../src/drive/transport.js';
import { EPOCH_MS } from './segment-builder.js';

export function aTemplate(overrides: Partial<RequestTemplate> = {}): RequestTemplate {
  return { weight: 1, method: 'GET', path: '/orders', body: null, ...overrides };
}

export function aSlot(overrides: Partial<Slot> = {}): Slot {
  return { number: 0, atMs: 0, request: aTemplate(), warmUp: false, sides: ['candidate'], ...overrides };
}

/** Slots so many milliseconds apart. */
export function slotsEvery(ms: number, count: number, overrides: Partial<Slot> = {}): Slot[] {
  return Array.from({ length: count }, (_, number) => aSlot({ number, atMs: number * ms, ...overrides }));
}

const TIMES = { departedMs: EPOCH_MS, endedMs: EPOCH_MS + 80 };

export function answered(status = 200): Outcome {
  return { kind: 'answered', status, sizeBytes: 2, ...TIMES };
}

export function timedOut(afterMs = 10_000): Outcome {
  return { kind: 'timed out', departedMs: EPOCH_MS, endedMs: EPOCH_MS + afterMs };
}

export function failed(error = 'socket hang up'): Outcome {
  return { kind: 'failed', error, ...TIMES };
}

export function notSent(error = 'EMFILE'): Outcome {
  return { kind: 'not sent', error, ...TIMES };
}

/** A trace id of its own for each number. */
export function traceIdOf(number: number): string {
  return `1-6b006c36-${number.toString(16).padStart(24, '0')}`;
}

/** A request that was answered; number `n` has the trace id `traceIdOf(n)`. */
export function anExchange(number = 0, overrides: Partial<Exchange> = {}): Exchange {
  return {
    slot: aSlot({ number }),
    side: 'candidate',
    traceId: traceIdOf(number),
    plannedMs: EPOCH_MS,
    outcome: answered(),
    ...overrides,
  };
}
