import { describe, expect, test } from 'vitest';
import { GateError } from '../../src/errors.js';
import { artilleryScenario } from '../../src/export/artillery-scenario.js';
import type { Exported } from '../../src/export/exported.js';
import { k6Script } from '../../src/export/k6-script.js';
import type { Authorization, Step } from '../../src/scenario/workload.js';
import { aScenario, aStep } from '../support/exchange-builder.js';
import { anExport, field, workloadOf } from './exported-builder.js';
import { loadK6Script } from './fake-k6.js';

const SECRET = 'pa"ss wörd';
const EXPORTERS: readonly [string, (exported: Exported) => string][] = [
  ['k6', k6Script],
  ['Artillery', (exported) => Object.values(artilleryScenario(exported, 'shop.mjs')).join('\n')],
];

function refusal(exported: Exported): GateError {
  for (const [, write] of EXPORTERS) expect(() => write(exported)).toThrow(GateError);
  try {
    k6Script(exported);
  } catch (error) {
    return error as GateError;
  }
  throw new Error('It was exported.');
}

function withStep(step: Step, overrides: Partial<Exported> = {}): Exported {
  return anExport({ workload: workloadOf([{ name: 'checkout', weight: 1, steps: [step] }]), ...overrides });
}

const basic = `Basic ${Buffer.from(`user:${SECRET}`).toString('base64')}`;

describe('what only the gate itself can send is not exported:', () => {
  test.each<Authorization>([
    {
      kind: 'oauth',
      tokenUrl: new URL('https://auth.example.com/token'),
      clientId: 'id',
      clientSecret: 'secret',
      scope: null,
      audience: null,
    },
    { kind: 'sigv4', service: 'execute-api', region: null },
  ])('auth of kind $kind, by scenario and step', (auth) => {
    const { message, remedy } = refusal(withStep(aStep({ auth })));
    expect(message).toContain(`Scenario "checkout", step "GET /orders": `);
    expect(message).toContain(auth.kind);
    expect(remedy).not.toBe('');
  });

  test('a query beside a link that is followed, also by auth', () => {
    const query = [field('api_key', '{{key}}')];
    const { message, remedy } = refusal(
      withStep({ ...aStep({ query, operation: 'GET order' }), path: field('', '{{place}}').value }),
    );
    expect(message).toBe(
      'Scenario "checkout", step "GET order": a script for another engine cannot add a query to a link that it follows.',
    );
    expect(remedy).toContain('GET /orders/{{order}}');
  });

  test.each(['candidateUrl', 'baselineUrl'])('a function as %s', (side) => {
    expect(refusal(anExport({ [side]: new URL('lambda:checkout') })).message).toContain('"lambda:checkout"');
  });

  test('a URL with a password in it, which is not shown', () => {
    const { message } = refusal(anExport({ candidateUrl: new URL('https://u:hunter2@green.example.com') }));
    expect(message).not.toContain('hunter2');
  });
});

describe('a secret', () => {
  test.each<[string, Exported]>([
    ['a header', withStep(aStep({ headers: [field('x-key', `key ${SECRET}`)] }))],
    ['basic authorization', withStep(aStep({ headers: [field('authorization', basic)] }))],
    ['a path', withStep({ ...aStep(), path: [`/a/${encodeURIComponent(SECRET)}`] })],
    ['a query', withStep(aStep({ query: [field('key', SECRET)] }))],
    ['a form', withStep(aStep({ body: { kind: 'form', fields: [field('key', SECRET)] } }))],
    ['a text', withStep(aStep({ body: { kind: 'text', text: [SECRET], contentType: 'text/plain' } }))],
    ['JSON', withStep(aStep({ body: { kind: 'json', value: { kind: 'text', text: [`${SECRET}!`] } } }))],
    ['JSON in a text', withStep(aStep({ body: { kind: 'text', text: [JSON.stringify([SECRET])], contentType: '' } }))],
    [
      'a variable',
      anExport({ workload: workloadOf([aScenario()], { key: { kind: 'one of', values: [{ a: SECRET }] } }) }),
    ],
    ['the name of a scenario', anExport({ workload: workloadOf([aScenario({}, { name: SECRET })]) })],
  ])('in %s is not written, and not told', (_, exported) => {
    const { message, remedy } = refusal({ ...exported, secrets: ['', SECRET] });
    expect(message).toContain('has a secret in it');
    expect(remedy).toContain('{ secret: NAME }');
    expect(message + remedy).not.toContain(SECRET);
  });

  test.each(EXPORTERS)('from the environment is read from there: %s', (_, write) => {
    const workload = workloadOf([aScenario({ headers: [field('authorization', 'Bearer {{key}}')] })], {
      key: { kind: 'one of', values: [SECRET], environment: 'SHOP_API_KEY' },
    });
    const text = write(anExport({ workload, secrets: [SECRET] }));
    expect(text).toContain('"environment": "SHOP_API_KEY"');
    for (const form of [SECRET, JSON.stringify(SECRET).slice(1, -1), encodeURIComponent(SECRET)]) {
      expect(text).not.toContain(form);
    }
  });

  test('is needed when a k6 script starts, and sent', () => {
    const workload = workloadOf([aScenario({ headers: [field('authorization', 'Bearer {{key}}')] })], {
      key: { kind: 'one of', values: [SECRET], environment: 'SHOP_API_KEY' },
    });
    const script = k6Script(anExport({ workload, secrets: [SECRET] }));
    expect(() => loadK6Script(script)).toThrow('Set the environment variable SHOP_API_KEY');
    const { slot, requests } = loadK6Script(script, () => ({}), { SHOP_API_KEY: SECRET });
    slot();
    expect(requests.map(({ params }) => params.headers.authorization)).toEqual(Array(2).fill(`Bearer ${SECRET}`));
  });
});

test('a processor is called as Artillery loads it', () => {
  expect(() => artilleryScenario(anExport(), 'a {{b}}.mjs')).toThrow(GateError);
  expect(() => artilleryScenario(anExport(), 'shop.js')).toThrow('"shop.js"');
});

test('a script says first how it is run and what the gate then needs', () => {
  const workload = workloadOf([aScenario()], { key: { kind: 'one of', values: ['x'], environment: 'SHOP_API_KEY' } });
  const head = k6Script(anExport({ workload })).split('\n\n')[0];
  expect(head).toContain('//   k6 run -e SHOP_API_KEY=… THIS-FILE');
  expect(head).toContain('traffic: external, external-run: 6b006c36a1b2c3d4');
});
