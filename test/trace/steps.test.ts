import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { criticalPath } from '../../src/trace/critical-path.js';
import { TraceObserver } from '../../src/trace/observation.js';
import { callsOf, type Node } from '../../src/trace/service-graph.js';
import { type Step, StepTree, stepsOf } from '../../src/trace/steps.js';
import type { Trace } from '../../src/trace/trace.js';
import { traceDrawn } from '../support/drawing.js';
import {
  awsCall,
  entityId,
  ran,
  remoteCall,
  segmentDocument,
  subsegmentDocument,
  told,
  traceOf,
} from '../support/segment-builder.js';

function stepsIn(trace: Trace, tree = new StepTree(), once = (node: Node) => node) {
  return stepsOf(trace, callsOf(trace), tree, once).steps;
}

/** `api/own code › api/price basket › orders/Query`, outermost first. */
function written({ parent, node, name }: Step): string {
  return `${parent === null ? '' : `${written(parent)} › `}${node.name}/${name}`;
}

/** Each step with how often it was done and its milliseconds on the critical path. */
function doneIn(trace: Trace): string[] {
  return told(trace).steps.map(({ step, count, pathMs }) => `${written(step)} ×${count} ${Math.round(pathMs)} ms`);
}

describe('the steps of a request', () => {
  test('have a path of names: nodes’ own code, named parts of it, and the calls between', () => {
    const trace = traceDrawn(`
      Api        |--------------------|
        price      |---------------|
          ask()      |---------|
            Orders     |-----|
              lines      |-|
    `);
    expect(doneIn(trace)).toEqual([
      'Api/own code ×1 5 ms',
      'Api/own code › Api/price ×1 6 ms',
      'Api/own code › Api/price › Api/network to Orders ×1 4 ms',
      'Api/own code › Api/price › Api/network to Orders › Orders/own code ×1 4 ms',
      'Api/own code › Api/price › Api/network to Orders › Orders/own code › Orders/lines ×1 3 ms',
    ]);
  });

  test('that call what sends no segments are the callee’s, and named after what it was asked to do', () => {
    const query = awsCall(
      'DynamoDB',
      { table_name: 'orders', operation: 'Query' },
      { id: entityId(4), ...ran(10, 30) },
    );
    const bank = remoteCall('bank.example.com', { id: entityId(5), traced: false, ...ran(40, 60) });
    expect(doneIn(traceOf(segmentDocument({ subsegments: [query, bank] })))).toEqual([
      'api/own code ×1 60 ms',
      'api/own code › orders/Query ×1 20 ms',
      'api/own code › bank.example.com/ ×1 20 ms',
    ]);
  });

  test('are the same where the whole path of names is, and others below another part', () => {
    const trace = traceDrawn(`
      Api        |------------------|
        cart       |---|
          load      |-|
        checkout          |-----|
          load             |-|
    `);
    expect(doneIn(trace)).toEqual([
      'Api/own code ×1 8 ms',
      'Api/own code › Api/cart ×1 2 ms',
      'Api/own code › Api/cart › Api/load ×1 3 ms',
      'Api/own code › Api/checkout ×1 4 ms',
      'Api/own code › Api/checkout › Api/load ×1 3 ms',
    ]);
  });

  test('that repeat side by side are one, with their count and their times together', () => {
    const trace = traceDrawn(`
      Api        |------------------|
        load       |-|
        load           |--|
        load                 ||
    `);
    expect(doneIn(trace)).toEqual(['Api/own code ×1 11 ms', 'Api/own code › Api/load ×3 9 ms']);
  });

  test('within themselves are one, done once: a function that calls itself has no endless path', () => {
    const trace = traceDrawn(`
      Api        |----------------|
        visit      |-----------|
          visit      |-------|
            visit      |-|
    `);
    expect(doneIn(trace)).toEqual(['Api/own code ×1 5 ms', 'Api/own code › Api/visit ×1 13 ms']);
  });

  test('that a wrapper of the same name was put around are as many as before', () => {
    const trace = traceDrawn(`
      Api        |----------------|
        load       |-----------|
          load      |-|
          load          |----|
    `);
    expect(doneIn(trace)).toEqual(['Api/own code ×1 5 ms', 'Api/own code › Api/load ×2 13 ms']);
  });

  test('that are named after single things are one step, in one request and over many', () => {
    const tree = new TraceObserver('version');
    const steps = Array.from({ length: 50 }, (_, i) => {
      const load = subsegmentDocument({ name: `load order ${100 + i}` });
      const again = subsegmentDocument({ id: entityId(3), name: `load order ${200 + i}`, ...ran(50, 60) });
      return tree.observe(traceOf(segmentDocument({ subsegments: [load, again] }))).steps[1]!;
    });
    expect(written(steps[0]!.step)).toBe('api/own code › api/load order {id}');
    expect(new Set(steps.map(({ step }) => step)).size).toBe(1);
    expect(steps[0]!.count).toBe(2);
  });

  test('of two services that call each other in turn keep their path', () => {
    const trace = traceDrawn(`
      Api           |--------------|
        ask()         |---------|
          Orders        |-----|
            back()       |---|
              Api         |-|
    `);
    expect(doneIn(trace).at(-1)).toBe(
      'Api/own code › Api/network to Orders › Orders/own code › Orders/network to Api › Api/own code ×1 3 ms',
    );
  });

  test('of a lost parent begin anew, and take no time that can be placed', () => {
    const trace = traceDrawn(`
      Api        |------------|
        lost       ?------?
          Orders     |--|
    `);
    expect(doneIn(trace)).toEqual(['Api/own code ×1 14 ms', 'Orders/own code ×1 0 ms']);
  });

  test('of several requests that came from outside stand side by side', () => {
    const root = segmentDocument({ ...ran(0, 100) });
    const other = segmentDocument({ id: entityId(7), name: 'cron', ...ran(20, 40) });
    expect(doneIn(traceOf(root, other))).toEqual(['api/own code ×1 100 ms', 'cron/own code ×1 0 ms']);
  });

  test('are none for what X-Ray inferred', () => {
    const trace = traceDrawn(`
      Api        |------------|
        query      |------|
          (Table)    |--|
    `);
    expect(doneIn(trace)).toEqual(['Api/own code ×1 6 ms', 'Api/own code › Table/ ×1 8 ms']);
  });

  test('that hang together in a circle are there once each', () => {
    const circle = traceOf(
      segmentDocument({ id: entityId(1), name: 'root' }),
      segmentDocument({ id: entityId(2), name: 'a', parent_id: entityId(3), ...ran(10, 20) }),
      segmentDocument({ id: entityId(3), name: 'b', parent_id: entityId(2), ...ran(12, 18) }),
    );
    expect([...stepsIn(circle).values()].map(written)).toEqual([
      'root/own code',
      'a/own code',
      'a/own code › b/own code',
    ]);
  });

  test('of equal requests are the same objects, so that nothing has to be compared', () => {
    const nodes = new Map<string, Node>();
    const once = (node: Node): Node => {
      const known = nodes.get(node.name) ?? node;
      nodes.set(node.name, known);
      return known;
    };
    const tree = new StepTree();
    const drawing = `
      Api        |------------|
        load       |------|
    `;
    const [first, second] = [0, 1].map(() => [...stepsIn(traceDrawn(drawing), tree, once).values()]);
    expect(first).toHaveLength(2);
    first!.forEach((step, i) => {
      expect(second![i]).toBe(step);
    });
  });

  test('are every one that the critical path goes through, and share its time without rest', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(90), fc.nat(40), fc.nat(5)), { maxLength: 12 }), (drawn) => {
        const documents = drawn.map(([from, length, parent], i) =>
          segmentDocument({
            id: entityId(i + 2),
            name: `s${i % 3}`,
            parent_id: entityId(parent + 1),
            ...ran(from, from + length),
          }),
        );
        const trace = traceOf(segmentDocument(), ...documents);
        const steps = stepsIn(trace);
        for (const { entity } of criticalPath(trace)) expect(steps.has(entity)).toBe(true);
        const sum = told(trace).steps.reduce((sum, { pathMs }) => sum + pathMs, 0);
        expect(sum).toBeCloseTo(100, 6);
      }),
    );
  });
});
