import type { DrivenSide } from '../drive/plan.js';
import { followedName, followedNames } from '../scenario/followed.js';
import type { Value } from '../scenario/template.js';
import type { Variable } from '../scenario/variable.js';
import type { Body, Keep, Scenario, StatusRange, Step } from '../scenario/workload.js';
import { workloadHash } from '../scenario/workload-hash.js';
import { assertExportable } from './exportable.js';
import type { Exported } from './exported.js';
import { joined, jsonParts, type Part, partsOf } from './parts.js';
import { assertSecretFree } from './secret-free.js';
import { urlParts } from './url-parts.js';

/** What a script does, as the constant that it begins with: nothing in it has to be parsed or looked up any more. */
export interface Programme {
  /** Of measured requests, up to the side; the whole one of those of warm-up. */
  readonly agents: { readonly measured: string; readonly warmUp: string };
  readonly timeoutMs: number;
  readonly warmUpSlots: number;
  readonly slots: number;
  readonly sides: readonly ProgrammeSide[];
  readonly variables: readonly ProgrammeVariable[];
  readonly scenarios: readonly ProgrammeScenario[];
}

interface ProgrammeSide {
  readonly side: DrivenSide;
  /** `https://blue.example.com` */
  readonly origin: string;
  /** What comes before the path of each step: `/prod`, or nothing. */
  readonly base: string;
}

type ProgrammeVariable = { readonly name: string } & (
  | { readonly environment: string }
  | { readonly from: number; readonly to: number }
  | { readonly values: readonly Value[] }
);

interface ProgrammeScenario {
  readonly name: string;
  readonly weight: number;
  readonly steps: readonly ProgrammeStep[];
}

interface ProgrammeStep {
  readonly operation: string;
  readonly thinkMs: number;
  readonly method: string;
  readonly path: readonly Part[];
  readonly headers: readonly (readonly [name: string, value: readonly Part[]])[];
  readonly body: { readonly type: string; readonly parts: readonly Part[] } | null;
  readonly expected: readonly StatusRange[] | null;
  readonly keeps: readonly ProgrammeKeep[];
}

type ProgrammeKeep = {
  readonly name: string;
  /** Whether a later step follows it as a link. */
  readonly followed?: true;
} & ({ readonly header: string } | { readonly path: readonly string[] });

/** Throws GateError where something cannot be sent by another engine, or a secret would be written down. */
export function programmeOf(exported: Exported): Programme {
  assertExportable(exported);
  const { workload, candidateUrl, baselineUrl, runId, gateVersion, secrets } = exported;
  const sides = [...(baselineUrl === null ? [] : [sideOf('baseline', baselineUrl)]), sideOf('candidate', candidateUrl)];
  const variables = [...workload.variables].map(([name, variable]) => variableOf(name, variable));
  const scenarios = workload.scenarios.map(scenarioOf);
  for (const { name, steps } of scenarios) {
    for (const step of steps) assertSecretFree(`Scenario "${name}", step "${step.operation}"`, step, secrets);
  }
  for (const variable of variables) assertSecretFree(`Variable "${variable.name}"`, variable, secrets);
  assertSecretFree(
    'The name of a scenario or the URL of a target',
    [sides, scenarios.map(({ name }) => name)],
    secrets,
  );
  return {
    agents: {
      measured: `xray-gate/${gateVersion} run-${runId} workload-${workloadHash(workload)}`,
      warmUp: `xray-gate-warm-up/${gateVersion} run-${runId}`,
    },
    timeoutMs: exported.timeoutMs,
    warmUpSlots: exported.warmUpSlots,
    slots: exported.slots,
    sides,
    variables,
    scenarios,
  };
}

function sideOf(side: DrivenSide, { origin, pathname }: URL): ProgrammeSide {
  return { side, origin, base: pathname.replace(/\/$/, '') };
}

function variableOf(name: string, variable: Variable): ProgrammeVariable {
  if (variable.kind === 'range') return { name, from: variable.from, to: variable.to };
  const { environment, values } = variable;
  return environment === undefined ? { name, values } : { name, environment };
}

function scenarioOf({ name, weight, steps }: Scenario): ProgrammeScenario {
  const followed = followedNames(steps);
  return { name, weight, steps: steps.map((step) => stepOf(step, followed)) };
}

function stepOf(step: Step, followed: ReadonlySet<string>): ProgrammeStep {
  return {
    operation: step.operation,
    thinkMs: step.thinkMs,
    method: step.method,
    path: followedName(step.path) === null ? urlParts(step) : partsOf(step.path, 'link'),
    headers: step.headers.map(({ name, value }) => [name.toLowerCase(), joined(partsOf(value, 'text'))] as const),
    body: step.body === null ? null : bodyOf(step.body),
    expected: step.expected,
    keeps: step.keeps.map((keep) => ({ ...keepOf(keep), ...(followed.has(keep.name) ? { followed: true } : {}) })),
  };
}

function bodyOf(body: Body): NonNullable<ProgrammeStep['body']> {
  switch (body.kind) {
    case 'text':
      return { type: body.contentType, parts: joined(partsOf(body.text, 'text')) };
    case 'json':
      return { type: 'application/json', parts: joined(jsonParts(body.value)) };
    case 'form':
      return { type: 'application/x-www-form-urlencoded', parts: joined(body.fields.flatMap(formField)) };
  }
}

function formField({ name, value }: { readonly name: string; readonly value: Step['path'] }, i: number): Part[] {
  const encoded = (text: string) => new URLSearchParams([['', text]]).toString().slice(1);
  return [`${i === 0 ? '' : '&'}${encoded(name)}=`, ...partsOf(value, 'form', encoded)];
}

function keepOf({ name, from }: Keep): ProgrammeKeep {
  if (from.kind === 'header') return { name, header: from.name };
  // RFC 6901, section 4.
  const tokens = from.pointer.split('/').slice(1);
  return { name, path: tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~')) };
}
