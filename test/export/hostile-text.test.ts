import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { requestMaker } from '../../src/drive/outgoing-request.js';
import { artilleryScenario } from '../../src/export/artillery-scenario.js';
import { k6Script } from '../../src/export/k6-script.js';
import { programmeOf } from '../../src/export/programme.js';
import { scriptLiteral } from '../../src/export/script-literal.js';
import type { Value } from '../../src/scenario/template.js';
import type { Variable } from '../../src/scenario/variable.js';
import type { Step } from '../../src/scenario/workload.js';
import { anExport } from './exported-builder.js';
import { loadK6Script } from './fake-k6.js';
import { nastyScenario, nastyStep, nastyValues } from './hostile-workload.js';

function fixed(values: ReadonlyMap<string, Value>): ReadonlyMap<string, Variable> {
  return new Map([...values].map(([name, value]) => [name, { kind: 'one of', values: [value] }]));
}

function exportOf(step: Step, values: ReadonlyMap<string, Value>) {
  const workload = { scenarios: [{ name: 'flow', weight: 1, steps: [step] }], variables: fixed(values) };
  return anExport({ workload, baselineUrl: null });
}

/** What the gate's own driver would send, less what chance draws. */
function driven(step: Step, values: ReadonlyMap<string, Value>) {
  const sent = requestMaker(step, new URL('https://green.example.com/prod/'))(values, {
    userAgent: '',
    timeoutMs: 1,
    context: { traceId: '1-0-0', parentId: '0' },
    cookieFor: () => null,
    keepsAnswer: false,
  });
  return typeof sent === 'string'
    ? []
    : [{ method: sent.method, url: sent.url.href, body: sent.body, headers: lasting(sent.headers) }];
}

function lasting(headers: Readonly<Record<string, string>>) {
  const chance = ['user-agent', 'x-amzn-trace-id', 'traceparent'];
  return Object.entries(headers)
    .filter(([name]) => !chance.includes(name))
    .toSorted();
}

describe('whatever texts a workload has', () => {
  test('a k6 script sends what the gate itself would send', () => {
    fc.assert(
      fc.property(nastyStep, nastyValues, (step, values) => {
        const { slot, requests } = loadK6Script(k6Script(exportOf(step, values)));
        slot();
        const sent = requests.map(({ params, method, url, body }) => ({
          method,
          url: new URL(url).href,
          body,
          headers: lasting(params.headers),
        }));
        expect(sent).toEqual(driven(step, values));
        for (const { url } of requests) expect(url).toBe(new URL(url).href);
      }),
      { numRuns: 400 },
    );
  });

  test('the files for Artillery can be read, and mean what the workload says', () => {
    fc.assert(
      fc.property(fc.array(nastyScenario, { minLength: 1, maxLength: 3 }), nastyValues, (scenarios, values) => {
        const exported = anExport({ workload: { scenarios, variables: fixed(values) } });
        const { yaml, processor } = artilleryScenario(exported, 'shop.mjs');
        expect(syntaxErrors(processor)).toEqual([]);
        expect(processor).not.toMatch(/[\u2028\u2029]/);
        const [, written] = /^const PROGRAMME = (.*?^});$/ms.exec(processor) ?? [];
        expect(new Function(`return ${written}`)()).toStrictEqual(JSON.parse(JSON.stringify(programmeOf(exported))));
        expect(parse(yaml)).toMatchObject({ scenarios: [{ flow: [{ function: 'slot' }] }] });
      }),
      { numRuns: 100 },
    );
  });
});

test('a member called __proto__ is a member', () => {
  const value = JSON.parse('{"__proto__": {"x": 1}, "list": ["__proto__", "a\\n  \\"__proto__\\": 1"]}');
  expect(new Function(`return ${scriptLiteral(value)}`)()).toStrictEqual(value);
});

function syntaxErrors(module: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(module, {
    reportDiagnostics: true,
    fileName: 'processor.mjs',
    compilerOptions: { allowJs: true, target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
  });
  return diagnostics.map(({ messageText }) => String(messageText));
}
