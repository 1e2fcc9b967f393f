import { analyseFigures } from './analyse.js';
import { collectFigures } from './collect.js';
import { compareFigures } from './compare.js';
import { driveFigures } from './drive.js';
import { localFigures } from './local.js';

/** What can be measured. Each part gives one JSON object. */
const PARTS: Readonly<Record<string, (args: readonly string[]) => object | Promise<object>>> = {
  analyse: analyseFigures,
  collect: collectFigures,
  compare: compareFigures,
  drive: driveFigures,
  local: localFigures,
};

const [name = '', ...args] = process.argv.slice(2);
const measure = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
if (measure === undefined) {
  console.error(`There is no part "${name}". Write one of: ${Object.keys(PARTS).join(', ')}.`);
  process.exitCode = 2;
} else {
  console.log(JSON.stringify(await measure(args), null, 2));
}
