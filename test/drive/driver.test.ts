import { describe, expect, test } from 'vitest';
import type { DriveSettings } from '../../src/drive/drive-settings.js';
import { type Driven, drive } from '../../src/drive/driver.js';
import type { Exchange } from '../../src/drive/exchange.js';
import { planDepartures, type Slot } from '../../src/drive/plan.js';
import { stormWords } from '../../src/drive/reach.js';
import { runHealth } from '../../src/drive/run-health.js';
import type { OutgoingRequest } from '../../src/drive/transport.js';
import { GateError } from '../../src/errors.js';
import { aScenario, aSlot, aStep, slotsEvery } from '../support/exchange-builder.js';
import { answers, FakeTransport, type Reply } from '../support/fake-transport.js';
import { EPOCH_MS } from '../support/segment-builder.js';
import { VirtualClock } from '../support/virtual-clock.js';

const CANDIDATE = new URL('https://candidate.example.com/');
const BASELINE = new URL('https://baseline.example.com/');
const JSON_BODY = { kind: 'text', text: ['{"a":1}'], contentType: 'application/json' } as const;
/** The first slot is due this long after the start. */
const LEAD_MS = 20;

interface Run extends Pick<Driven, 'storm'> {
  readonly exchanges: readonly Exchange[];
  readonly transport: FakeTransport;
}

type Script = (request: OutgoingRequest, number: number) => Reply;

function driving(
  plan: Iterable<Slot>,
  reply: Script = () => answers(5),
  overrides: Partial<DriveSettings> = {},
  enoughAfter: (exchange: Exchange) => boolean = () => false,
) {
  const clock = new VirtualClock();
  const transport = new FakeTransport(clock, reply);
  const enough = new AbortController();
  let drawn = 0;
  const settings: DriveSettings = {
    candidateUrl: CANDIDATE,
    baselineUrl: null,
    userAgent: 'xray-gate/0 run-1',
    warmUpAgent: 'xray-gate-warm-up/0 run-1',
    timeoutMs: 10_000,
    pairWaitMs: 1000,
    inFlightCap: 500,
    mustAnswer: true,
    ...overrides,
  };
  const done = clock.run(
    drive(plan, settings, {
      transport,
      clock,
      randomBytes: (count) => Uint8Array.from({ length: count }, () => drawn++ % 256),
      authorize: async (_, request) => request,
      onExchange: (exchange) => {
        if (enoughAfter(exchange)) enough.abort();
      },
      enough: enough.signal,
    }),
  );
  return {
    clock,
    transport,
    done: done.then(({ exchanges, storm }): Run => ({ exchanges: [...exchanges], storm, transport })),
  };
}

const driven = async (...args: Parameters<typeof driving>): Promise<Run> => driving(...args).done;

/** When each request left, in milliseconds after the first was due. */
const departures = ({ transport }: Pick<Run, 'transport'>) =>
  transport.departures.map(({ atMs }) => atMs - EPOCH_MS - LEAD_MS);
const hosts = ({ transport }: Pick<Run, 'transport'>) =>
  transport.departures.map(({ request }) => request.url.hostname.split('.')[0]);
const mostUnderWay = ({ transport }: Run) => Math.max(...transport.departures.map(({ underWay }) => underWay));
const refused: Script = () => ({ kind: 'failed', afterMs: 1, error: 'connect ECONNREFUSED 10.0.0.1:443' });

