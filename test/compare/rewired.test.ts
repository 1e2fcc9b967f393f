import { describe, expect, test } from 'vitest';
import { edgesOf } from '../../src/compare/edges.js';
import { nodeDifferences } from '../../src/compare/nodes.js';
import { rewired } from '../../src/compare/rewired.js';
import type { Profile } from '../../src/trace/profile.js';
import type { Node } from '../../src/trace/service-graph.js';
import { anEdge } from '../support/report-builder.js';
import { aCall, aNode, aProfile, aRequest, aWork } from '../support/simulated-run.js';

const TYPES: Readonly<Record<string, string>> = {
  queue: 'AWS::SQS::Queue',
  'orders-v2': 'AWS::DynamoDB::Table',
  orders: 'AWS::DynamoDB::Table',
};
const nodeOf = (name: string): Node => ({ ...aNode(name), type: TYPES[name] ?? '' });

/** By operation, its edges as `api→orders`; 60 requests of each have them all. */
type Drawn = Readonly<Record<string, readonly string[]>>;

function drawnProfile(graph: Drawn, requests = 60): Profile {
  const edges = Object.values(graph)
    .flat()
    .map((edge) => edge.split('→') as [string, string]);
  const names = [...new Set(edges.flat())];
  const at = (name: string) => names.indexOf(name);
  return aProfile({
    nodes: names.map(nodeOf),
    requests: Object.entries(graph).flatMap(([operation, of], i) =>
      Array.from({ length: requests }, (_, k) =>
        aRequest({
          order: i * requests + k,
          operation,
          calls: of.map((edge) => {
            const [from, to] = edge.split('→') as [string, string];
            return aCall({ from: at(from), to: at(to) });
          }),
        }),
      ),
    ),
  });
}

function changed(before: Drawn, now: Drawn, requests = 60): string[] {
  const profiles = { baseline: drawnProfile(before, requests), candidate: drawnProfile(now, requests) };
  return rewired(edgesOf(profiles, 0.01)).map(({ kind, gone, come }) => {
    const text = (edges: typeof gone) => edges.map(({ from, to }) => `${from.name}→${to.name}`).join(' ');
    return `${kind}: ${text(gone)} ⇒ ${text(come)}`;
  });
}

describe('rewired', () => {
  test.each<[string, Drawn, Drawn, string[]]>([
    ['a callee', { 'GET /': ['api→orders'] }, { 'GET /': ['api→orders-v2'] }, ['callee: api→orders ⇒ api→orders-v2']],
    ['a caller', { 'GET /': ['api→orders'] }, { 'GET /': ['web→orders'] }, ['caller: api→orders ⇒ web→orders']],
    [
      'through a node between',
      { 'GET /': ['api→orders'] },
      { 'GET /': ['api→cache', 'cache→orders'] },
      ['through: api→orders ⇒ api→cache cache→orders'],
    ],
    [
      'past a node between',
      { 'GET /': ['api→cache', 'cache→orders'] },
      { 'GET /': ['api→orders'] },
      ['past: api→cache cache→orders ⇒ api→orders'],
    ],
    [
      'each of two callees to the one of its type',
      { 'GET /': ['api→orders', 'api→bank'] },
      { 'GET /': ['api→teller', 'api→orders-v2'] },
      ['callee: api→bank ⇒ api→teller', 'callee: api→orders ⇒ api→orders-v2'],
    ],
    [
      'nothing where another operation has the new one',
      { 'GET /': ['api→orders'], 'PUT /': [] },
      { 'GET /': [], 'PUT /': ['api→orders-v2'] },
      [],
    ],
    [
      'nothing where both versions have the old one',
      { 'GET /': ['api→orders'] },
      { 'GET /': ['api→orders', 'api→bank'] },
      [],
    ],
    ['nothing where no end is in common', { 'GET /': ['api→orders'] }, { 'GET /': ['web→bank'] }, []],
  ])('%s', (_, before, now, expected) => {
    expect(changed(before, now).toSorted()).toEqual(expected);
  });

  test('nothing that may be chance, on either side', () => {
    expect(changed({ 'GET /': ['api→orders'] }, { 'GET /': ['api→orders-v2'] }, 2)).toEqual([]);
    const gone = anEdge(aNode('api'), aNode('orders'), { change: 'removed', certain: true });
    const come = anEdge(aNode('api'), aNode('bank'), { change: 'new', certain: true });
    expect(rewired([gone, come])).toHaveLength(1);
    expect(rewired([gone, { ...come, certain: false }])).toEqual([]);
    expect(rewired([{ ...gone, certain: false }, come])).toEqual([]);
  });
});

test('edges of one node are not each held against each pair of the others', () => {
  const most = 80;
  let looks = 0;
  const counted = (to: string, change: 'new' | 'removed') => {
    const edge = anEdge(aNode('api'), aNode(to), { change, certain: true });
    return Object.defineProperty({ ...edge }, 'from', {
      get: () => {
        looks += 1;
        return edge.from;
      },
    });
  };
  const edges = Array.from({ length: most }, (_, i) => [counted(`a${i}`, 'removed'), counted(`b${i}`, 'new')]).flat();
  expect(rewired(edges)).toHaveLength(most);
  expect(looks).toBeLessThan(20 * most ** 2);
});

describe('nodes', () => {
  function nodes(before: Profile, now: Profile) {
    const profiles = { baseline: before, candidate: now };
    return nodeDifferences(profiles, edgesOf(profiles, 0.01), 0.01).map(
      ({ node, change, certain, seen }) =>
        `${change} ${node.name}${certain ? '' : '?'} ${seen.baseline} ${seen.candidate}`,
    );
  }

  test('are new and gone with the traces that show them', () => {
    const before = drawnProfile({ 'GET /': ['api→orders'] });
    const now = drawnProfile({ 'GET /': ['api→orders-v2', 'api→bank'] });
    expect(nodes(before, now).toSorted()).toEqual(['new bank 0 60', 'new orders-v2 0 60', 'removed orders 60 0']);
  });

  test('that many traces show, but none of their edges does surely, are not sure', () => {
    const operations = [1, 2, 3, 4, 5];
    const drawn = (more: (i: number) => readonly string[]) =>
      drawnProfile(Object.fromEntries(operations.map((i) => [`GET /${i}`, [`api→c${i}`, ...more(i)]])), 4);
    expect(
      nodes(
        drawn(() => []),
        drawn((i) => [`c${i}→bank`]),
      ),
    ).toEqual(['new bank? 0 20']);
  });

  test('are no surer than their edges', () => {
    const rare = drawnProfile({ 'GET /': ['api→orders'], 'PUT /': ['api→orders', 'api→bank'] }, 2);
    expect(nodes(drawnProfile({ 'GET /': ['api→orders'], 'PUT /': ['api→orders'] }, 2), rare)).toEqual([
      'new bank? 0 2',
    ]);
  });

  test('that call nothing and are not called are seen by their work', () => {
    const alone = (name: string) =>
      aProfile({
        nodes: [aNode(name)],
        requests: Array.from({ length: 40 }, (_, order) => aRequest({ order, work: [aWork()] })),
      });
    expect(nodes(alone('api'), alone('web'))).toEqual(['removed api 40 0', 'new web 0 40']);
  });
});
