import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseExternalAgent } from '../../src/collect/external-agent.js';
import { artilleryScenario } from '../../src/export/artillery-scenario.js';
import type { Exported } from '../../src/export/exported.js';
import type { Step } from '../../src/scenario/workload.js';
import { aScenario, aStep } from '../support/exchange-builder.js';
import { anExport, field, RUN_ID, workloadOf } from './exported-builder.js';
import { type Got, loadProcessor, startTargets } from './fake-artillery.js';

const agentOf = ({ headers }: Got) => parseExternalAgent(headers['user-agent'] ?? '');
const shown = ({ side, method, path }: Got) => `${side} ${method} ${path}`;

/** Starts two targets that answer so, and loads what is exported for them. */
async function setUp(
  steps: readonly Step[],
  answer?: Parameters<typeof startTargets>[0],
  overrides: Partial<Exported> = {},
) {
  const { requests, ...urls } = await startTargets(answer);
  const workload = workloadOf([{ name: 'flow', weight: 1, steps }]);
  const exported = anExport({ workload, ...urls, ...overrides });
  return { requests, ...(await loadProcessor(artilleryScenario(exported, 'shop.mjs').processor)) };
}

describe('a slot of a processor for Artillery', () => {
  test('sends one request to each side, with ids, and an agent that tells run, side, slot and step', async () => {
    const { slot, requests } = await setUp([aStep({ method: 'POST', headers: [field('x-a', 'é')] })]);
    await slot();
    expect(requests.map(shown).toSorted()).toEqual(['baseline POST /orders', 'candidate POST /orders']);
    for (const request of requests) {
      expect(agentOf(request)).toMatchObject({ runId: RUN_ID, side: request.side, scenario: 0, step: 0 });
      const [, id, parent] =
        /^Root=1-([0-9a-f]{8}-[0-9a-f]{24});Parent=([0-9a-f]{16});Sampled=1$/.exec(
          String(request.headers['x-amzn-trace-id']),
        ) ?? [];
      expect(request.headers.traceparent).toBe(`00-${id?.replace('-', '')}-${parent}-01`);
      expect(request.headers).toMatchObject({ accept: '*/*', 'content-length': '0' });
    }
    expect(new Set(requests.map((request) => agentOf(request)?.slot)).size).toBe(1);
  });

  test('asks each side first about half of the time, the second once the first has answered', async () => {
    let underWay = 0;
    let most = 0;
    const { slot, requests } = await setUp(
      [aStep()],
      (_, response) => {
        most = Math.max(most, ++underWay);
        setImmediate(() => {
          underWay -= 1;
          response.end();
        });
      },
      { slots: 200 },
    );
    for (let i = 0; i < 200; i += 1) await slot();
    expect(most).toBe(1);
    const first = requests.filter(({ side }, i) => i % 2 === 0 && side === 'baseline').length;
    // Six standard deviations of 200 fair coins.
    expect(Math.abs(first - 100)).toBeLessThan(43);
  });

  test('does not wait for a first answer longer than a second', async () => {
    const { slot, requests } = await setUp(
      [aStep()],
      ({ number }, response) => {
        if (number === 1) response.end();
      },
      { timeoutMs: 1300 },
    );
    await slot();
    expect(requests).toHaveLength(2);
  });

  test('is of warm-up, with another agent, as long as that was planned; beyond the plan it does nothing', async () => {
    const { slot, requests } = await setUp([aStep()], undefined, { warmUpSlots: 2, slots: 3, baselineUrl: null });
    for (let i = 0; i < 8; i += 1) await slot();
    const agents = requests.map(({ headers }) => headers['user-agent']);
    expect(agents.slice(0, 2)).toEqual(Array(2).fill(`xray-gate-warm-up/1.4.0 run-${RUN_ID}`));
    expect(requests.slice(2).map((request) => agentOf(request)?.side)).toEqual(Array(3).fill('candidate'));
  });

  test('is counted as Artillery counts its own', async () => {
    const { slot, told } = await setUp([aStep()], ({ side }, response) => {
      response.writeHead(side === 'baseline' ? 200 : 503).end('abc');
    });
    await slot();
    for (const event of [
      ['counter', 'http.codes.200', 1],
      ['counter', 'http.codes.503', 1],
      ['counter', 'http.downloaded_bytes', 3],
      ['rate', 'http.request_rate'],
      ['histogram', 'http.response_time.2xx', expect.any(Number)],
      ['histogram', 'http.response_time.5xx', expect.any(Number)],
    ])
      expect(told).toContainEqual(event);
    expect(told.filter(([, name]) => name === 'http.requests')).toHaveLength(2);
  });
});

