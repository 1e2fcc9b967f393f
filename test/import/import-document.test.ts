import { describe, expect, test, vi } from 'vitest';
import { GateError } from '../../src/errors.js';
import { kindOfDocument } from '../../src/import/document-kind.js';
import { importDocument } from '../../src/import/import-document.js';
import { importText } from './imported-workload.js';

describe('the kind of a document', () => {
  test.each([
    ['openapi: 3.0.0\npaths: {}', 'api.yaml', 'openapi'],
    ['# ours\ninfo: {}\n"openapi": 3.1.0\n', 'api.yml', 'openapi'],
    ['{ "openapi": "3.0.0" }', 'api.json', 'openapi'],
    ['{"info": {"title": "x"}, "openapi": "3.0.0"}', 'api.json', 'openapi'],
    ['{"openapi": "3.0.0", "paths": {', 'api.json', 'openapi'],
    ['swagger: "2.0"\n', 'api.yaml', 'openapi'],
    ['{"log": {"entries": []}}', 'shop.json', 'har'],
    ['\uFEFF{\n "log": {"version"', 'shop.har', 'har'],
    ['', 'shop.har', 'har'],
    ['GET https://h/\n', 'requests.txt', 'http'],
    ['# mine\n@a = b\n\n### One\nPOST /orders\n', 'requests', 'http'],
    ['https://h/a\n', 'requests', 'http'],
    ['', 'shop.http', 'http'],
    ['', 'shop.REST', 'http'],
    ['scenarios:\n  - request: GET /\n', 'gate.yml', null],
    ['### of the shop\nscenarios:\n  - request: GET /\n', 'gate.yml', null],
    ['# openapi: 3.0.0\nvariables:\n  log: { entries: [] }\n', 'gate.yml', null],
    ['{"scenarios": [{"request": "GET /"}]}', 'gate.json', null],
    ['', 'gate.yml', null],
  ])('%j at %s is %s', (text, path, kind) => {
    expect(kindOfDocument(text, path)).toBe(kind);
  });

  test('is none for a scenario file, which its own reader reads', async () => {
    expect(await importDocument('scenarios:\n  - request: GET /\n', '.github/xray-gate.yml')).toBeNull();
  });
});

describe('a hostile document', () => {
  const schemas = (make: (next: object) => object) => {
    const all: Record<string, object> = { S40: { type: 'string', example: 'x' } };
    for (let i = 0; i < 40; i++) all[`S${i}`] = make({ $ref: `#/components/schemas/S${i + 1}` });
    const body = { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/S0' } } } };
    const responses = { 200: { description: 'Well' } };
    const paths = { '/a': { get: { responses }, post: { requestBody: body, responses } } };
    return JSON.stringify({
      openapi: '3.0.3',
      info: { title: 'x', version: '1' },
      paths,
      components: { schemas: all },
    });
  };
  const chained = (last: string) =>
    `${Array.from({ length: 60 }, (_, i) => `@v${i} = {{v${i + 1}}}{{v${i + 1}}}`).join('\n')}\n@v60 = ${last}\n`;

  test.each([
    [
      'has schemas of schemas, twice each',
      schemas((next) => ({ properties: { a: next, b: next }, required: ['a', 'b'] })),
      'a.json',
    ],
    ['has schemas of all of schemas, twice each', schemas((next) => ({ allOf: [next, next] })), 'a.json'],
    ['has variables of variables, twice each', `GET https://h/a\n###\n${chained('x')}GET https://h/{{v0}}`, 'a.http'],
    ['has hosts of variables, twice each', `${chained('')}GET https://{{v0}}/a`, 'a.http'],
    ['has a line of blanks', `GET https://h/${' '.repeat(500_000)}x`, 'a.http'],
    ['has a line of braces', `GET https://h/${'{{'.repeat(500_000)}x`, 'a.http'],
    ['has almost tokens', `POST https://h/\n\n{{x}}${'-eyJ'.repeat(300_000)}`, 'a.http'],
    ['has almost members', `POST https://h/\n\n{{x}}${'"a" : '.repeat(300_000)}`, 'a.http'],
  ])('that %s is read in seconds', async (_, text, path) => {
    const start = performance.now();
    await importText(text, path);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test.each([
    [
      'nests without end',
      `{"openapi": "3.0.0", "x": ${'['.repeat(1e6)}${']'.repeat(1e6)}}`,
      'a.json',
      /nests too deeply/,
    ],
    [
      'names itself over and over',
      `openapi: 3.0.0\na: &a [x,x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((name, i) => `${name}: &${name} [${Array(10).fill(`*${'abcdefg'[i]}`)}]`).join('\n')}\n`,
      'a.yaml',
      /Excessive alias count/,
    ],
    [
      'is above 10 MiB',
      `GET https://h/${'a'.repeat(11 * 1024 ** 2)}`,
      'a.http',
      /a\.http has 11\.0 MiB; .* may have 10/,
    ],
    [
      'waits for itself in a chain',
      Array.from({ length: 20_000 }, (_, i) => `# @name r${i}\nGET https://h/{{r${i + 1}.response.body.$.a}}`).join(
        '\n###\n',
      ),
      'a.http',
      /nests too deeply|no request that can be sent/,
    ],
  ])('that %s is refused', async (_, text, path, message) => {
    const failure = importDocument(text, path);
    await expect(failure).rejects.toThrow(GateError);
    await expect(failure).rejects.toThrow(message);
  });

  test('has names like those of prototypes and no more than that', async () => {
    const parameters = [{ name: '__proto__', in: 'query', required: true, schema: { type: 'string', example: 'x' } }];
    const paths = { '/__proto__': { get: { parameters, responses: { 200: { description: 'Well' } } } } };
    const text = JSON.stringify({ openapi: '3.0.3', info: { title: 'x', version: '1' }, paths });
    const { document } = await importText(text, 'a.json');
    expect(Object.entries(Object(document.scenarios[0]))).toContainEqual(['query', JSON.parse('{"__proto__": "x"}')]);
    expect({}).not.toHaveProperty('x');
  });

  test('says nothing on the console', async () => {
    const spies = (['log', 'warn', 'error', 'info'] as const).map((name) => vi.spyOn(console, name));
    await importText(
      JSON.stringify({
        openapi: '3.0.3',
        paths: { '/a': { get: { responses: { 200: { $ref: 'https://example.com/a.yaml' } }, wrong: 1 } } },
      }),
      'a.json',
    );
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});
