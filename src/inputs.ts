import type { BaselineWish } from './baseline/choose-baseline.js';
import type { Tolerances } from './compare/change.js';
import { type RequestTemplate, readRequestLines } from './drive/request-line.js';
import { GateError } from './errors.js';

interface InputDefinition {
  readonly default: string;
  readonly required?: true;
  readonly description: string;
}

/** Every input, in the order people read them. `action.yml` and the README's table are generated from this list. */
export const INPUTS = {
  url: { default: '', required: true, description: 'URL of the deployed build, such as https://staging.example.com.' },
  version: {
    default: '',
    required: true,
    description: "The build's version, as its services annotate it in their traces. Often the commit's SHA.",
  },
  'baseline-url': {
    default: '',
    description:
      'URL where the baseline version is live. Both are then driven side by side in pairs: the exact comparison.',
  },
  baseline: {
    default: '',
    description:
      'Version to compare with. Without `baseline-url` its traces are looked up in X-Ray, which keeps them for 30 days.',
  },
  'baseline-profile': { default: '', description: 'Path of a profile that `save-profile` wrote, to compare with.' },
  environment: {
    default: '',
    description:
      'GitHub environment whose last successful deployment is the baseline, when none of the above names one. Without it: the merge base of the pull request.',
  },
  requests: {
    default: '1 GET /',
    description:
      'What to send, a line each: weight, method, path and, if needed, a JSON body. `3 POST /orders {"sku":"A-1"}`',
  },
  rate: { default: '5', description: 'Requests a second to each version.' },
  duration: { default: '60s', description: 'How long to measure: `90s`, `2m`.' },
  'warm-up': { default: '5s', description: 'How long to drive before measuring.' },
  timeout: { default: '10s', description: 'A request without an answer after this long is a fault.' },
  'version-annotation': { default: 'version', description: 'The X-Ray annotation that holds the version.' },
  'trace-source': {
    default: 'aws',
    description:
      '`aws`: AWS X-Ray. `local`: the X-Ray inside this action, which the application under test sends its segments to; needs no AWS account.',
  },
  'local-port': {
    default: '2000',
    description: 'UDP and TCP port of the local X-Ray daemon (`trace-source: local`), for AWS_XRAY_DAEMON_ADDRESS.',
  },
  'aws-region': { default: '', description: 'Region to read traces from. Default: AWS_REGION of the job.' },
  'tolerance-p95': { default: '10%', description: 'How much slower p95 may become.' },
  'tolerance-typical': { default: '5%', description: 'How much slower the typical (median) response may become.' },
  'tolerance-faults': {
    default: '0.5%',
    description: 'How many more requests of a hundred may fault (also for errors and throttles).',
  },
  'minimum-difference': { default: '2ms', description: 'A difference in time below this is never a finding.' },
  'new-edges': {
    default: 'fail',
    description: 'A new edge in the service graph: `fail` the job, or only `warn` in the report.',
  },
  'minimum-traces': { default: '30', description: 'Traces of an operation that each version needs, to be judged.' },
  'minimum-coverage': {
    default: '90%',
    description: 'Share of the requests whose whole trace must be found; below it the verdict is inconclusive.',
  },
  'settle-timeout': { default: '120s', description: 'How long to wait for traces to arrive and settle.' },
  'on-inconclusive': { default: 'fail', description: 'When too little can be said: `fail` the job, or `warn`.' },
  'on-no-baseline': {
    default: 'warn',
    description: 'When there is nothing to compare with: `fail` the job, or `warn`.',
  },
  'github-token': {
    default: '${{ github.token }}',
    description: 'Token for the pull-request comment; needs `pull-requests: write`.',
  },
  comment: {
    default: 'always',
    description: 'Comment on the pull request: `always`, only when something `changes`, or `never`.',
  },
  'comment-key': {
    default: 'default',
    description: 'Gates with different keys in one pull request keep comments apart.',
  },
  'report-path': {
    default: 'xray-gate-report',
    description: 'Folder for `comment.md`, `report.html` and `result.json`.',
  },
  'save-profile': { default: '', description: "Path to save the build's profile to, for a later `baseline-profile`." },
  seed: { default: '', description: 'Seed of the plan and of the test. Default: drawn, and recorded in the result.' },
} as const satisfies Readonly<Record<string, InputDefinition>>;

export type InputName = keyof typeof INPUTS;

export type OnDoubt = 'fail' | 'warn';

