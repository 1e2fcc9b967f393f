import { compareFigures } from './compare.js';

/** What can be measured. Each part gives one JSON object. */
const PARTS: Readonly<Record<string, () => object | Promise<object>>> = {
  compare: compareFigures,
};

const [name = ''] = process.argv.slice(2);
const measure = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
if (measure === undefined) {
  console.error(`There is no part "${name}". Write one of: ${Object.keys(PARTS).join(', ')}.`);
  process.exitCode = 2;
} else {
  console.log(JSON.stringify(await measure(), null, 2));
}
