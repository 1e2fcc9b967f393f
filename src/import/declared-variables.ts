import type { VariableSource } from './scenario-document.js';

/** The variables of a document that is being written: each has a name of its own that a placeholder can hold. */
export class DeclaredVariables {
  readonly #sources = new Map<string, VariableSource>();
  /** What each name stands for, as text; kept values have names but no source. */
  readonly #meanings = new Map<string, string>();
  /** Names by what was wanted and meant. */
  readonly #given = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  /**
   * The name of a variable with this source: `wanted` where that is free or means the same already, else
   * `otherwise`, else `wanted` with a number.
   */
  declare(wanted: string, source: VariableSource, otherwise: string = wanted): string {
    const name = this.reserve(wanted, JSON.stringify(source), otherwise);
    this.#sources.set(name, source);
    return name;
  }

  /** The name of a variable that nothing else shares. */
  fresh(wanted: string, source: VariableSource): string {
    const name = this.reserve(wanted, `${this.#meanings.size}`);
    this.#sources.set(name, source);
    return name;
  }

  /** A name for something that is no variable of the document, such as a value that an answer gives. */
  reserve(wanted: string, meaning: string, otherwise: string = wanted): string {
    const identity = JSON.stringify([wanted, otherwise, meaning]);
    const given = this.#given.get(identity) ?? this.#nameFor(variableName(wanted), variableName(otherwise), meaning);
    this.#given.set(identity, given);
    this.#meanings.set(given, meaning);
    return given;
  }

  #nameFor(wanted: string, otherwise: string, meaning: string): string {
    const suits = (name: string) => (this.#meanings.get(name) ?? meaning) === meaning;
    if (suits(wanted)) return wanted;
    if (suits(otherwise)) return otherwise;
    let count = this.#counts.get(wanted) ?? 1;
    do count++;
    while (!suits(`${wanted}-${count}`));
    this.#counts.set(wanted, count);
    return `${wanted}-${count}`;
  }

  /** As a document with these scenarios has them: those that a placeholder names. */
  asDocument(...users: readonly unknown[]): { readonly variables?: Readonly<Record<string, VariableSource>> } {
    const named = new Set([...JSON.stringify(users).matchAll(/\{\{([\w-]+)/g)].map(([, name]) => name));
    const used = [...this.#sources].filter(([name]) => named.has(name));
    return used.length === 0 ? {} : { variables: Object.fromEntries(used) };
  }
}

const LONGEST = 60;

/** The nearest text that can be a placeholder's name: a letter or `_`, then letters, digits, `_` and `-`. */
export function variableName(text: string): string {
  const name = text
    .slice(0, LONGEST)
    .replaceAll(/[^\w-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  if (name === '') return 'value';
  return /^[A-Za-z_]/.test(name) ? name : `_${name}`;
}

/** Names that systems, runners and tools give values of their own to. */
const TAKEN =
  /^(CI|HOME|HOST|HOSTNAME|LANG|LOGNAME|NAME|OS|PATH|PORT|PWD|SHELL|TERM|TMP|USER|USERNAME)$|^(AWS|GITHUB|NODE|NPM|RUNNER)_/;

/** As environment variables are written: `x-api-key` is `X_API_KEY`; `user` is `SCENARIO_USER`. */
export function environmentName(text: string): string {
  const name = variableName(text.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2'))
    .replaceAll('-', '_')
    .toUpperCase();
  return TAKEN.test(name) ? `SCENARIO_${name}` : name;
}
