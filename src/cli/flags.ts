import { parseArgs } from 'node:util';
import { GateError } from '../errors.js';

/** What a command takes: names without their dashes. */
export interface Flags {
  readonly command: string;
  /** Followed by a value. */
  readonly valued: readonly string[];
  /** Those of them that may be given several times. */
  readonly several?: readonly string[];
  /** Without a value. */
  readonly switches?: readonly string[];
}

/** The value of a flag: a line for each time that it was given, `true` for a switch; undefined where it was not. */
export type Given = (name: string) => string | undefined;

/** Throws GateError where there is anything else among the arguments. */
export function parseFlags(args: string[], { command, valued, several = [], switches = [] }: Flags): Given {
  const options = Object.fromEntries([
    ...valued.map((name) => [name, { type: 'string' as const, multiple: several.includes(name) }]),
    ...switches.map((name) => [name, { type: 'boolean' as const }]),
  ]);
  try {
    const values: Readonly<Record<string, unknown>> = parseArgs({ args, options, allowPositionals: false }).values;
    return (name) => {
      const value = values[name];
      if (value === undefined) return undefined;
      return Array.isArray(value) ? value.join('\n') : String(value);
    };
  } catch (error) {
    throw new GateError(`${(error as Error).message}.`, `xray-gate ${command} --help lists the options.`);
  }
}

/** Throws GateError where the flag was not given, or is empty. */
export function required(given: Given, name: string): string {
  const value = given(name);
  if (value !== undefined && value !== '') return value;
  throw new GateError(`--${name} is missing.`, `Write it as --${name} FILE.`);
}

/** 0 stands for a free one. Throws GateError where it is no port. */
export function portFrom(given: Given, name: string, byDefault: number): number {
  const text = given(name);
  if (text === undefined) return byDefault;
  const port = Number(text);
  if (text !== '' && Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new GateError(
    `--${name} must be a port from 0 to 65535; got "${text}".`,
    'Write it as 2000, or 0 for a free one.',
  );
}

/** Throws GateError where it is no number above 0. */
export function megabytesFrom(given: Given, name: string, byDefault: number): number {
  const text = given(name);
  if (text === undefined) return byDefault;
  const megabytes = Number(text);
  if (text.trim() !== '' && Number.isFinite(megabytes) && megabytes > 0) return megabytes;
  throw new GateError(`--${name} must be a number of megabytes above 0; got "${text}".`, 'Write it as 1000.');
}
