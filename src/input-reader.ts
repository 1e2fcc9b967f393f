import { GateError } from './errors.js';
import type { Form } from './input-forms.js';
import { INPUTS, type InputName } from './input-list.js';

/** A time that an input gives: so long before the run, or one of the calendar. */
export type Instant = { readonly kind: 'ago'; readonly ms: number } | { readonly kind: 'at'; readonly epochMs: number };

/** Every wrong input at once, each with its value and how to write it. */
export class InputError extends GateError {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      problems.length === 1
        ? problems[0]!
        : `${problems.length} inputs are wrong:\n${problems.map((p) => `- ${p}`).join('\n')}`,
      '',
    );
    this.problems = problems;
  }
}

/** Reads inputs one by one and remembers what is wrong with them; {@link InputReader.finish} throws it all at once. */
export class InputReader {
  readonly #given: (name: InputName) => string | undefined;
  readonly #problems: string[] = [];

  constructor(given: (name: InputName) => string | undefined) {
    this.#given = given;
  }

  finish(): void {
    if (this.#problems.length > 0) throw new InputError(this.#problems);
  }

  /** What was given, else the default; an expression of GitHub's as default means nothing outside a workflow. */
  text(name: InputName): string | null {
    const text = this.#given(name)?.trim() || INPUTS[name].default;
    return text === '' || text.startsWith('${{') ? null : text;
  }

  /** Notes what is wrong between inputs that are each right by themselves. */
  problem(sentence: string): void {
    this.#problems.push(sentence);
  }

  /** What was given, a line each, without empty ones. */
  lines(name: InputName): string[] {
    return (this.text(name) ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  }

  required(name: InputName): string {
    const text = this.text(name);
    if (text === null) this.#problems.push(`Input "${name}" is required and empty. ${INPUTS[name].description}`);
    return text ?? '';
  }

  /** Notes that an input is not what it must be. */
  wrong(name: InputName, wanted: string, got: string, write: string): void {
    this.#problems.push(`Input "${name}" must be ${wanted}; got "${got}". Write it as ${write}.`);
  }

  number(
    name: InputName,
    range: { readonly above: number; readonly atMost: number; readonly unit: string; readonly examples: string },
  ): number {
    const text = this.required(name);
    const value = Number(text);
    if (value > range.above && value <= range.atMost) return value;
    this.wrong(name, `${range.unit} above ${range.above} and at most ${range.atMost}`, text, range.examples);
    return Number.NaN;
  }

  wholeNumber(name: InputName, atLeast: number, atMost: number): number {
    const text = this.required(name);
    const value = Number(text);
    if (Number.isInteger(value) && value >= atLeast && value <= atMost) return value;
    this.wrong(name, `a whole number from ${atLeast} to ${atMost}`, text, INPUTS[name].default || '42');
    return Number.NaN;
  }

  /** `90s`, `1.5m`, `500ms`; a bare number is seconds. */
  duration(name: InputName, range: { readonly atLeastS: number; readonly atMostS: number }): number {
    const text = this.required(name);
    const match = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h)?$/.exec(text);
    const unitMs = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }[match?.[2] ?? 's'] ?? Number.NaN;
    const ms = match === null ? Number.NaN : Number(match[1]) * unitMs;
    if (ms >= range.atLeastS * 1000 && ms <= range.atMostS * 1000) return ms;
    this.wrong(name, `a time from ${range.atLeastS} to ${range.atMostS} seconds`, text, '90s or 2m');
    return Number.NaN;
  }

  /** `7d`, `12h`, `90m`: so long ago; or a time of ISO 8601. */
  instant(name: InputName): Instant {
    const text = this.required(name);
    const match = /^(\d+(?:\.\d+)?)\s*(s|m|h|d)$/.exec(text);
    if (match !== null) {
      const unitMs = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }[match[2] ?? ''] ?? Number.NaN;
      return { kind: 'ago', ms: Number(match[1]) * unitMs };
    }
    const epochMs = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(text) ? Date.parse(text) : Number.NaN;
    if (!Number.isNaN(epochMs)) return { kind: 'at', epochMs };
    this.wrong(name, 'how long ago, or a time with its zone', text, '7d, 12h or 2026-11-20T08:00:00Z');
    return { kind: 'ago', ms: 0 };
  }

  milliseconds(name: InputName): number {
    const text = this.required(name);
    const match = /^(\d+(?:\.\d+)?)\s*(?:ms)?$/.exec(text);
    if (match !== null) return Number(match[1]);
    this.wrong(name, 'a number of milliseconds, 0 or more', text, '2ms');
    return Number.NaN;
  }

  /** `10%` → 0.1. A bare number is percent too, but one below 1 could mean either. */
  percent(name: InputName, atMost: number): number {
    const text = this.required(name);
    const match = /^(\d+(?:\.\d+)?)\s*(%)?$/.exec(text);
    const percent = match === null ? Number.NaN : Number(match[1]);
    const ambiguous = match?.[2] === undefined && percent > 0 && percent < 1;
    if (!ambiguous && percent / 100 <= atMost) return percent / 100;
    const asShare = `${+(percent * 100).toPrecision(6)}%`;
    const write = ambiguous ? `${text}% or ${asShare}, whichever you mean` : INPUTS[name].default;
    this.wrong(name, `a percentage from 0% to ${atMost * 100}%`, text, write);
    return Number.NaN;
  }

  /** As a percentage, or as a number from 0 to 1: nobody means a coverage of 0.9 %. */
  share(name: InputName): number {
    const value = Number(this.required(name));
    return value >= 0 && value <= 1 ? value : this.percent(name, 1);
  }

  oneOf<const T extends string>(name: InputName, values: readonly T[]): T {
    const text = this.required(name);
    const value = values.find((each) => each === text.toLowerCase());
    if (value === undefined) {
      this.wrong(name, `one of ${values.join(', ')}`, text, values.join(' or '));
      return values[0]!;
    }
    return value;
  }

  /** What was given, where it has the form; null where nothing was. */
  inForm(name: InputName, { fits, wanted, example }: Form): string | null {
    const text = this.text(name);
    if (text === null || fits(text)) return text;
    this.wrong(name, wanted, text, example);
    return null;
  }

  /** As {@link inForm}, of an input that must be given or has a default. */
  requiredInForm(name: InputName, form: Form): string {
    const text = this.required(name);
    if (text !== '' && !form.fits(text)) this.wrong(name, form.wanted, text, form.example);
    return text;
  }
}
