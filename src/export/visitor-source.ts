import { LINK_SOURCE } from './link-source.js';
import { REQUEST_SOURCE } from './request-source.js';

const DRAWING_SOURCE = `for (const variable of PROGRAMME.variables) {
  if (variable.environment === undefined) continue;
  if (!environment(variable.environment)) {
    throw new Error('Set the environment variable ' + variable.environment + ': requests need it.');
  }
}

// ---- What a visitor draws: once for both sides.

function wholeNumber(from, to) {
  return from + Math.floor(Math.random() * (to - from + 1));
}

function oneOf(values) {
  return values[wholeNumber(0, values.length - 1)];
}

// Index of a scenario, in proportion to the weights.
function drawScenario() {
  const scenarios = PROGRAMME.scenarios;
  let left = Math.random() * scenarios.reduce((sum, scenario) => sum + scenario.weight, 0);
  const drawn = scenarios.findIndex((scenario) => (left -= scenario.weight) < 0);
  return drawn < 0 ? scenarios.length - 1 : drawn;
}

function drawValues() {
  return new Map(PROGRAMME.variables.map((variable) => [variable.name, drawValue(variable)]));
}

function drawValue(variable) {
  if (variable.environment !== undefined) return environment(variable.environment);
  return variable.values === undefined ? wholeNumber(variable.from, variable.to) : oneOf(variable.values);
}

// Which side is asked first a coin decides: that makes the comparison of pairs fair.
function sidesInOrder() {
  return Math.random() < 0.5 ? PROGRAMME.sides : PROGRAMME.sides.slice().reverse();
}
`;

const ANSWER_SOURCE = `// ---- What is made of answers.

function isExpected(step, status) {
  if (step.expected === null) return status < 400;
  return step.expected.some((range) => status >= range.from && status <= range.to);
}

// Takes from the answer to a URL what later steps need; false where it is not there. header(name) and body() ask the
// answer.
function keepFrom(step, values, url, header, body) {
  return step.keeps.every((keep) => {
    let value;
    try {
      value = keep.header === undefined ? valueAt(JSON.parse(body()), keep.path) : header(keep.header);
      if (keep.followed) value = linkOf(value, url);
    } catch (error) {
      value = undefined;
    }
    if (value !== undefined) values.set(keep.name, value);
    return value !== undefined;
  });
}
`;

/**
 * What both engines' scripts have in common, in the JavaScript that both know: what a visitor draws, how requests are
 * put together, and what is kept of their answers. Around it a script declares
 *
 * ```
 * PROGRAMME           see programme.ts
 * environment(name)   text of an environment variable; undefined where it is not set
 * randomHex(bytes)    random hex digits, two for each byte
 * ```
 */
export const VISITOR_SOURCE = [DRAWING_SOURCE, REQUEST_SOURCE, LINK_SOURCE, ANSWER_SOURCE].join('\n');
