import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { describeError, GateError } from '../src/errors.js';
import { calibrationDocument } from './document.js';
import type { Part } from './part.js';
import { PARTS } from './parts/parts.js';
import { type Results, readResults, writeResults } from './results.js';
import type { Tallies } from './tally.js';
import { openWorkers } from './workers.js';

const USAGE = `npm run calibrate -- [options]
  --only <part>   one part and not all: ${PARTS.map(({ name }) => name).join(', ')}
  --quick         a fiftieth of the replications, for a look: writes no file, prints the document
  --document      writes the document from calibration/results.json without simulating
  --json          prints the results as JSON`;

const QUICK = 1 / 50;
const DOCUMENT = fileURLToPath(new URL('../docs/calibration.md', import.meta.url));

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    document: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const asked = PARTS.filter(({ name }) => options.only === undefined || name === options.only);

if (options.help || asked.length === 0) {
  console.error(options.help ? USAGE : `There is no part "${options.only}".\n${USAGE}`);
  process.exitCode = options.help ? 0 : 2;
} else {
  try {
    await calibrate();
  } catch (error) {
    if (!(error instanceof GateError)) throw error;
    console.error(describeError(error));
    process.exitCode = 1;
  }
}

async function calibrate(): Promise<void> {
  let results: Results = options.quick ? {} : readResults();
  for (const part of options.document ? [] : asked) {
    results = { ...results, [part.name]: await ran(part, options.quick ? QUICK : 1) };
    // After each part, so that what was simulated is kept when the rest is interrupted.
    if (!options.quick) writeResults(results);
  }
  if (!options.quick) writeFileSync(DOCUMENT, calibrationDocument(results));
  if (options.json) console.log(JSON.stringify(results, null, 2));
  else if (options.quick) console.log(calibrationDocument(results));
}

async function ran(part: Part, effort: number): Promise<Tallies> {
  const started = performance.now();
  const workers = openWorkers(availableParallelism(), (done, of) => {
    process.stderr.write(`\r${part.name}: ${done} of ${of} reports`);
  });
  try {
    return await part.run({ measure: workers.measure, effort, byName: options.only !== undefined });
  } finally {
    await workers.close();
    process.stderr.write(`, ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
  }
}
