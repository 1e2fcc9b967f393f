import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { Value, Values } from './template.js';

/** Where a variable's value comes from, each time that a scenario runs. */
export type Variable =
  /** One of these; at least one. Rows of a file are objects. `environment`: the variable of the process that gave it. */
  | { readonly kind: 'one of'; readonly values: readonly Value[]; readonly environment?: string }
  /** A whole number, both ends included. */
  | { readonly kind: 'range'; readonly from: number; readonly to: number };

/** A value for each variable. */
export function drawValues(variables: ReadonlyMap<string, Variable>, generator: RandomGenerator): Values {
  if (variables.size === 0) return NO_VALUES;
  return new Map([...variables].map(([name, variable]) => [name, draw(variable, generator)]));
}

/** Shared, as a plan of requests without variables has one for each. */
const NO_VALUES: Values = new Map();

function draw(variable: Variable, generator: RandomGenerator): Value {
  return variable.kind === 'range'
    ? uniformInt(generator, variable.from, variable.to)
    : variable.values[uniformInt(generator, 0, variable.values.length - 1)]!;
}
