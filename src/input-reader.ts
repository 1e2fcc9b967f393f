import { isRegion } from './aws-region.js';
import type { BaselineWish } from './baseline/choose-baseline.js';
import { lambdaTarget } from './drive/lambda-target.js';
import { GateError } from './errors.js';
import { INPUTS, type InputName } from './input-list.js';
import { readRequestLines } from './scenario/request-line.js';
import type { Scenario } from './scenario/workload.js';

/** Scenarios from the lines of `requests`; or from a file: one that is named, or the usual one where it is there. */
export interface TrafficWish {
  readonly lines: readonly Scenario[];
  readonly file: { readonly path: string; readonly mustExist: boolean } | null;
}

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

  #wrong(name: InputName, wanted: string, got: string, write: string): void {
    this.#problems.push(`Input "${name}" must be ${wanted}; got "${got}". Write it as ${write}.`);
  }

  url(name: InputName, isRequired = false): URL | null {
    const text = isRequired ? this.required(name) || null : this.text(name);
    if (text === null) return null;
    const url = URL.canParse(text) ? new URL(text) : null;
    const shown = text.replace(/\/\/.*@/, '//***@');
    if (url !== null && !(isEncoded(url.username) && isEncoded(url.password))) {
      this.#wrong(
        name,
        'a URL whose user and password are percent-encoded',
        shown,
        'https://user:100%25@host for 100%',
      );
      return null;
    }
    if (url !== null && (isPlainHttp(url) || lambdaTarget(url) !== null)) return url;
    this.#wrong(name, 'an http or https URL without query, or lambda: and a function', shown, EXAMPLE_URLS);
    return null;
  }

  number(
    name: InputName,
    range: { readonly above: number; readonly atMost: number; readonly unit: string; readonly examples: string },
  ): number {
    const text = this.required(name);
    const value = Number(text);
    if (value > range.above && value <= range.atMost) return value;
    this.#wrong(name, `${range.unit} above ${range.above} and at most ${range.atMost}`, text, range.examples);
    return Number.NaN;
  }

  wholeNumber(name: InputName, atLeast: number, atMost: number): number {
    const text = this.required(name);
    const value = Number(text);
    if (Number.isInteger(value) && value >= atLeast && value <= atMost) return value;
    this.#wrong(name, `a whole number from ${atLeast} to ${atMost}`, text, INPUTS[name].default || '42');
    return Number.NaN;
  }

  /** `90s`, `1.5m`, `500ms`; a bare number is seconds. */
  duration(name: InputName, range: { readonly atLeastS: number; readonly atMostS: number }): number {
    const text = this.required(name);
    const match = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h)?$/.exec(text);
    const unitMs = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }[match?.[2] ?? 's'] ?? Number.NaN;
    const ms = match === null ? Number.NaN : Number(match[1]) * unitMs;
    if (ms >= range.atLeastS * 1000 && ms <= range.atMostS * 1000) return ms;
    this.#wrong(name, `a time from ${range.atLeastS} to ${range.atMostS} seconds`, text, '90s or 2m');
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
    this.#wrong(name, 'how long ago, or a time with its zone', text, '7d, 12h or 2026-11-20T08:00:00Z');
    return { kind: 'ago', ms: 0 };
  }

  /** Of two versions that are both looked up, only their names are told. */
  onlyVersions({ url, version, profilePaths }: BaselineWish, externalRun: string | null): void {
    if (version === null) this.problem('Input "mode": compare needs "baseline", the version to compare with.');
    const others = [
      ...(url === null ? [] : ['"baseline-url"']),
      ...(profilePaths.length === 0 ? [] : ['"baseline-profile"']),
      ...(externalRun === null ? [] : ['"external-run"']),
    ];
    if (others.length === 0) return;
    this.problem(`Input "mode": compare looks both versions up in X-Ray, and takes no ${others.join(', no ')}.`);
  }

  milliseconds(name: InputName): number {
    const text = this.required(name);
    const match = /^(\d+(?:\.\d+)?)\s*(?:ms)?$/.exec(text);
    if (match !== null) return Number(match[1]);
    this.#wrong(name, 'a number of milliseconds, 0 or more', text, '2ms');
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
    this.#wrong(name, `a percentage from 0% to ${atMost * 100}%`, text, write);
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
      this.#wrong(name, `one of ${values.join(', ')}`, text, values.join(' or '));
      return values[0]!;
    }
    return value;
  }

  annotationKey(name: InputName): string {
    const text = this.required(name);
    if (/^[A-Za-z0-9_.:]{1,500}$/.test(text)) return text;
    this.#wrong(name, "an annotation's key: letters, digits, _ . and :", text, 'version or service.version');
    return '';
  }

  commentKey(name: InputName): string {
    const text = this.required(name);
    if (/^[\w.-]{1,64}$/.test(text)) return text;
    this.#wrong(name, 'up to 64 letters, digits, - _ and .', text, 'checkout-api');
    return '';
  }

  /** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html#Namespace */
  metricNamespace(name: InputName): string | null {
    const text = this.text(name);
    if (text === null || (/^[\w.\-/#: ]{1,255}$/.test(text) && !/^(AWS\/|:)/i.test(text))) return text;
    const wanted =
      "up to 255 letters, digits, spaces and . - _ / # :, beginning neither with AWS/, which is Amazon's own, nor with a colon";
    this.#wrong(name, wanted, text, 'PerformanceGate/checkout');
    return null;
  }

  region(name: InputName): string | null {
    const text = this.text(name);
    if (text === null || isRegion(text)) return text;
    this.#wrong(name, 'an AWS region', text, 'eu-west-1');
    return null;
  }

  /** `/health`; may carry a query. */
  path(name: InputName): string | null {
    const text = this.text(name);
    if (text === null || /^\/\S*$/.test(text)) return text;
    this.#wrong(name, 'a path that starts with "/"', text, '/health');
    return null;
  }

  /** In lower case. */
  headerName(name: InputName): string | null {
    const text = this.text(name);
    if (text === null || /^[!#$%&'*+.^_`|~\w-]+$/.test(text)) return text?.toLowerCase() ?? null;
    this.#wrong(name, "a header's name", text, 'x-version');
    return null;
  }

  /** The lines of "requests", or the file of "scenarios"; the usual file goes before the default line. */
  traffic(): TrafficWish {
    const path = this.text('scenarios');
    // The runner gives an input's default as if it had been written.
    const isDefault = this.text('requests') === INPUTS.requests.default;
    if (path !== null && !isDefault) {
      this.problem('Inputs "requests" and "scenarios" both say what to send. Keep one of them.');
    }
    if (path !== null) return { lines: [], file: { path, mustExist: true } };
    return { lines: this.#requestLines(), file: isDefault ? { path: USUAL_FILE, mustExist: false } : null };
  }

  /** The id is that of an exported script: when it was written in epoch seconds, and chance, in hexadecimal digits. */
  externalRun(): string | null {
    const external = this.oneOf('traffic', ['drive', 'external']) === 'external';
    const id = this.text('external-run');
    if (!external) {
      if (id !== null) this.problem('Input "external-run" goes with "traffic": external.');
      return null;
    }
    if (id !== null && /^[0-9a-f]{16}$/.test(id)) return id;
    this.#wrong('external-run', 'the id of a run, 16 hexadecimal digits', id ?? '', 'the command "export" printed it');
    return null;
  }

  #requestLines(): Scenario[] {
    const lines = readRequestLines(this.required('requests'));
    for (const line of lines) {
      if (line.kind === 'wrong') {
        this.#problems.push(
          `Input "requests" has a line that ${line.reason}; got "${line.line}". Write it as 3 POST /orders or 1 GET /orders/42.`,
        );
      }
    }
    if (lines.length === 0)
      this.#wrong('requests', 'at least one line of weight, method and path', '', '1 GET /health');
    return lines.flatMap((line) => (line.kind === 'scenario' ? [line.scenario] : []));
  }
}

function isPlainHttp({ protocol, search, hash }: URL): boolean {
  return /^https?:$/.test(protocol) && search === '' && hash === '';
}

/** Whether it can be decoded: a `%` has two hexadecimal digits behind it, and the bytes are UTF-8. */
function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

const EXAMPLE_URLS = 'https://staging.example.com or lambda:checkout:live';

/** Read without being named, where it is there. */
const USUAL_FILE = '.github/xray-gate.yml';
