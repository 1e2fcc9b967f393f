import { describe, expect, test } from 'vitest';
import type { PathPart } from '../../src/compare/path-parts.js';
import { blameJson } from '../../src/report/blame-json.js';
import { blameLines } from '../../src/report/blame-text.js';
import { allBlameRows, blameLine, blameRows } from '../../src/report/blame-words.js';
import { reportHtml } from '../../src/report/html.js';
import { timeSection } from '../../src/report/html-time.js';
import { reportJson } from '../../src/report/json.js';
import { reportMarkdown } from '../../src/report/markdown.js';
import { partWords, plainWords } from '../../src/report/part-words.js';
import { sharperSentence } from '../../src/report/sharper-words.js';
import { reportText } from '../../src/report/text.js';
import { aBlame, aChange, aPathPart } from '../support/blame-builder.js';
import { aComparedPart, aNode, aReport } from '../support/report-builder.js';

const API = aNode('api');
const ORDERS = aNode('orders');
const TABLE = aNode('order-lines', 'AWS::DynamoDB::Table');
const BANK = aNode('bank.example.com', 'remote');
const OWN = aPathPart(API, 'own code');
const QUERY = aPathPart(TABLE, 'Query', ORDERS);
const OPERATION = 'POST /orders';

const said = (...parts: readonly PathPart[]) => partWords(parts).map(plainWords);

describe('what people call a part of a path', () => {
  test.each([
    ['own code of api', OWN],
    ['price basket in api', aPathPart(API, 'price basket')],
    ['network to orders from api', aPathPart(API, 'network to orders')],
    ['DynamoDB Query on order-lines in orders', QUERY],
    ['DynamoDB Query in orders', aPathPart(aNode('DynamoDB', 'AWS::DynamoDB'), 'Query', ORDERS)],
    ['DynamoDB call on order-lines in orders', aPathPart(TABLE, '', ORDERS)],
    ['call to bank.example.com in api', aPathPart(BANK, '', API)],
    ['SELECT on bank.example.com in api', aPathPart(BANK, 'SELECT', API)],
    ['unnamed in api', aPathPart(API, '')],
  ])('is %s', (words, part) => {
    expect(said(part)).toEqual([words]);
  });

  test('names what it is under where two would be called the same', () => {
    const under = (...names: readonly string[]) =>
      aPathPart(TABLE, 'Query', ORDERS, [
        ...names.map((name) => ({ node: 'orders', name })),
        { node: 'orders', name: 'own code' },
      ]);
    expect(said(under('load', 'first try'), under('load', 'retry'), OWN)).toEqual([
      'DynamoDB Query on order-lines in orders under first try',
      'DynamoDB Query on order-lines in orders under retry',
      'own code of api',
    ]);
    expect(said(under(), under('retry'))).toEqual([
      'DynamoDB Query on order-lines in orders under orders',
      'DynamoDB Query on order-lines in orders under retry',
    ]);
  });
});

describe('a blame in words', () => {
  const blame = aBlame({ operation: OPERATION, ms: { baseline: 212, candidate: 287 } }, [
    [QUERY, [31.2, 92.4, 52.4, 70.9], [1, 2]],
    [OWN, [120.3, 126.1, 1.2, 9.9]],
    [aPathPart(API, 'price basket'), [10, 9.6, -1.2, 0.5]],
  ]);

  test('is a line of parts that add up as they are read', () => {
    expect(blameLines({ blame: [blame], sharper: [], undivided: 0 })).toEqual([
      'POST /orders: p95 212 → 287 ms (+75): DynamoDB Query on order-lines in orders (×1 → ×2) +61, own code of api +6, 1 more step ±0, not explained +8.',
    ]);
  });

  test('keeps the sum where every part is rounded up', () => {
    const third = aBlame({ operation: OPERATION, ms: { baseline: 100, candidate: 130 } }, [
      [OWN, [10, 19.6, 0, 0]],
      [QUERY, [10, 19.6, 0, 0]],
      [aPathPart(API, 'a'), [10, 19.6, 0, 0]],
      [aPathPart(API, 'b'), [10, 10.7, 0, 0]],
    ]);
    const { whole, parts } = blameLine(third);
    expect(whole).toBe('p95 100 → 130 ms (+30)');
    const sum = parts.reduce((total, { change }) => total + Number(change.replace('−', '-').replace('±', '')), 0);
    expect(sum).toBe(30);
  });

  test('has more digits where little changed', () => {
    const small = aBlame({ operation: OPERATION, metric: 'typical', ms: { baseline: 3, candidate: 4.5 } }, [
      [OWN, [3, 4.44, 0, 0]],
    ]);
    const { whole, parts } = blameLine(small);
    expect([whole, ...parts.map(({ change }) => change)]).toEqual(['typical 3.00 → 4.50 ms (+1.50)', '+1.44', '+0.06']);
  });

  test('says that a part became faster', () => {
    const mixed = aBlame({ operation: OPERATION, ms: { baseline: 200, candidate: 240 } }, [
      [OWN, [100, 160, 50, 70]],
      [QUERY, [100, 80, -25, -15]],
    ]);
    expect(blameLine(mixed).parts.map(({ what, change }) => `${plainWords(what)} ${change}`)).toEqual([
      'own code of api +60',
      'DynamoDB Query on order-lines in orders −20',
      'not explained ±0',
    ]);
  });

  test('is a table of five steps, the others together, what is not explained, and the whole', () => {
    const many = aBlame(
      { operation: OPERATION, ms: { baseline: 100, candidate: 160 } },
      Array.from({ length: 8 }, (_, i) => [aPathPart(API, `step ${i}`), [10, 17 - i / 10, 1, 2]] as const),
    );
    expect(blameRows(many).map(({ what }) => plainWords(what))).toEqual([
      'step 0 in api',
      'step 1 in api',
      'step 2 in api',
      'step 3 in api',
      'step 4 in api',
      '3 more steps',
      'not explained',
      'p95 response time',
    ]);
    expect(allBlameRows(many)).toHaveLength(10);
    const [first] = blameRows(many);
    expect(first).toMatchObject({ before: '10.0', now: '17.0', change: '+7.0', interval: '+1.0 … +2.0' });
  });

  test('tells of a count only where it changed, and of a step that one side alone has', () => {
    const counts = (baseline: number, candidate: number) =>
      plainWords(
        blameRows(aBlame({ operation: OPERATION }, [[QUERY, [1, 2, 0, 1], [baseline, candidate]]]))[0]!.what,
      ).replace('DynamoDB Query on order-lines in orders', '');
    expect([counts(3, 4), counts(3, 3.1), counts(1.25, 2.5), counts(20, 41)]).toEqual([
      ' (×3 → ×4)',
      '',
      ' (×1.3 → ×2.5)',
      ' (×20 → ×41)',
    ]);
    expect([counts(0, 3), counts(0, 1), counts(0, 0.2), counts(2, 0), counts(0.1, 0)]).toEqual([
      ' (new, ×3)',
      ' (new)',
      '',
      ' (gone)',
      '',
    ]);
  });

  test('is for machines a sum of parts, each with its path', () => {
    const json = blameJson(blame);
    expect(json.parts[0]).toMatchObject({
      what: 'DynamoDB Query on order-lines in orders',
      node: 'order-lines',
      step: 'Query',
      caller: 'orders',
      baseline: 31.2,
      candidate: 92.4,
      interval: [52.4, 70.9],
      count: { baseline: 1, candidate: 2 },
    });
    const sum = [...json.parts, json.notExplained].reduce((total, { change }) => total + change, 0);
    expect(sum).toBeCloseTo(json.change, 9);
  });
});

