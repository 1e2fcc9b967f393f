import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { BothSides } from '../../src/compare/alignment.js';
import { coverageOf } from '../../src/trace/coverage.js';
import type { CallWork, NodeWork, Profile, ProfiledStep, RequestProfile, StepWork } from '../../src/trace/profile.js';
import type { Node } from '../../src/trace/service-graph.js';

/*
 * Simulated traces of one operation, self times in milliseconds:
 *
 *   api 20 ─► orders 40 ─► payments 30 ─► bank 80
 *     │           └─ 3 × ─► order-lines 8
 *     ├─► catalog 25 ─► products 15
 *     └─► sessions 4
 *
 * bank, order-lines, products and sessions send no segments: only their callers' subsegments tell of them.
 */

/** How times scatter: by what chance, in what units, and with what in common between the two requests of a pair. */
export type Scatter = 'log-normal' | 'bimodal cache' | 'Pareto tail' | 'whole milliseconds' | 'shared drift';

export const SCATTERS: readonly Scatter[] = [
  'log-normal',
  'bimodal cache',
  'Pareto tail',
  'whole milliseconds',
  'shared drift',
];

/** How the candidate differs from the baseline. */
export interface Effect {
  /** Multiplies every time of one node. */
  readonly slower: { readonly node: string; readonly ratio: number } | null;
  readonly orderLineCalls: number;
  /** Share of the requests that fail in `payments`. */
  readonly faultShare: number;
}

export interface Simulated extends Effect {
  readonly seed: number;
  readonly requests: number;
  readonly scatter: Scatter;
}

const NODES = ['api', 'orders', 'payments', 'catalog', 'bank', 'order-lines', 'products', 'sessions'] as const;
type NodeName = (typeof NODES)[number];
const SELF_MS: Readonly<Record<NodeName, number>> = {
  api: 20,
  orders: 40,
  payments: 30,
  catalog: 25,
  bank: 80,
  'order-lines': 8,
  products: 15,
  sessions: 4,
};

export const OPERATION = 'POST /orders';

/** The candidate and the baseline of a run side by side: both requests of a pair share their body and the weather. */
export function simulatedPairs(overrides: Partial<Simulated> = {}): BothSides<Profile> {
  const simulated = withDefaults(overrides);
  const run = `run-${simulated.seed}`;
  const unchanged = { ...simulated, slower: null, orderLineCalls: 3, faultShare: 0 };
  return {
    baseline: simulatedProfile(run, unchanged, simulated.seed, 1),
    candidate: simulatedProfile(run, simulated, simulated.seed, 2),
  };
}

/** Two runs, one after the other, with nothing in common. */
export function simulatedRuns(overrides: Partial<Simulated> = {}): BothSides<Profile> {
  const simulated = withDefaults(overrides);
  const unchanged = { ...simulated, slower: null, orderLineCalls: 3, faultShare: 0 };
  return {
    baseline: simulatedProfile(null, unchanged, 2 * simulated.seed, 1),
    candidate: simulatedProfile(null, simulated, 2 * simulated.seed + 1, 2),
  };
}

function withDefaults(overrides: Partial<Simulated>): Simulated {
  return {
    seed: 1,
    requests: 300,
    scatter: 'log-normal',
    slower: null,
    orderLineCalls: 3,
    faultShare: 0,
    ...overrides,
  };
}

function simulatedProfile(run: string | null, simulated: Simulated, pairSeed: number, side: 1 | 2): Profile {
  const own = new Chance(1_000_003 * pairSeed + side);
  const common = new Chance(1_000_003 * pairSeed);
  let weather = 0;
  const requests = Array.from({ length: simulated.requests }, (_, order) => {
    weather = 0.95 * weather + 0.1 * common.normal();
    const trend = simulated.scatter === 'shared drift' ? weather + (0.6 * order) / simulated.requests : 0;
    const pairFactor = Math.exp(0.2 * common.normal() + trend);
    return simulatedRequest(`${side}-${order}`, order, simulated, own, pairFactor);
  });
  return aProfile({ run, nodes: NODES.map((name) => aNode(name)), steps: STEPS, requests });
}

