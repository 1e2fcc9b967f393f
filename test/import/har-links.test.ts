import { describe, expect, test } from 'vitest';
import { importHar } from '../../src/import/har/har.js';
import type { StepEntry } from '../../src/import/scenario-document.js';
import { workloadOf } from './imported-workload.js';

interface Recorded {
  readonly request: string;
  readonly json?: unknown;
  readonly answer?: unknown;
  readonly base64?: boolean;
  readonly type?: string;
  readonly location?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly page?: string;
  /** When it was sent; a second after the one before unless said otherwise. */
  readonly atMs?: number;
}

const ID = 'ord-8f3a2b';

function anEntry({ request, json, answer, headers = {}, ...recorded }: Recorded, i: number): object {
  const [method = '', path = ''] = request.split(' ');
  const text = answer === undefined ? undefined : JSON.stringify(answer);
  const base64 = recorded.base64 === true;
  return {
    startedDateTime: new Date(Date.UTC(2025, 9, 2) + (recorded.atMs ?? 1000 * i)).toISOString(),
    time: 100,
    pageref: recorded.page ?? 'p',
    request: {
      method,
      url: `https://shop.example.com${path}`,
      headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
      ...(json === undefined ? {} : { postData: { mimeType: 'application/json', text: JSON.stringify(json) } }),
    },
    response: {
      status: 200,
      headers: recorded.location === undefined ? [] : [{ name: 'Location', value: recorded.location }],
      content: {
        mimeType: recorded.type ?? 'application/json; charset=utf-8',
        ...(text === undefined ? {} : base64 ? { text: btoa(text), encoding: 'base64' } : { text }),
      },
    },
  };
}

async function imported(...entries: readonly Recorded[]) {
  const pages = ['p', 'q'].map((id) => ({ id, title: `Page ${id}` }));
  const har = JSON.stringify({ log: { version: '1.2', pages, entries: entries.map(anEntry) } });
  const { document, leftOut } = await importHar(har, 'shop.har');
  await workloadOf(document);
  const steps = document.scenarios.flatMap((scenario) => ('steps' in scenario ? scenario.steps : []));
  return { steps, leftOut, linked: steps.map(({ request, keep }: StepEntry) => [request, keep]) };
}

const places: Recorded = { request: 'POST /orders', json: { sku: 'A-1' }, answer: { order: { id: ID } } };

describe('what an answer said and a later request sends', () => {
  test('is kept and asked for, named after its field', async () => {
    const { linked, leftOut } = await imported(places, { request: `GET /orders/${ID}/lines` });
    expect(linked).toEqual([
      ['POST /orders', { order_id: '/order/id' }],
      ['GET /orders/{{order_id}}/lines', undefined],
    ]);
    expect(leftOut).toContain(
      'Later requests of a flow ask for what earlier answers say, not for what was recorded: order_id (POST /orders, /order/id).',
    );
  });

  test.each<[string, unknown, string, Recorded, Partial<StepEntry>]>([
    [
      'in a query',
      { cursor: 'abc+/12=' },
      '/cursor',
      { request: 'GET /orders?after=abc%2B%2F12%3D&size=20' },
      { query: { after: '{{cursor}}', size: '20' } },
    ],
    [
      'in a list of a query',
      { tag: 'tag-77' },
      '/tag',
      { request: 'GET /orders?t=new&t=tag-77' },
      { query: { t: ['new', '{{tag}}'] } },
    ],
    [
      'as a number in a path',
      { orderId: 8841 },
      '/orderId',
      { request: 'GET /orders/8841' },
      { request: 'GET /orders/{{orderId}}' },
    ],
    [
      'as a number in JSON',
      { orderId: 8841 },
      '/orderId',
      { request: 'POST /pay', json: { a: [{ order: 8841 }] } },
      { json: { a: [{ order: '{{orderId}}' }] } },
    ],
    [
      'as a text in JSON',
      { cart: { uuid: 'c-1234' } },
      '/cart/uuid',
      { request: 'POST /pay', json: { cart: 'c-1234' } },
      { json: { cart: '{{cart_uuid}}' } },
    ],
    [
      'from the top, named after the path',
      { id: ID },
      '/id',
      { request: `GET /orders/${ID}` },
      { request: 'GET /orders/{{order_id}}' },
    ],
    [
      'from a list',
      { data: { items: [{ id: 'a-0001' }, { id: ID }] } },
      '/data/items/1/id',
      { request: `GET /orders/${ID}` },
      { request: 'GET /orders/{{order_id}}' },
    ],
    [
      'from a member whose name has a slash',
      { 'a:b': ID },
      '/a:b',
      { request: `GET /orders/${ID}` },
      { request: 'GET /orders/{{a-b}}' },
    ],
  ])('is found %s', async (_, answer, pointer, later, expected) => {
    const { steps } = await imported({ ...places, answer }, later);
    expect(Object.values(steps[0]?.keep ?? {})).toEqual([pointer]);
    expect(steps[1]).toMatchObject(expected);
  });

  test('may have been recorded in base64', async () => {
    const { linked } = await imported({ ...places, base64: true }, { request: `GET /orders/${ID}` });
    expect(linked[1]).toEqual(['GET /orders/{{order_id}}', undefined]);
  });

  test('is that of the first answer that had it, for all requests after it', async () => {
    const { linked } = await imported(
      places,
      { request: `GET /orders/${ID}`, answer: { order: { id: ID } } },
      { request: `DELETE /orders/${ID}` },
    );
    expect(linked.map(([, keep]) => keep)).toEqual([{ order_id: '/order/id' }, undefined, undefined]);
    expect(linked[2]?.[0]).toBe('DELETE /orders/{{order_id}}');
  });

  test('is that of the first of two answers between which nobody sent it', async () => {
    const list = { request: 'GET /orders', answer: { all: [{ id: ID }] } };
    const { linked } = await imported(places, list, { request: `GET /orders/${ID}` });
    expect(linked.map(([, keep]) => keep)).toEqual([{ order_id: '/order/id' }, undefined, undefined]);
  });

  test('has a name of its own where two answers have the same field', async () => {
    const { linked } = await imported(
      places,
      { ...places, answer: { order: { id: 'ord-999999' } } },
      { request: `GET /orders/${ID}` },
      { request: 'GET /orders/ord-999999' },
    );
    expect(linked.map(([request]) => request).slice(2)).toEqual([
      'GET /orders/{{order_id}}',
      'GET /orders/{{order_id-2}}',
    ]);
  });

  test('is a link that is followed where only the header location has it', async () => {
    const { steps } = await imported(
      { request: 'POST /orders', location: `https://shop.example.com/orders/${ID}`, type: 'text/plain' },
      { request: `GET /orders/${ID}` },
    );
    expect(steps[0]?.keep).toEqual({ order_location: 'header location' });
    expect(steps[1]).toMatchObject({ request: 'GET {{order_location}}', operation: `GET /orders/{id}` });
  });
});

