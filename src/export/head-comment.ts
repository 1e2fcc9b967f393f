import type { Exported } from './exported.js';

/** The first lines of a script: what it is, how to run it with `run`, and how the gate gets to know of it. */
export function headComment(
  { workload, runId, gateVersion }: Exported,
  run: (needs: { readonly environment: readonly string[] }) => string,
): string {
  const environment = [...workload.variables.values()].flatMap((variable) =>
    variable.kind === 'one of' && variable.environment !== undefined ? [variable.environment] : [],
  );
  return [
    `Written by xray-gate ${gateVersion}: traffic of run ${runId}, for another engine to send.`,
    ...(environment.length === 0 ? [] : ['It holds no secrets: the environment gives them.']),
    '',
    `  ${run({ environment: [...new Set(environment)] })}`,
    '',
    `Then let the gate collect and judge, with the inputs of the export and:  traffic: external, external-run: ${runId}`,
  ]
    .map((line) => `// ${line.replaceAll(/[\r\n\u2028\u2029]/g, ' ')}`.trimEnd())
    .join('\n')
    .concat('\n');
}
