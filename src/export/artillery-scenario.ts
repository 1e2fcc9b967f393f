import { GateError } from '../errors.js';
import { ARTILLERY_HTTP } from './artillery-http-source.js';
import { ARTILLERY_IMPORTS, ARTILLERY_SOURCE, ARTILLERY_VISITS } from './artillery-source.js';
import type { Exported } from './exported.js';
import { headComment } from './head-comment.js';
import { type Programme, programmeOf } from './programme.js';
import { scriptLiteral } from './script-literal.js';
import { VISITOR_SOURCE } from './visitor-source.js';

/** The two files that Artillery runs. They belong into the same folder. */
export interface ArtilleryScenario {
  /** What to start: `artillery run <this>`. */
  readonly yaml: string;
  /** Has to have the name that the YAML knows it by. */
  readonly processor: string;
}

/** Between the last departure of warm-up and the first that is measured. */
const PAUSE_S = 1;

/**
 * A scenario for Artillery 2 that sends what the gate would have sent: even departures, the same request to both sides
 * one after the other in the order that a coin draws, traces with ids of X-Ray's form. Secrets are read from the
 * environment when it runs. `processorFile` is the processor's file name: `shop.mjs`.
 *
 * Throws GateError where only the gate can send it, or a secret would be written into it.
 */
export function artilleryScenario(exported: Exported, processorFile: string): ArtilleryScenario {
  if (!/^[\w.-]+\.mjs$/.test(processorFile)) {
    throw new GateError(
      `Artillery would not load a processor from a file called "${processorFile}".`,
      'Call it shop.mjs, with letters, digits, ".", "_" and "-".',
    );
  }
  const programme = programmeOf(exported);
  const run = ({ environment }: { readonly environment: readonly string[] }) =>
    [...environment.map((name) => `${name}=…`), 'npx artillery run THE-YAML-FILE'].join(' ');
  const head = headComment(exported, run);
  const processor = [
    head,
    ARTILLERY_IMPORTS,
    `const PROGRAMME = ${scriptLiteral(programme)};`,
    ARTILLERY_SOURCE,
    VISITOR_SOURCE,
    ARTILLERY_VISITS.trimStart(),
    ARTILLERY_HTTP,
  ].join('\n');
  return { yaml: yamlOf(head, programme, exported, processorFile), processor };
}

function yamlOf(head: string, { sides, slots, warmUpSlots }: Programme, exported: Exported, processor: string): string {
  const origin = sides.at(-1)!.origin;
  const phase = (name: string, arrivals: number) => [
    `    - name: ${name}`,
    `      arrivalCount: ${arrivals}`,
    `      duration: ${Math.ceil((arrivals * 1000) / exported.slotsPerSecond)}ms`,
  ];
  return [
    head.replaceAll(/^\/\//gm, '#'),
    'config:',
    `  # Artillery wants to know one; the processor sends to all of them.`,
    `  target: ${JSON.stringify(origin)}`,
    `  processor: ${JSON.stringify(`./${processor}`)}`,
    '  phases:',
    ...(warmUpSlots === 0 ? [] : [...phase('warm-up', warmUpSlots), '    - name: pause', `      pause: ${PAUSE_S}`]),
    ...phase('measured', slots),
    'scenarios:',
    '  - name: xray-gate',
    '    flow:',
    '      - function: slot',
    '',
  ].join('\n');
}
