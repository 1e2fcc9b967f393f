import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../src/drive/exchange.js';
import { ExchangeLog } from '../../src/drive/exchange-log.js';
import type { Outcome } from '../../src/drive/transport.js';
import { anExchange, aScenario, aSlot } from '../support/exchange-builder.js';

const ms = fc.double({ noNaN: true, min: 0, max: 4e12 });
const times = {
  departedMs: ms,
  connectedMs: fc.option(ms),
  endedMs: ms,
};
const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({
    kind: fc.constant('answered' as const),
    status: fc.integer({ min: 100, max: 999 }),
    firstByteMs: ms,
    sizeBytes: fc.integer({ min: 0, max: 2 ** 40 }),
    answer: fc.constant(null),
    ...times,
  }),
  fc.record({ kind: fc.constant('timed out' as const), ...times }),
  fc.record({ kind: fc.constantFrom('failed' as const, 'not sent' as const), error: fc.string(), ...times }),
);
const SCENARIOS = [aScenario(), aScenario({ path: '/a' }), aScenario({ method: 'POST' })];
const hex = (length: number) => fc.nat().map((n) => n.toString(16).padStart(length, '0').slice(-length));
const exchange: fc.Arbitrary<Exchange> = fc.record({
  slot: fc
    .record({ number: fc.nat(), order: fc.nat(), warmUp: fc.boolean(), scenario: fc.constantFrom(...SCENARIOS) })
    .map(aSlot),
  step: fc.nat({ max: 1000 }),
  side: fc.constantFrom('baseline' as const, 'candidate' as const),
  traceId: fc.tuple(hex(8), hex(24)).map(([epoch, random]) => `1-${epoch}-${random}`),
  parentId: hex(16),
  plannedMs: ms,
  heldMs: ms,
  outcome,
  unexpected: fc.option(fc.string()),
});

/** As a log gives it back: what was drawn for its slot it has not kept. */
function remembered({ slot: { number, order, scenario, warmUp }, ...exchange }: Exchange): Exchange {
  return { ...exchange, slot: { number, order, scenario, warmUp } };
}

describe('a log of exchanges', () => {
  test('gives back what was put in, in order, and of its slot no more than is asked for later', () => {
    fc.assert(
      fc.property(fc.array(exchange), (exchanges) => {
        const log = new ExchangeLog();
        for (const each of exchanges) log.add(each);
        expect([...log]).toEqual(exchanges.map(remembered));
        expect(log.length).toBe(exchanges.length);
      }),
    );
  });

  test('holds as many as there are', () => {
    const log = new ExchangeLog();
    const exchanges = Array.from({ length: 10_000 }, (_, number) => anExchange(number));
    for (const each of exchanges) log.add(each);
    expect([...log]).toEqual(exchanges.map(remembered));
  });

  test('may grow while it is read', () => {
    const log = new ExchangeLog();
    log.add(anExchange(0));
    const reading = log[Symbol.iterator]();
    log.add(anExchange(1));
    expect([...reading]).toEqual([anExchange(0), anExchange(1)].map(remembered));
  });
});
