import { type DeclaredVariables, environmentName } from './declared-variables.js';
import { placeholder } from './template-text.js';

const SECRET_FIELD =
  /passw(or)?d|passcode|\bpwd\b|secret|token|api-?key|access-?key|private-?key|credential|signature|\bjwt\b|\botp\b|card-?number|\bcv[vc]\b/i;
const SECRET_PARAMETER = /auth(?!or)|session|cookie|csrf|xsrf|\bsig\b|\bkey\b/i;
const NO_SECRET = new Set(['x-requested-with', 'token_type', 'tokentype', 'grant_type', 'response_type', 'auth_type']);

/** Three parts in base64url, the first of which begins with `{"`: https://www.rfc-editor.org/rfc/rfc7519 */
export const JSON_WEB_TOKEN = /(?<![\w-])eyJ[\w-]{5,}\.[\w-]+\.[\w-]*/;

/** Whether a field of a body that has this name and value is to be kept out of files. */
export function isSecretField(name: string, value: string): boolean {
  if (value === '' || NO_SECRET.has(name.toLowerCase())) return false;
  return JSON_WEB_TOKEN.test(value) || SECRET_FIELD.test(asWords(name));
}

/** The same of a header or a query parameter, where names such as `key` and `session` mean more. */
export function isSecretParameter(name: string, value: string): boolean {
  if (isSecretField(name, value)) return true;
  return value !== '' && !NO_SECRET.has(name.toLowerCase()) && SECRET_PARAMETER.test(asWords(name));
}

/** `accessToken` and `access_token` are `access-token`. */
function asWords(name: string): string {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').replaceAll(/[_.]/g, '-');
}

interface Replaced {
  readonly variable: string;
  readonly note: string;
}

/** Values that a document must not hold: each is read from an environment variable of its own. */
export class Secrets {
  readonly #variables: DeclaredVariables;
  /** By name and value. */
  readonly #replaced = new Map<string, Replaced>();
  readonly #counts = new Map<string, number>();

  constructor(variables: DeclaredVariables) {
    this.#variables = variables;
  }

  /** A placeholder instead of a value that the imported document holds in the clear. */
  instead(name: string, value: string): string {
    const lower = name.toLowerCase();
    const identity = JSON.stringify([lower, value]);
    let replaced = this.#replaced.get(identity);
    if (replaced === undefined) {
      const count = (this.#counts.get(lower) ?? 0) + 1;
      this.#counts.set(lower, count);
      const environment = environmentName(count === 1 ? name : `${name}-${count}`);
      const variable = this.#variables.declare(lower, { secret: environment });
      const note = `The value of "${name}" looks like a secret and is left out: the environment variable ${environment} gives it.`;
      replaced = { variable, note };
      this.#replaced.set(identity, replaced);
    }
    return placeholder(replaced.variable);
  }

  /** A placeholder for what an environment variable gives. */
  fromEnvironment(name: string): string {
    return placeholder(this.#variables.declare(name.toLowerCase(), { secret: environmentName(name) }));
  }

  /** A sentence for each value that was replaced by one of these variables. */
  notes(variables: object = {}): string[] {
    return [...this.#replaced.values()].flatMap(({ variable, note }) =>
      Object.hasOwn(variables, variable) ? [note] : [],
    );
  }
}