async function errorOf(work: Promise<unknown>): Promise<GateError> {
  const error = await work.then(
    () => new Error('nothing was thrown'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof GateError) return error;
  throw error;
}

describe('driving one version', () => {
  test('every request leaves on plan, though answers are slower than the plan is fast', async () => {
    const run = await driven(slotsEvery(100, 20), () => answers(3000));
    expect(departures(run)).toEqual(Array.from({ length: 20 }, (_, i) => i * 100));
    expect(mostUnderWay(run)).toBe(20);
    expect(run.exchanges.every(({ plannedMs, outcome }) => plannedMs === outcome.departedMs)).toBe(true);
  });

  test('a slot is drawn when the one before it has left, not earlier', async () => {
    const drawn: number[] = [];
    function* drawing() {
      for (const slot of slotsEvery(100, 20)) {
        drawn.push(slot.number);
        yield slot;
      }
    }
    const drawnAtDeparture: number[] = [];
    const run = await driven(drawing(), () => {
      drawnAtDeparture.push(drawn.length);
      return answers(3000);
    });
    expect(drawnAtDeparture).toEqual(Array.from({ length: 20 }, (_, number) => Math.min(number + 2, 20)));
    expect(run.exchanges).toHaveLength(20);
  });

  test('a request that stalls delays no other', async () => {
    const run = await driven(slotsEvery(100, 5), (_, number) => answers(number === 1 ? 9000 : 5));
    expect(departures(run)).toEqual([0, 100, 200, 300, 400]);
  });

  test('each request carries its own trace id, sampled, in both headers, and the user agent', async () => {
    const { exchanges, transport } = await driven(slotsEvery(1000, 3));
    expect(new Set(exchanges.map(({ traceId }) => traceId)).size).toBe(3);
    for (const [i, { request, atMs }] of transport.departures.entries()) {
      const traceId = exchanges[i]?.traceId ?? '';
      expect(Number.parseInt(traceId.slice(2, 10), 16)).toBe(Math.floor(atMs / 1000));
      expect(request.headers['x-amzn-trace-id']).toMatch(new RegExp(`^Root=${traceId};Parent=[0-9a-f]{16};Sampled=1$`));
      expect(request.headers.traceparent).toContain(traceId.slice(2).replace('-', ''));
      expect(request.headers['user-agent']).toBe('xray-gate/0 run-1');
    }
  });

  test('a body is sent as JSON, and without one nothing is said of a content type', async () => {
    const plan = [aSlot({ scenario: aScenario({ method: 'POST', body: JSON_BODY }) }), aSlot({ number: 1, atMs: 10 })];
    const [withBody, without] = (await driven(plan)).transport.departures.map(({ request }) => request);
    expect(withBody).toMatchObject({ method: 'POST', body: '{"a":1}', timeoutMs: 10_000 });
    expect(withBody?.headers['content-type']).toBe('application/json');
    expect(without).toMatchObject({ method: 'GET', body: null });
    expect(without?.headers).not.toHaveProperty('content-type');
  });

  const urls: { name: string; base: string; path: string; url: string }[] = [
    { name: 'a host', base: 'https://shop.example.com', path: '/orders', url: 'https://shop.example.com/orders' },
    {
      name: 'a base path',
      base: 'https://shop.example.com/prod',
      path: '/orders',
      url: 'https://shop.example.com/prod/orders',
    },
    {
      name: 'a base path with a slash',
      base: 'https://shop.example.com/prod/',
      path: '/orders',
      url: 'https://shop.example.com/prod/orders',
    },
    {
      name: 'a port and a query',
      base: 'http://127.0.0.1:8080',
      path: '/o?page=2&q=a%20b',
      url: 'http://127.0.0.1:8080/o?page=2&q=a%20b',
    },
    {
      name: 'a password',
      base: 'https://me:secret@shop.example.com/',
      path: '/',
      url: 'https://me:secret@shop.example.com/',
    },
    {
      name: 'a path that looks like a host',
      base: 'https://shop.example.com',
      path: '//other.example.com/x',
      url: 'https://shop.example.com//other.example.com/x',
    },
    {
      name: 'a path with a backslash',
      base: 'https://shop.example.com',
      path: '/\\other.example.com/x',
      url: 'https://shop.example.com//other.example.com/x',
    },
    {
      name: 'a query of the base',
      base: 'https://shop.example.com/?a=1',
      path: '/orders',
      url: 'https://shop.example.com/orders',
    },
  ];
  test.each(urls)('the URL is put together with $name', async ({ base, path, url }) => {
    const run = await driven([aSlot({ scenario: aScenario({ path }) })], undefined, { candidateUrl: new URL(base) });
    expect(run.transport.departures[0]?.request.url.href).toBe(url);
  });

  test('never more are under way than the cap; what is due then leaves late, and says so', async () => {
    const run = await driven(slotsEvery(10, 12), () => answers(100), { inFlightCap: 3 });
    expect(mostUnderWay(run)).toBe(3);
    expect(departures(run)).toEqual([0, 10, 20, 100, 110, 120, 200, 210, 220, 300, 310, 320]);
    const lateMs = run.exchanges.map(({ plannedMs, outcome }) => outcome.departedMs - plannedMs);
    expect(lateMs.slice(0, 4)).toEqual([0, 0, 0, 70]);
    expect(run.exchanges).toHaveLength(12);
  });

  test('requests that wait behind others at the cap say so: the runner is not to blame', async () => {
    const run = await driven(slotsEvery(50, 60), (_, n) => answers(n < 20 ? 2000 : 5), { inFlightCap: 20 });
    expect(runHealth(run.exchanges).state).toBe('target stalled');
  });

  test('slots that only think take no room', async () => {
    const scenario = { ...aScenario(), steps: [aStep(), aStep({ thinkMs: 5000 })] };
    const run = await driven(slotsEvery(50, 100, { scenario }), () => answers(5), { inFlightCap: 2 });
    const lateMs = run.exchanges.map(({ plannedMs, outcome }) => outcome.departedMs - plannedMs);
    expect(Math.max(...lateMs)).toBe(0);
    expect(run.exchanges).toHaveLength(200);
  });

  test('nothing more departs once it is enough; what is under way is still heard of', async () => {
    const run = await driving(
      slotsEvery(100, 20),
      () => answers(250),
      {},
      ({ slot }) => slot.number === 4,
    ).done;
    expect(departures(run)).toEqual([0, 100, 200, 300, 400, 500, 600]);
    expect(run.exchanges).toHaveLength(7);
  });

  test('nobody goes on thinking once it is enough, and the next departure is not waited for', async () => {
    const scenario = { ...aScenario(), steps: [aStep(), aStep({ thinkMs: 60_000 })] };
    const { done, clock } = driving(
      slotsEvery(30_000, 3, { scenario }),
      () => answers(5),
      {},
      () => true,
    );
    expect((await done).exchanges).toHaveLength(1);
    expect(clock.nowMs() - EPOCH_MS).toBeLessThan(100);
  });

  test('warm-up has a user agent of its own', async () => {
    const { transport } = await driven([aSlot({ warmUp: true }), aSlot({ number: 1, atMs: 100 })]);
    expect(transport.departures.map(({ request }) => request.headers['user-agent'])).toEqual([
      'xray-gate-warm-up/0 run-1',
      'xray-gate/0 run-1',
    ]);
  });

  test('a pause is not waited for in vain: a plan that has been sent leaves no timer behind', async () => {
    const { done, clock } = driving([aSlot({ sides: ['candidate', 'baseline'] })], () => answers(5), {
      baselineUrl: BASELINE,
    });
    await done;
    expect(clock.waiting).toBe(0);
  });

  test('an empty plan sends nothing', async () => {
    expect((await driven([])).exchanges).toEqual([]);
  });
});

describe('driving two versions side by side', () => {
  const sideBySide = { baselineUrl: BASELINE };
  const candidateFirst = { sides: ['candidate', 'baseline'] as const };
  const baselineFirst = { sides: ['baseline', 'candidate'] as const };

  test('the second of a pair waits for the first to end', async () => {
    const run = await driven([aSlot(candidateFirst)], () => answers(300), sideBySide);
    expect(hosts(run)).toEqual(['candidate', 'baseline']);
    expect(departures(run)).toEqual([0, 300]);
    expect(run.exchanges.map(({ plannedMs, outcome }) => outcome.departedMs - plannedMs)).toEqual([0, 0]);
  });

  test('the second of a pair does not wait longer than the bounded wait', async () => {
    const run = await driven([aSlot(baselineFirst)], (_, n) => answers(n === 0 ? 5000 : 5), sideBySide);
    expect(hosts(run)).toEqual(['baseline', 'candidate']);
    expect(departures(run)).toEqual([0, 1000]);
    expect(run.exchanges).toHaveLength(2);
  });

  test("the plan's coin says who leaves first", async () => {
    const plan = [candidateFirst, baselineFirst, baselineFirst, candidateFirst].map((coin, number) =>
      aSlot({ number, atMs: number * 100, ...coin }),
    );
    expect(hosts(await driven(plan, undefined, sideBySide))).toEqual([
      'candidate',
      'baseline',
      'baseline',
      'candidate',
      'baseline',
      'candidate',
      'candidate',
      'baseline',
    ]);
  });

  test('slots keep to the plan, though pairs take longer than it', async () => {
    const run = await driven(slotsEvery(100, 10, candidateFirst), () => answers(700), sideBySide);
    const first = run.transport.departures.filter(({ request }) => request.url.hostname === CANDIDATE.hostname);
    expect(first.map(({ atMs }) => atMs - EPOCH_MS - LEAD_MS)).toEqual(Array.from({ length: 10 }, (_, i) => i * 100));
  });

  test('both sides get the same method, path and body, under ids of their own', async () => {
    const scenarios = [
      aScenario({ method: 'POST', path: '/orders?x=1', body: JSON_BODY }),
      aScenario({ path: '/a' }, { weight: 2 }),
    ];
    const workload = { scenarios, variables: new Map() };
    const plan = planDepartures({
      workload,
      slotsPerSecond: 5,
      slots: 30,
      arrivals: 'constant',
      sideBySide: true,
      seed: 3,
    });
    const { exchanges, transport } = await driven(plan, undefined, sideBySide);
    const sent = (host: URL) =>
      transport.departures
        .filter(({ request }) => request.url.host === host.host)
        .map(({ request: { method, url, body } }) => `${method} ${url.pathname}${url.search} ${body}`);
    expect(sent(CANDIDATE)).toEqual(sent(BASELINE));
    expect(sent(CANDIDATE)).toHaveLength(30);
    expect(new Set(exchanges.map(({ traceId }) => traceId)).size).toBe(60);
    const bySlot = Map.groupBy(exchanges, ({ slot }) => slot.number);
    for (const pair of bySlot.values())
      expect(pair.map(({ side }) => side).toSorted()).toEqual(['baseline', 'candidate']);
  });

  test.each([4, 5, 6])('never more than a cap of %i are under way', async (inFlightCap) => {
    const run = await driven(slotsEvery(10, 20, candidateFirst), () => answers(2500), { ...sideBySide, inFlightCap });
    expect(mostUnderWay(run)).toBeLessThanOrEqual(inFlightCap);
    expect(run.exchanges).toHaveLength(40);
  });

  test('a cap smaller than a pair lets one pair at a time go', async () => {
    const run = await driven(slotsEvery(10, 3, candidateFirst), () => answers(100), { ...sideBySide, inFlightCap: 1 });
    expect(departures(run)).toEqual([0, 100, 200, 300, 400, 500]);
  });
});

describe('a target that cannot be reached', () => {
  test('ends the run early, with an error that names it, and why', async () => {
    const { transport, done } = driving(slotsEvery(100, 600), refused);
    const error = await errorOf(done);
    expect(error.message).toBe('Nothing answered at https://candidate.example.com: connect ECONNREFUSED 10.0.0.1:443.');
    expect(error.remedy).toContain('"url"');
    expect(transport.departures.length).toBe(10);
  });

  test('ends nothing where it need not answer', async () => {
    const { exchanges } = await driven(slotsEvery(100, 30), refused, { mustAnswer: false });
    expect(exchanges).toHaveLength(30);
  });

  test('is named, whichever of the two it is', async () => {
    const script: Script = (request, number) =>
      request.url.host === BASELINE.host ? refused(request, number) : answers(5);
    const error = await errorOf(
      driven(slotsEvery(100, 600, { sides: ['candidate', 'baseline'] }), script, { baselineUrl: BASELINE }),
    );
    expect(error.message).toContain('https://baseline.example.com:');
  });

  const silent: { name: string; reply: Reply; reason: string }[] = [
    { name: 'only times out', reply: { kind: 'timed out', afterMs: 10_000 }, reason: 'no answer in time' },
    {
      name: 'has a name that is not known',
      reply: { kind: 'not sent', afterMs: 1, error: 'getaddrinfo ENOTFOUND' },
      reason: 'getaddrinfo ENOTFOUND',
    },
  ];
  test.each(silent)('is one that $name, even in a run too short to give up', async ({ reply, reason }) => {
    const error = await errorOf(driven(slotsEvery(1000, 3), () => reply));
    expect(error.message).toBe(`Nothing answered at https://candidate.example.com: ${reason}.`);
  });

  test('is not one that answers with 500', async () => {
    expect((await driven(slotsEvery(100, 30), () => answers(5, 500))).exchanges).toHaveLength(30);
  });

  test('is not one that answered once and then failed for good', async () => {
    const run = await driven(slotsEvery(100, 30), (request, n) => (n === 0 ? answers(5) : refused(request, n)));
    expect(run.exchanges).toHaveLength(30);
  });

  test('is not one that came up within the first nine requests', async () => {
    const run = await driven(slotsEvery(100, 30), (request, n) => (n < 9 ? refused(request, n) : answers(5)));
    expect(run.exchanges).toHaveLength(30);
  });

  test('is an error, not a shortened run, when a late answer comes after it was given up', async () => {
    const { transport, done } = driving(slotsEvery(100, 600), (request, n) =>
      n === 0 ? answers(9000) : refused(request, n),
    );
    expect((await errorOf(done)).message).toContain('Nothing answered at https://candidate.example.com');
    expect(transport.departures.length).toBeLessThan(20);
  });

  test('no error is made of requests that failed among others', async () => {
    const run = await driven(slotsEvery(100, 6), (_, n) =>
      n % 2 === 0 ? answers(5) : { kind: 'not sent', afterMs: 0, error: 'EMFILE' },
    );
    expect(run.exchanges.map(({ outcome }) => outcome.kind)).toEqual([
      'answered',
      'not sent',
      'answered',
      'not sent',
      'answered',
      'not sent',
    ]);
  });
});

describe('a storm', () => {
  const failsFrom =
    (from: number, reply: Reply): Script =>
    (_, n) =>
      n >= from ? reply : answers(5);

  test('ends the run early, once every request of ten seconds has failed, with what it saw', async () => {
    const { exchanges, storm } = await driven(slotsEvery(100, 600), failsFrom(50, answers(5, 503)));
    expect(storm).toMatchObject({ side: 'candidate', error: 'HTTP 503' });
    expect(storm!.lastedMs).toBeGreaterThanOrEqual(10_000);
    expect(exchanges.length).toBe(50 + storm!.requests);
    expect(storm!.requests).toBeLessThan(105);
  });

  test('is one of broken connections and of timeouts too, in words', async () => {
    const broken = await driven(
      slotsEvery(100, 600),
      failsFrom(50, { kind: 'failed', afterMs: 1, error: 'socket hang up' }),
    );
    expect(stormWords(broken.storm!)).toMatch(
      /^each of the last \d+ requests to the candidate in 10 s failed, the last with socket hang up$/,
    );
    const silent = await driven(slotsEvery(100, 600), failsFrom(50, { kind: 'timed out', afterMs: 10_000 }));
    expect(silent.storm?.error).toBe('no answer in time');
  });

  test('is none where some succeed, where only some seconds fail, or where failures are what is asked for', async () => {
    const some = await driven(slotsEvery(100, 300), (_, n) => answers(5, n % 10 === 0 ? 200 : 500));
    expect(some.storm).toBeNull();
    const short = await driven(slotsEvery(100, 300), (_, n) => answers(5, n < 90 || n > 180 ? 200 : 500));
    expect(short.storm).toBeNull();
    const asked = await driven(slotsEvery(100, 300), failsFrom(0, answers(5, 500)), { mustAnswer: false });
    expect(asked.storm).toBeNull();
    expect(asked.exchanges).toHaveLength(300);
  });

  test('is none of requests that the runner could not send', async () => {
    const run = await driven(slotsEvery(100, 300), failsFrom(1, { kind: 'not sent', afterMs: 0, error: 'EMFILE' }));
    expect(run.storm).toBeNull();
  });
});