function simulatedRequest(
  traceId: string,
  order: number,
  { scatter, slower, orderLineCalls, faultShare }: Simulated,
  own: Chance,
  pairFactor: number,
): RequestProfile {
  const durationOf = (name: NodeName): number => {
    const ratio = slower?.node === name ? slower.ratio : 1;
    const ms = SELF_MS[name] * ratio * pairFactor * scatterFactor(scatter, own);
    return scatter === 'whole milliseconds' ? Math.round(ms) : Math.round(ms * 1000) / 1000;
  };
  const fault = own.uniform() < faultShare;
  const selfMs = { api: durationOf('api'), orders: durationOf('orders'), payments: durationOf('payments') };
  const catalogMs = durationOf('catalog');
  const bankMs = durationOf('bank');
  const lineMs = Array.from({ length: orderLineCalls }, () => durationOf('order-lines'));
  const productsMs = durationOf('products');
  const sessionsMs = durationOf('sessions');
  const work: NodeWork[] = [
    aNodeWork('api', selfMs.api),
    aNodeWork('orders', selfMs.orders),
    { ...aNodeWork('payments', selfMs.payments), ownFault: fault },
    aNodeWork('catalog', catalogMs),
  ];
  const paymentsMs = selfMs.payments + bankMs;
  const linesMs = lineMs.reduce((sum, ms) => sum + ms, 0);
  const ordersMs = selfMs.orders + linesMs + paymentsMs;
  const calls: CallWork[] = [
    { ...aSimulatedCall('api', 'orders', ordersMs, false), fault },
    aSimulatedCall('api', 'catalog', catalogMs + productsMs, false),
    aSimulatedCall('api', 'sessions', sessionsMs, true),
    ...lineMs.map((ms) => aSimulatedCall('orders', 'order-lines', ms, true)),
    { ...aSimulatedCall('orders', 'payments', paymentsMs, false), fault },
    aSimulatedCall('payments', 'bank', bankMs, true),
    aSimulatedCall('catalog', 'products', productsMs, true),
  ];
  const steps = stepsTaken([
    ...work.map(({ node, selfMs }) => ({ node, ms: selfMs })),
    ...calls.filter(({ onlyWitness }) => onlyWitness).map(({ to, durationMs }) => ({ node: to, ms: durationMs })),
  ]);
  const responseMs = steps.reduce((sum, { pathMs }) => sum + pathMs, 0);
  return aRequest({ traceId, order, responseMs, fault, work, calls, steps });
}

/** A step for each node, named `call` where only its callers tell of it. */
const STEPS: readonly ProfiledStep[] = NODES.map((name, node) => ({
  parent: { api: null, orders: 0, payments: 1, catalog: 0, bank: 2, 'order-lines': 1, products: 3, sessions: 0 }[name],
  node,
  name: ['api', 'orders', 'payments', 'catalog'].includes(name) ? 'own code' : 'call',
}));

function stepsTaken(parts: readonly { readonly node: number; readonly ms: number }[]): StepWork[] {
  const steps = new Map<number, { step: number; count: number; pathMs: number }>();
  for (const { node, ms } of parts) {
    const taken = steps.get(node) ?? { step: node, count: 0, pathMs: 0 };
    taken.count += 1;
    taken.pathMs += ms;
    steps.set(node, taken);
  }
  return [...steps.values()];
}

function aNodeWork(name: NodeName, selfMs: number): NodeWork {
  return aWork({ node: NODES.indexOf(name), selfMs });
}

function aSimulatedCall(from: NodeName, to: NodeName, durationMs: number, onlyWitness: boolean): CallWork {
  return aCall({ from: NODES.indexOf(from), to: NODES.indexOf(to), durationMs, onlyWitness });
}

export function scatterFactor(scatter: Scatter, chance: Chance): number {
  switch (scatter) {
    case 'log-normal':
    case 'whole milliseconds':
      return Math.exp(0.5 * chance.normal());
    case 'shared drift':
      return Math.exp(0.3 * chance.normal());
    case 'bimodal cache':
      return (chance.uniform() < 0.3 ? 6 : 1) * Math.exp(0.15 * chance.normal());
    case 'Pareto tail':
      return 0.6 * (1 - chance.uniform()) ** -0.5;
  }
}

/** A seeded stream of random numbers. */
export class Chance {
  readonly #generator;

  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed);
  }

  uniform(): number {
    return uniformFloat64(this.#generator);
  }

  /** Box & Muller 1958. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }
}

export function aProfile(overrides: Partial<Profile> = {}): Profile {
  return {
    version: null,
    run: 'run',
    coverage: coverageOf(
      (overrides.requests ?? []).map(({ operation }) => ({ operation, answered: true, trace: 'whole' })),
    ),
    nodes: [],
    nodeVersions: (overrides.nodes ?? []).map(() => null),
    steps: [],
    exceptions: [],
    requests: [],
    ...overrides,
  };
}

/** A whole, warm trace that succeeded, of an operation that calls nothing. */
export function aRequest(overrides: Partial<RequestProfile> = {}): RequestProfile {
  const order = overrides.order ?? 0;
  return {
    traceId: `trace-${order}`,
    run: null,
    order,
    slot: order,
    startMs: order * 100,
    operation: OPERATION,
    responseMs: 100,
    fault: false,
    error: false,
    throttle: false,
    cold: false,
    initMs: 0,
    traced: true,
    work: [],
    calls: [],
    steps: [],
    exceptions: [],
    failure: null,
    ...overrides,
  };
}

export function aWork(overrides: Partial<NodeWork> = {}): NodeWork {
  return { node: 0, selfMs: 10, ownFault: false, ownError: false, ownThrottle: false, ...overrides };
}

export function aCall(overrides: Partial<CallWork> = {}): CallWork {
  return {
    from: 0,
    to: 1,
    durationMs: 10,
    fault: false,
    error: false,
    throttle: false,
    retries: 0,
    onlyWitness: true,
    ...overrides,
  };
}

export function aNode(name: string): Node {
  return { name, type: '', account: '' };
}
