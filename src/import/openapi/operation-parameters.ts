import { isHeaderText } from '../../scenario/scope.js';
import type { JsonObject } from '../../trace/json-object.js';
import { isOfTheSending } from '../header-choice.js';
import type { VariableSource } from '../scenario-document.js';
import { changesState } from '../state-changing.js';
import { literalJson, literalText } from '../template-text.js';
import { type Operation, operationName } from './operations.js';
import { parameterValues } from './parameter-values.js';
import { type Serialized, serialized } from './serialized-parameter.js';

/** What is sent for one parameter. */
export interface SentParameter {
  readonly name: string;
  readonly place: 'path' | 'query' | 'header';
  readonly sent: SentValue;
}

export type SentValue =
  /** One, or several under the same name. */
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'variable'; readonly source: VariableSource };

/** Ignored by the specification: other parts of the document say what they are. */
const SAID_ELSEWHERE = /^(accept|authorization|content-type)$/i;

/** The parameters that an operation must be given; a text where one of them cannot be: the reason. */
export function requiredParameters(operation: Operation): SentParameter[] | string {
  const sent: SentParameter[] = [];
  for (const parameter of operation.parameters) {
    const { name, in: place } = parameter;
    if (typeof name !== 'string') return 'a parameter refers to what could not be read';
    if (parameter.required !== true && place !== 'path') continue;
    if (place === 'header' && (SAID_ELSEWHERE.test(name) || isOfTheSending(name))) continue;
    if (place === 'cookie') return `the cookie "${name}" is required, and cookies come from answers only`;
    if (place !== 'path' && place !== 'query' && place !== 'header') return `the place of "${name}" is not known`;
    const value = sentValue(parameter, place, !changesState(operation.method));
    if (typeof value === 'string') return `the ${place} parameter "${name}" ${value}`;
    sent.push({ name, place, sent: value });
  }
  const undescribed = placeholdersIn(operation.path).find(
    (name) => !sent.some((parameter) => parameter.place === 'path' && parameter.name === name),
  );
  return undescribed === undefined ? sent : `${operationName(operation)} does not describe its {${undescribed}}`;
}

export function placeholdersIn(path: string): string[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name!);
}

function sentValue(parameter: JsonObject, place: SentParameter['place'], reads: boolean): SentValue | string {
  const given = parameterValues(parameter, reads);
  if (given === null) return 'has no example, default or enumerated values';
  if (given.kind === 'range') return { kind: 'variable', source: { from: given.from, to: given.to } };
  const values = given.values.map((value) => serialized(parameter, value));
  if (values.some((value) => value === null)) return 'is an object or has a style that is not taken over';
  if (place === 'header' && !values.flat().every((value) => isHeaderText(String(value)))) {
    return 'has an example with characters that headers cannot carry';
  }
  const [first] = values as Serialized[];
  if (typeof first === 'object') return { kind: 'texts', texts: first.map(literalText) };
  const single = values.filter((value) => typeof value !== 'object').map(literalJson);
  if (place === 'path') return { kind: 'variable', source: single.length === 1 ? (single[0] as string) : single };
  return single.length === 1 ? { kind: 'texts', texts: [String(single[0])] } : { kind: 'variable', source: single };
}
