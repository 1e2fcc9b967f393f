import type { SimulatedPart } from '../part.js';
import { EARLY_STOP } from './early-stop.js';
import { EXACT_TEST } from './exact-test.js';
import { FAILING_NODE } from './failing-node.js';
import { IDENTICAL_CODE } from './identical-code.js';
import { INTERVALS } from './intervals.js';
import { OFFSET } from './offset.js';
import { ONE_AFTER_THE_OTHER } from './one-after-the-other.js';
import { ONE_MORE_CALL } from './one-more-call.js';
import { ONE_PLACE } from './one-place.js';
import { RUN_SIZES } from './run-sizes.js';
import { SLOWER_NODE } from './slower-node.js';

export const SIMULATED_PARTS: readonly SimulatedPart[] = [
  IDENTICAL_CODE,
  OFFSET,
  EXACT_TEST,
  RUN_SIZES,
  SLOWER_NODE,
  ONE_PLACE,
  FAILING_NODE,
  ONE_MORE_CALL,
  EARLY_STOP,
  INTERVALS,
  ONE_AFTER_THE_OTHER,
];

export function simulatedPartNamed(name: string): SimulatedPart {
  const part = SIMULATED_PARTS.find((each) => each.name === name);
  if (part === undefined) throw new RangeError(`There is no simulated part "${name}".`);
  return part;
}
