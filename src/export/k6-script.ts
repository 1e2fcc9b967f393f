import type { Exported } from './exported.js';
import { headComment } from './head-comment.js';
import { k6Options } from './k6-options.js';
import { K6_IMPORTS, K6_SOURCE, K6_VISITS } from './k6-source.js';
import { programmeOf } from './programme.js';
import { scriptLiteral } from './script-literal.js';
import { VISITOR_SOURCE } from './visitor-source.js';

/**
 * A script for k6 that sends what the gate would have sent: even departures, the same request to both sides one after
 * the other in the order that a coin draws, traces with ids of X-Ray's form. It needs no other file, and runs wherever k6
 * does. Secrets are read from the environment when it runs.
 *
 * Throws GateError where only the gate can send it, or a secret would be written into it.
 */
export function k6Script(exported: Exported): string {
  const programme = programmeOf(exported);
  const run = ({ environment }: { readonly environment: readonly string[] }) =>
    ['k6 run', ...environment.map((name) => `-e ${name}=…`), 'THIS-FILE'].join(' ');
  return [
    headComment(exported, run),
    K6_IMPORTS,
    `export const options = ${scriptLiteral(k6Options(exported))};\n`,
    `const PROGRAMME = ${scriptLiteral(programme)};`,
    K6_SOURCE,
    VISITOR_SOURCE,
    K6_VISITS.trimStart(),
  ].join('\n');
}
