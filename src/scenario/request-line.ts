import { httpOperation } from '../trace/operation.js';
import { METHODS } from './method.js';
import { literal } from './template.js';
import type { Scenario, Workload } from './workload.js';

/** A line is a scenario of one request. */
export type ReadRequestLine =
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
  | { readonly kind: 'wrong'; readonly line: string; readonly reason: string };

/**
 * Reads the lines of the input `requests`. Empty lines and lines that start with `#` are skipped. A scenario has the
 * name of its line's method and path; of lines that share it, the second is `POST /orders (2)`.
 *
 * ```
 * line   := weight method path [ body ]
 * weight := whole number from 1 to 1000
 * body   := JSON, to the end of the line
 *
 * 3 POST /orders {"sku": "A-1", "quantity": 2}
 * 1 GET  /orders/42
 * ```
 */
export function readRequestLines(text: string): ReadRequestLine[] {
  const timesNamed = new Map<string, number>();
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(readRequestLine)
    .map((line) => {
      if (line.kind === 'wrong') return line;
      const { name } = line.scenario;
      const times = (timesNamed.get(name) ?? 0) + 1;
      timesNamed.set(name, times);
      return times === 1 ? line : { kind: 'scenario', scenario: { ...line.scenario, name: `${name} (${times})` } };
    });
}

/** What the lines that are right send together, in proportion to their weights. */
export function workloadOfLines(lines: readonly ReadRequestLine[]): Workload {
  const scenarios = lines.flatMap((line) => (line.kind === 'scenario' ? [line.scenario] : []));
  return { scenarios, variables: new Map() };
}

function readRequestLine(line: string): ReadRequestLine {
  const wrong = (reason: string): ReadRequestLine => ({ kind: 'wrong', line, reason });
  const match = /^(\S+)\s+(\S+)\s+(\S+)(?:\s+(.+))?$/.exec(line);
  if (match === null) return wrong('has no weight, method and path');
  const [, weightText = '', methodText = '', path = '', body = null] = match;
  const weight = Number(weightText);
  if (!/^\d+$/.test(weightText) || weight < 1 || weight > 1000) {
    return wrong(`has the weight "${weightText}", not a whole number from 1 to 1000`);
  }
  const method = methodText.toUpperCase();
  if (!METHODS.includes(method)) return wrong(`has the method "${methodText}", not one of ${METHODS.join(', ')}`);
  if (!path.startsWith('/')) return wrong(`has the path "${path}", which does not start with "/"`);
  if (body !== null && !isJson(body)) return wrong('has a body that is not JSON');
  return { kind: 'scenario', scenario: scenarioOf(weight, method, path, body) };
}

function scenarioOf(weight: number, method: string, path: string, body: string | null): Scenario {
  return {
    name: `${method} ${path}`,
    weight,
    steps: [
      {
        operation: httpOperation(method, path),
        method,
        path: literal(path),
        query: [],
        headers: [],
        body: body === null ? null : { kind: 'text', text: literal(body), contentType: 'application/json' },
        auth: null,
        expected: null,
        keeps: [],
        thinkMs: 0,
      },
    ],
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