/** The inputs as the gate uses them: milliseconds, and shares from 0 to 1. */
export interface Settings {
  readonly url: URL;
  readonly version: string;
  readonly baseline: BaselineWish;
  readonly requests: readonly RequestTemplate[];
  readonly requestsPerSecond: number;
  readonly durationMs: number;
  readonly warmUpMs: number;
  readonly timeoutMs: number;
  readonly versionAnnotation: string;
  readonly traceSource: 'aws' | 'local';
  readonly localPort: number;
  readonly awsRegion: string | null;
  readonly tolerances: Tolerances;
  readonly failOnNewEdges: boolean;
  readonly minimumTraces: number;
  readonly minimumCoverage: number;
  readonly settleTimeoutMs: number;
  readonly onInconclusive: OnDoubt;
  readonly onNoBaseline: OnDoubt;
  readonly githubToken: string | null;
  readonly comment: 'always' | 'changes' | 'never';
  readonly commentKey: string;
  readonly reportPath: string;
  readonly saveProfilePath: string | null;
  readonly seed: number | null;
}

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

/**
 * Reads the inputs; `given` answers with an input's text, empty or undefined where it was not given.
 * Throws InputError with all that is wrong.
 */
export function readInputs(given: (name: InputName) => string | undefined): Settings {
  const read = new InputReader(given);
  const settings: Settings = {
    url: read.url('url') ?? new URL('http://missing.invalid'),
    version: read.required('version'),
    baseline: {
      url: read.url('baseline-url'),
      version: read.text('baseline'),
      profilePath: read.text('baseline-profile'),
      environment: read.text('environment'),
    },
    requests: read.requests(),
    requestsPerSecond: read.number('rate', {
      above: 0,
      atMost: 1000,
      unit: 'requests per second',
      examples: '5 or 0.5',
    }),
    durationMs: read.duration('duration', { atLeastS: 1, atMostS: 3600 }),
    warmUpMs: read.duration('warm-up', { atLeastS: 0, atMostS: 3600 }),
    timeoutMs: read.duration('timeout', { atLeastS: 0.1, atMostS: 900 }),
    versionAnnotation: read.annotationKey('version-annotation'),
    traceSource: read.oneOf('trace-source', ['aws', 'local']),
    localPort: read.wholeNumber('local-port', 0, 65_535),
    awsRegion: read.region('aws-region'),
    tolerances: {
      p95: read.percent('tolerance-p95', 10),
      typical: read.percent('tolerance-typical', 10),
      faults: read.percent('tolerance-faults', 1),
      floorMs: read.milliseconds('minimum-difference'),
    },
    failOnNewEdges: read.oneOf('new-edges', ['fail', 'warn']) === 'fail',
    minimumTraces: read.wholeNumber('minimum-traces', 2, 100_000),
    minimumCoverage: read.share('minimum-coverage'),
    settleTimeoutMs: read.duration('settle-timeout', { atLeastS: 5, atMostS: 3600 }),
    onInconclusive: read.oneOf('on-inconclusive', ['fail', 'warn']),
    onNoBaseline: read.oneOf('on-no-baseline', ['fail', 'warn']),
    githubToken: read.text('github-token'),
    comment: read.oneOf('comment', ['always', 'changes', 'never']),
    commentKey: read.commentKey('comment-key'),
    reportPath: read.required('report-path'),
    saveProfilePath: read.text('save-profile'),
    seed: read.text('seed') === null ? null : read.wholeNumber('seed', 0, 2 ** 31 - 1),
  };
  read.finish();
  return settings;
}

class InputReader {
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

  required(name: InputName): string {
    const text = this.text(name);
    if (text === null) this.#problems.push(`Input "${name}" is required and empty. ${INPUTS[name].description}`);
    return text ?? '';
  }

  #wrong(name: InputName, wanted: string, got: string, write: string): void {
    this.#problems.push(`Input "${name}" must be ${wanted}; got "${got}". Write it as ${write}.`);
  }

  url(name: InputName): URL | null {
    const text = 'required' in INPUTS[name] ? this.required(name) || null : this.text(name);
    if (text === null) return null;
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '') return url;
    this.#wrong(name, 'an http or https URL without query', text, 'https://staging.example.com');
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

  region(name: InputName): string | null {
    const text = this.text(name);
    if (text === null || /^[a-z]{2}(-[a-z]+)+-\d$/.test(text)) return text;
    this.#wrong(name, 'an AWS region', text, 'eu-west-1');
    return null;
  }

  requests(): RequestTemplate[] {
    const lines = readRequestLines(this.required('requests'));
    for (const line of lines) {
      if (line.kind === 'wrong') {
        this.#problems.push(
          `Input "requests" has a line that ${line.reason}; got "${line.line}". Write it as 3 POST /orders or 1 GET /orders/42.`,
        );
      }
    }
    const templates = lines.flatMap((line) => (line.kind === 'template' ? [line.template] : []));
    if (lines.length === 0)
      this.#wrong('requests', 'at least one line of weight, method and path', '', '1 GET /health');
    return templates;
  }
}