describe('nothing is linked', () => {
  const later = { request: `GET /orders/${ID}` };
  const asRecorded = [`GET /orders/${ID}`, undefined];

  test.each<[string, readonly Recorded[]]>([
    ['that the request itself had sent', [{ ...places, json: { id: ID } }, later]],
    ['that a request before it had sent', [{ request: `GET /carts/${ID}` }, places, later]],
    [
      'that a request before it had sent in a header',
      [{ request: 'GET /', headers: { 'x-order': ID } }, places, later],
    ],
    [
      'that a request before it had sent percent-encoded',
      [{ request: `GET /a?x=${ID.replace('-', '%2D')}` }, places, later],
    ],
    [
      'whose answer came only after the request was sent',
      [
        { ...places, atMs: 0 },
        { ...later, atMs: 50 },
      ],
    ],
    ['of an answer that is no JSON', [{ ...places, type: 'text/html' }, later]],
    ['of an answer that was not recorded', [{ ...places, answer: undefined }, later]],
    ['of another flow', [places, { ...later, page: 'q' }]],
    ['in a part of a segment', [{ ...places, answer: { id: '8f3a2b' } }, later]],
    ["under a name that is a user's", [{ ...places, answer: { 'me@example.com': ID } }, later]],
  ])('%s', async (_, entries) => {
    const { linked, leftOut } = await imported(...entries);
    expect(linked.at(-1)).toEqual(asRecorded);
    expect(linked.every(([, keep]) => keep === undefined)).toBe(true);
    expect(leftOut.join()).not.toContain('earlier answers');
  });

  test.each<[string, unknown, string]>([
    ['a word', 'pending', 'GET /orders?state=pending'],
    ['a short text', 'a-123', 'GET /orders?state=a-123'],
    ['a small number', 123, 'GET /orders/123'],
    ['a year', 2025, 'GET /orders?year=2025'],
    ['a date', '2025-10-02', 'GET /orders?day=2025-10-02'],
    ['a number with a fraction', 1234.5, 'GET /orders?max=1234.5'],
    ['true', true, 'GET /orders?open=true'],
  ])('that may mean something else: %s', async (_, value, request) => {
    const { linked } = await imported({ ...places, answer: { value } }, { request });
    expect(linked[0]?.[1]).toBeUndefined();
  });

  test('that may mean something else in JSON: a small number', async () => {
    const { linked } = await imported({ ...places, answer: { id: 123 } }, { request: 'POST /pay', json: { id: 123 } });
    expect(linked[0]?.[1]).toBeUndefined();
  });

  test('to a location that was known before', async () => {
    const { linked } = await imported(later, { request: 'POST /orders', location: `/orders/${ID}` }, later);
    expect(linked).toEqual([asRecorded, ['POST /orders', undefined], asRecorded]);
  });

  test('of another kind in JSON: a text of digits is not the number', async () => {
    const { steps } = await imported(
      { ...places, answer: { id: 8841 } },
      { request: 'POST /pay', json: { id: '8841' } },
    );
    expect(steps[1]?.json).toEqual({ id: '8841' });
  });

  test.each([
    ['elsewhere', `https://cdn.example.com/orders/${ID}`, later.request],
    ['to what is always there', '/home', 'GET /home'],
    ['with a query', `/orders/${ID}?full=1`, `GET /orders/${ID}?full=1`],
  ])('to a location that leads %s', async (_, location, request) => {
    const { linked } = await imported({ request: 'POST /orders', location }, { request });
    expect(linked[0]?.[1]).toBeUndefined();
  });
});
