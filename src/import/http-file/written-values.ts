import type { DeclaredVariables } from '../declared-variables.js';
import { isSecretField, type Secrets } from '../secrets.js';
import { joined, literalText, placeholder, WRITTEN_PLACEHOLDER } from '../template-text.js';
import { type AnswerValue, answerValue, keptGlobals } from './answer-value.js';
import { systemValue } from './system-value.js';
import type { HttpFile } from './written-request.js';

const PLACEHOLDER = new RegExp(WRITTEN_PLACEHOLDER, 'g');
/** Of a text that variables are put into, and of variables put into all texts: they may name each other without end. */
const LONGEST = 1024 * 1024;
const MOST_EXPANSIONS = 200_000;

/** What was found while one request's texts became templates. */
export interface Findings {
  /** Why it cannot be sent, half a sentence each. */
  readonly reasons: string[];
  /** What it needs of other requests' answers, by the placeholder's name. */
  readonly answers: Map<string, AnswerValue>;
  /** Names that the file leaves to the editor's environments. */
  readonly fromOutside: Set<string>;
}

/** What the placeholders of an `.http` file stand for. */
export class WrittenValues {
  readonly #file: HttpFile;
  readonly #variables: DeclaredVariables;
  readonly #secrets: Secrets;
  /** Values that answers give to names of their own, by those names. */
  readonly #globals: ReadonlyMap<string, AnswerValue>;
  readonly #prompts: ReadonlySet<string>;
  readonly #drawn = new Map<string, string>();
  #expansions = 0;

  constructor(file: HttpFile, variables: DeclaredVariables, secrets: Secrets) {
    this.#file = file;
    this.#variables = variables;
    this.#secrets = secrets;
    this.#globals = new Map(
      file.requests.flatMap(({ handler }, index) =>
        [...keptGlobals(handler).kept].map(([name, from]) => [name, { request: `#${index}`, from }] as const),
      ),
    );
    this.#prompts = new Set(file.requests.flatMap(({ prompts }) => prompts));
  }

  /** A template for a text of the file. */
  template(text: string, findings: Findings): string {
    return this.#template(text, findings, []);
  }

  /** A placeholder for an expression that is what another request's answer said; null where it is anything else. */
  answered(expression: string, findings: Findings): string | null {
    const answer = this.#globals.get(expression) ?? answerValue(expression);
    return answer === null || typeof answer === 'string' ? null : this.#kept(expression, answer, findings);
  }

  /** A text whose placeholders are all defined in the file, with their values; null where one of them is not. */
  plain(text: string, within: readonly string[] = []): string | null {
    let whole = true;
    const plain = text.replaceAll(PLACEHOLDER, (_, expression: string) => {
      const name = expression.trim();
      const value = within.includes(name) ? undefined : this.#file.variables.get(name);
      const tooMuch = ++this.#expansions > MOST_EXPANSIONS;
      const known = value === undefined || tooMuch ? null : this.plain(value, [...within, name]);
      whole &&= known !== null;
      return known ?? '';
    });
    return whole && plain.length <= LONGEST ? plain : null;
  }

  #template(text: string, findings: Findings, within: readonly string[]): string {
    const pieces: string[] = [];
    let length = 0;
    let end = 0;
    for (const match of text.matchAll(PLACEHOLDER)) {
      const value = this.#value(match[1]!.trim(), findings, within);
      pieces.push(literalText(text.slice(end, match.index)), value);
      length += value.length;
      end = match.index + match[0].length;
      if (length > LONGEST || ++this.#expansions > MOST_EXPANSIONS) {
        findings.reasons.push('its variables put together are too long');
        return '';
      }
    }
    return joined([...pieces, literalText(text.slice(end))]);
  }

  #value(expression: string, findings: Findings, within: readonly string[]): string {
    if (expression.startsWith('$')) return this.#system(expression, null, findings);
    const answer = this.#globals.get(expression) ?? answerValue(expression);
    if (typeof answer === 'string') findings.reasons.push(answer);
    else if (answer !== null) return this.#kept(expression, answer, findings);
    const value = this.#file.variables.get(expression);
    if (typeof answer === 'string') return '';
    if (value === undefined) return this.#fromOutside(expression, findings);
    if (within.includes(expression)) {
      findings.reasons.push(`{{${expression}}} is defined by itself`);
      return '';
    }
    return this.#defined(expression, value, findings, within);
  }

  /** A variable of the file: one of the document where it is plain, else its text with what is in it. */
  #defined(name: string, value: string, findings: Findings, within: readonly string[]): string {
    const [, system] = /^\{\{\s*(\$[^{}]+?)\s*\}\}$/.exec(value) ?? [];
    if (system !== undefined) {
      const drawn = this.#drawn.get(name) ?? this.#system(system, name, findings);
      this.#drawn.set(name, drawn);
      return drawn;
    }
    if (value.search(PLACEHOLDER) >= 0) return this.#template(value, findings, [...within, name]);
    if (isSecretField(name, value)) return this.#secrets.instead(name, value);
    return placeholder(this.#variables.declare(name, literalText(value)));
  }

  #system(expression: string, wanted: string | null, findings: Findings): string {
    const value = systemValue(expression, wanted, this.#variables);
    if (value === null) findings.reasons.push(`{{${expression}}} is a value that a scenario cannot hold`);
    return value ?? '';
  }

  #kept(expression: string, answer: AnswerValue, findings: Findings): string {
    const last = answer.from.split(/[/ ]/).at(-1) || 'body';
    const wanted = expression.includes('.') ? `${answer.request}-${last}` : expression;
    const name = this.#variables.reserve(wanted, JSON.stringify(answer));
    findings.answers.set(name, answer);
    return placeholder(name);
  }

  #fromOutside(name: string, findings: Findings): string {
    if (!this.#prompts.has(name)) findings.fromOutside.add(name);
    return this.#secrets.fromEnvironment(name);
  }
}
