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
  return new Map([...variables].map(([name, variable]) => [name, draw(variable, generator)]));
}

function draw(variable: Variable, generator: RandomGenerator): Value {
  return variable.kind === 'range'
    ? uniformInt(generator, variable.from, variable.to)
    : variable.values[uniformInt(generator, 0, variable.values.length - 1)]!;
}
