import * as errorRate from '../src/compare/error-rate.js';
import { PARTS } from './parts/parts.js';
import type { Results } from './results.js';
import { RULES_IN_USE } from './rules/rules-in-use.js';
import { targetsTable } from './targets.js';

/** docs/calibration.md: what the results say, part after part. */
export function calibrationDocument(results: Results): string {
  return [
    '# How well the gate decides',
    '',
    'What [the rule](decision.md) does on simulated runs whose truth is known: how often it raises an alarm about identical code, and what it',
    'finds when something did get worse. The code that decides is the gate’s own; simulated are only the traces. Beside it stand rules',
    'in use elsewhere, on the same traces.',
    '',
    'This page is generated: `npm run calibrate` simulates everything anew (about ten minutes on two cores), writes',
    '`calibration/results.json` and this page; `npm run calibrate -- --only <part>` does one part, `-- --quick` a short look that writes',
    'nothing. All chance is seeded by the names of part, setting and replication, so that the same code gives the same figures again.',
    'Behind each share stands, in brackets, the 95 % interval (Wilson) that the number of replications leaves.',
    '',
    `Side by side, the gate screens a run with at most ${percent(errorRate.SCREEN)} chance of any false suspicion, and asks fresh traffic about what`,
    `it suspects, at ${percent(errorRate.CONFIRM)}: *screen and confirm*. *One stage* is a single run at the given chance of a false alarm in the report.`,
    '',
    '## What to reach',
    '',
    ...targetsTable(results),
    '',
    'The rules in use:',
    '',
    ...RULES_IN_USE.map(({ name, told }) => `- *${name}*: ${told}.`),
    '',
    'They get response times, self times and the times of calls as the gate does, without cold starts, and know nothing of pairs.',
    '',
    ...PARTS.flatMap(({ name, table }) => (results[name] === undefined ? [] : [table(results[name]), ''])),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