describe('a request of thousands of steps', () => {
  const steps = Array.from(
    { length: 5000 },
    (_, i) => [aPathPart(API, `step ${i}`), [1, 2 + (5000 - i), 0, 1]] as const,
  );
  const many = aBlame({ operation: OPERATION }, steps);
  const sumOf = (all: readonly { readonly change: number }[]) => all.reduce((sum, { change }) => sum + change, 0);

  test('is forty rows on the page, the others together', () => {
    const rows = allBlameRows(many);
    expect(rows).toHaveLength(43);
    expect(plainWords(rows[40]!.what)).toBe('4960 more steps');
    const changes = rows.slice(0, -1).map(({ ms }) => ({ change: ms.candidate - ms.baseline }));
    expect(sumOf(changes)).toBeCloseTo(many.ms.candidate - many.ms.baseline, 3);
    const whereTimeWent = many.parts.map(({ part, ms }) => ({ node: part.node, step: part.name, meanMs: ms }));
    const times = [{ operation: 'GET /', meanMs: many.ms, parts: whereTimeWent }];
    const page = timeSection(aComparedPart({ blame: [many], whereTimeWent: times })).text;
    expect(page.match(/<tr>/g)?.length ?? 0).toBeLessThan(100);
    expect(page.match(/4960 more steps/g)?.length).toBeGreaterThan(1);
  });

  test('is a hundred steps for machines, the others summed', () => {
    const { parts, others, notExplained, change } = blameJson(many);
    expect([parts.length, others?.steps]).toEqual([100, 4900]);
    expect(sumOf([...parts, others!, notExplained])).toBeCloseTo(change, 3);
  });
});

test('slower response times that are not divided are counted in the comment, on the page and in the log', () => {
  const said = '3 more response times are slower, but not divided into steps: a report has room for 20.';
  const compared = aComparedPart({ undivided: 3 });
  const report = aReport({ compared });
  const told = [reportMarkdown(report).replaceAll('\\', ''), reportHtml(report), reportText(report)];
  expect(told.filter((text) => !text.includes(said))).toEqual([]);
  expect(JSON.parse(reportJson(report))).toMatchObject({ undivided: 3 });
});

describe('a sharper part in words', () => {
  const part = aChange({
    place: { operation: OPERATION, node: null, edge: { from: ORDERS, to: TABLE } },
    baseline: 40.1,
    candidate: 61.2,
    ratio: 61.2 / 40.1,
    interval: [1.41, 1.64],
  });
  const whole = aChange({
    place: { operation: OPERATION, node: null, edge: null },
    state: 'inconclusive',
    baseline: 212,
    candidate: 230,
    ratio: 230 / 212,
    interval: [0.91, 1.31],
    p: 0.42,
  });

  test('is surely slower where the whole scatters too much', () => {
    expect(plainWords(sharperSentence({ part, whole }))).toBe(
      'orders → order-lines is surely slower by itself: p95 call 40.1 → 61.2 ms (+53 %, +41 % … +64 %, p 0.0005). The whole of POST /orders scatters too much to tell: p95 response time 212 → 230 ms (+8.5 %, −9.0 % … +31 %).',
    );
  });

  test('shows a change of the whole most clearly', () => {
    const slower = { ...whole, state: 'regressed' as const, p: 0.0009 };
    expect(plainWords(sharperSentence({ part, whole: slower }))).toBe(
      'orders → order-lines shows it most clearly: p95 call 40.1 → 61.2 ms (+53 %, +41 % … +64 %, p 0.0005), against +8.5 % (p 0.0009) of the whole.',
    );
  });
});