describe('a scenario of several steps in Artillery', () => {
  const placesOrder = aStep({
    method: 'POST',
    keeps: [{ name: 'order', from: { kind: 'json', pointer: '/id' } }],
    body: { kind: 'json', value: { kind: 'object', members: [['sku', { kind: 'text', text: ['é'] }]] } },
  });
  const byOrder = { ...aStep(), path: field('', '/orders/{{order}}').value };

  test('goes step by step over both sides, each with what its own side said', async () => {
    const { slot, requests } = await setUp([placesOrder, byOrder], ({ side }, response) => {
      response.end(JSON.stringify({ id: side === 'baseline' ? 'a/1' : 2 }));
    });
    await slot();
    expect(requests.slice(0, 2).map(({ body }) => body)).toEqual(Array(2).fill('{"sku":"é"}'));
    expect(requests[0]?.headers['content-type']).toBe('application/json');
    expect(requests.slice(2).map(shown).toSorted()).toEqual(['baseline GET /orders/a%2F1', 'candidate GET /orders/2']);
    expect(requests.map((request) => agentOf(request)?.step)).toEqual([0, 0, 1, 1]);
  });

  test('keeps what is compressed, and a header', async () => {
    const location = { name: 'place', from: { kind: 'header', name: 'location' } } as const;
    const { slot, requests } = await setUp(
      [
        { ...placesOrder, keeps: [...placesOrder.keeps, location] },
        { ...byOrder, headers: [field('x-place', '{{place}}')] },
      ],
      (_, response) => {
        response.writeHead(201, { location: '/o/1', 'content-encoding': 'gzip' }).end(gzipSync('{"id":1}'));
      },
    );
    await slot();
    expect(requests[3]).toMatchObject({ path: '/orders/1', headers: { 'x-place': '/o/1' } });
  });

  test.each<
    [string, string | null, (response: Parameters<NonNullable<Parameters<typeof startTargets>[0]>>[1]) => void]
  >([
    ['there is nothing to keep', 'nothing_to_keep', (response) => void response.end('{}')],
    ['the answer is an error', null, (response) => void response.writeHead(404).end('{"id":1}')],
    ['no answer comes in time', 'ETIMEDOUT', () => {}],
    ['the connection breaks', 'ECONNRESET', (response) => void response.destroy()],
    [
      'the answer breaks off',
      'ECONNRESET',
      (response) => {
        response.writeHead(200, { 'content-length': 8 }).write('{"id"');
        setTimeout(() => response.destroy(), 20);
      },
    ],
  ])('ends on the side where %s, and goes on where it can', async (_, error, answer) => {
    const { slot, requests, told } = await setUp(
      [placesOrder, byOrder],
      ({ side }, response) => {
        if (side === 'candidate') answer(response);
        else response.end('{"id":1}');
      },
      { timeoutMs: 500 },
    );
    await slot();
    expect(requests.slice(2).map(shown)).toEqual(['baseline GET /orders/1']);
    expect(told.filter(([kind]) => kind === 'error')).toEqual(error === null ? [] : [['error', error]]);
  });

  test('ends where a status is not expected, and does not follow redirects', async () => {
    const { slot, requests, told } = await setUp(
      [aStep({ expected: [{ from: 404, to: 404 }] }), aStep({ expected: [{ from: 200, to: 299 }] }), aStep()],
      ({ number }, response) => void response.writeHead(number < 2 ? 404 : 302, { location: '/elsewhere' }).end(),
    );
    await slot();
    expect(requests).toHaveLength(4);
    expect(told.filter(([kind]) => kind === 'error')).toEqual(Array(2).fill(['error', 'unexpected_status']));
  });

  test('has cookies of its own on each side, and none of the slot before', async () => {
    const { slot, requests } = await setUp([aStep(), aStep()], ({ side }, response) => {
      response.setHeader('set-cookie', [`side=${side}; Path=/; HttpOnly`]).end();
    });
    await slot();
    await slot();
    for (const request of requests) {
      expect(request.headers.cookie).toBe(agentOf(request)?.step === 0 ? undefined : `side=${request.side}`);
    }
  });

  test('sends the cookies of its own headers too, and of the same name the one that an answer set', async () => {
    const step = aStep({ headers: [field('cookie', 'consent=all; session=0')] });
    const { slot, requests } = await setUp([step, step], (_, response) => {
      response.setHeader('set-cookie', ['session=1; Path=/']).end();
    });
    await slot();
    expect(requests.map(({ headers }) => headers.cookie)).toEqual([
      ...Array(2).fill('consent=all; session=0'),
      ...Array(2).fill('consent=all; session=1'),
    ]);
  });

  test('follows a link, and ends where it leads to another host', async () => {
    const follows: Step = { ...aStep(), path: field('', '{{place}}').value };
    const keepsPlace = aStep({ keeps: [{ name: 'place', from: { kind: 'header', name: 'location' } }] });
    const { slot, requests, told } = await setUp([keepsPlace, follows], ({ side }, response) => {
      const location = side === 'baseline' ? 'https://cdn.example.com/7' : '../7?full=1';
      response.writeHead(201, { location }).end();
    });
    await slot();
    expect(requests.slice(2).map(shown)).toEqual(['candidate GET /7?full=1']);
    expect(told.filter(([kind]) => kind === 'error')).toEqual([['error', 'nothing_to_keep']]);
  });

  test('thinks once for both sides', async () => {
    const { slot, requests } = await setUp([aStep(), aStep({ thinkMs: 60 })]);
    const startMs = performance.now();
    await slot();
    expect(requests).toHaveLength(4);
    expect(performance.now() - startMs).toBeGreaterThan(55);
  });

  test('sends no header with a line break, and says so', async () => {
    const workload = workloadOf(
      [{ name: 'flow', weight: 1, steps: [aStep({ headers: [field('x-sku', '{{sku}}')] })] }],
      {
        sku: { kind: 'one of', values: ['a\nb'] },
      },
    );
    const { slot, requests, told } = await setUp([], undefined, { workload });
    await slot();
    expect(requests).toEqual([]);
    expect(told).toEqual(Array(2).fill(['error', 'request_that_cannot_be_sent']));
  });
});

describe('the YAML for Artillery', () => {
  test('has a phase for warm-up, a pause, and one for what is measured', () => {
    const { yaml } = artilleryScenario(anExport({ slotsPerSecond: 12, slots: 360, warmUpSlots: 30 }), 'shop.mjs');
    expect(parse(yaml)).toEqual({
      config: {
        target: 'https://green.example.com',
        processor: './shop.mjs',
        phases: [
          { name: 'warm-up', arrivalCount: 30, duration: '2500ms' },
          { name: 'pause', pause: 1 },
          { name: 'measured', arrivalCount: 360, duration: '30000ms' },
        ],
      },
      scenarios: [{ name: 'xray-gate', flow: [{ function: 'slot' }] }],
    });
  });

  test('without warm-up has one phase', () => {
    const { yaml } = artilleryScenario(anExport({ workload: workloadOf([aScenario()]) }), 'shop.mjs');
    expect(parse(yaml).config.phases).toEqual([{ name: 'measured', arrivalCount: 20, duration: '2000ms' }]);
  });
});
