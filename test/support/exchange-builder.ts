import type { Exchange } from '../../src/drive/exchange.js';
import type { Slot } from '../../src/drive/plan.js';
import type { Outcome } from '../../src/drive/transport.js';
import { literal } from '../../src/scenario/template.js';
import type { Scenario, Step } from '../../src/scenario/workload.js';
import { httpOperation } from '../../src/trace/operation.js';
import { EPOCH_MS } from './segment-builder.js';

/** A step without placeholders: `GET /orders` unless said otherwise. */
export function aStep({
  method = 'GET',
  path = '/orders',
  ...overrides
}: Partial<Omit<Step, 'path'>> & { readonly path?: string } = {}): Step {
  return {
    operation: httpOperation(method, path),
    method,
    path: literal(path),
    query: [],
    headers: [],
    body: null,
    auth: null,
    expected: null,
    keeps: [],
    thinkMs: 0,
    ...overrides,
  };
}

/** A scenario of one such step. */
export function aScenario(step: Parameters<typeof aStep>[0] = {}, overrides: Partial<Scenario> = {}): Scenario {
  const only = aStep(step);
  return { name: only.operation, weight: 1, steps: [only], ...overrides };
}

export function aSlot(overrides: Partial<Slot> = {}): Slot {
  return {
    number: 0,
    order: overrides.number ?? 0,
    atMs: 0,
    scenario: aScenario(),
    values: new Map(),
    warmUp: false,
    sides: ['candidate'],
    ...overrides,
  };
}

/** Slots so many milliseconds apart. */
export function slotsEvery(ms: number, count: number, overrides: Partial<Slot> = {}): Slot[] {
  return Array.from({ length: count }, (_, number) => aSlot({ number, atMs: number * ms, ...overrides }));
}

const TIMES = { departedMs: EPOCH_MS, connectedMs: null, endedMs: EPOCH_MS + 80 };

export function answered(status = 200): Outcome {
  return { kind: 'answered', status, firstByteMs: EPOCH_MS + 79, sizeBytes: 2, answer: null, ...TIMES };
}

export function timedOut(afterMs = 10_000): Outcome {
  return { kind: 'timed out', ...TIMES, endedMs: EPOCH_MS + afterMs };
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

/** The id of the gate's own segment, for each number. */
export function parentIdOf(number: number): string {
  return `6a7e${number.toString(16).padStart(12, '0')}`;
}

/** A request that was answered; number `n` has the trace id `traceIdOf(n)`. */
export function anExchange(number = 0, overrides: Partial<Exchange> = {}): Exchange {
  return {
    slot: aSlot({ number }),
    step: 0,
    side: 'candidate',
    traceId: traceIdOf(number),
    parentId: parentIdOf(number),
    plannedMs: EPOCH_MS,
    heldMs: 0,
    outcome: answered(),
    unexpected: null,
    ...overrides,
  };
}
