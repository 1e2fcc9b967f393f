import type { Exported } from '../../src/export/exported.js';
import { parseTemplate } from '../../src/scenario/template.js';
import type { Variable } from '../../src/scenario/variable.js';
import type { Field, Scenario, Workload } from '../../src/scenario/workload.js';
import { aScenario } from '../support/exchange-builder.js';

export const RUN_ID = '6b006c36a1b2c3d4';

/** 20 pairs at 10 a second, of one scenario of one request unless said otherwise. */
export function anExport(overrides: Partial<Exported> = {}): Exported {
  return {
    workload: workloadOf([aScenario()]),
    candidateUrl: new URL('https://green.example.com/prod/'),
    baselineUrl: new URL('https://blue.example.com'),
    runId: RUN_ID,
    gateVersion: '1.4.0',
    slotsPerSecond: 10,
    slots: 20,
    warmUpSlots: 0,
    timeoutMs: 10_000,
    secrets: [],
    ...overrides,
  };
}

export function workloadOf(
  scenarios: readonly Scenario[],
  variables: Readonly<Record<string, Variable>> = {},
): Workload {
  return { scenarios, variables: new Map(Object.entries(variables)) };
}

export function field(name: string, value: string): Field {
  return { name, value: parseTemplate(value) };
}
