import type { Chance } from './chance.js';
import { arOne, bursts, calm, drift, type Weather } from './weather.js';

/** How times scatter. All factors multiply a place's usual time; all are drawn alike for both versions. */
export interface Scatter {
  readonly name: string;
  /** In one sentence, for the document. */
  readonly told: string;
  /** Of each span by itself. */
  readonly span: (chance: Chance) => number;
  /** Of all spans of one trace together. */
  readonly trace: (chance: Chance) => number;
  /** Standard deviation of the logarithm of what both requests of a pair have in common: the same body, the same path. */
  readonly pairSd: number;
  /** Of all spans at one moment: a logarithm for each slot of the run. */
  readonly weather: (chance: Chance, slots: number) => Weather;
  readonly wholeMilliseconds: boolean;
  /** Share of the requests that start a container; they take {@link COLD_FACTOR} times as long. */
  readonly coldShare: number;
  /** Standard deviations, lowest and highest, of the logarithm by which one container of a node is off. */
  readonly containerSd: readonly [number, number];
}

export const COLD_FACTOR = 12;

const logNormal = (sigma: number) => (chance: Chance) => Math.exp(sigma * chance.normal());

const PLAIN: Scatter = {
  name: 'log-normal',
  told: 'σ = 0.5 for each span, 0.35 more shared by a pair',
  span: logNormal(0.5),
  trace: () => 1,
  pairSd: 0.35,
  weather: calm,
  wholeMilliseconds: false,
  coldShare: 0,
  containerSd: [0, 0],
};

export const SCATTERS: readonly Scatter[] = [
  PLAIN,
  {
    ...PLAIN,
    name: 'cache',
    told: 'three spans in ten miss a cache and take 6 times as long',
    span: (chance) => (chance.happens(0.3) ? 6 : 1) * Math.exp(0.15 * chance.normal()),
    pairSd: 0.2,
  },
  {
    ...PLAIN,
    name: 'gap at p95',
    told: 'one trace in twenty takes 8 times as long and none lies between',
    span: logNormal(0.2),
    trace: (chance) => (chance.happens(0.05) ? 8 : 1),
    pairSd: 0.1,
  },
  {
    ...PLAIN,
    name: 'Pareto tail',
    told: 'a tail with exponent 2: its variance is infinite',
    span: (chance) => 0.7 * (1 - chance.uniform()) ** -0.5,
  },
  {
    ...PLAIN,
    name: 'cold starts',
    told: `6 % of the requests start a container and take ${COLD_FACTOR} times as long`,
    coldShare: 0.06,
  },
  { ...PLAIN, name: 'whole milliseconds', told: 'written as SDKs do: many ties', wholeMilliseconds: true },
  {
    ...PLAIN,
    name: 'AR(1)',
    told: 'the load of a request is 0.95 of the one before it and something new, sd 0.4',
    span: logNormal(0.3),
    weather: arOne,
  },
  {
    ...PLAIN,
    name: 'bursts',
    told: 'now and then everything takes 4 times as long for some 15 requests',
    span: logNormal(0.3),
    weather: bursts,
  },
  {
    ...PLAIN,
    name: 'drift',
    told: 'everything gets slower during the run, at its end by 80 %',
    span: logNormal(0.3),
    weather: drift,
  },
  {
    ...PLAIN,
    name: 'containers',
    told: 'each container of a node is off by a factor of its own, sd 1 to 2 %',
    span: logNormal(0.3),
    containerSd: [0.01, 0.02],
  },
];

export function scatterNamed(name: string): Scatter {
  const scatter = SCATTERS.find((each) => each.name === name);
  if (scatter === undefined) throw new RangeError(`There is no scatter "${name}".`);
  return scatter;
}
