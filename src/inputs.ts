import type { BaselineWish } from './baseline/choose-baseline.js';
import type { Tolerances } from './compare/change.js';
import type { RequestTemplate } from './drive/request-line.js';
import type { InputName } from './input-list.js';
import { InputReader } from './input-reader.js';

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
  /** Whether what looks worse is measured again with fresh traffic. */
  readonly confirm: boolean;
  /** When a stage may end before its last request: once all that looked worse is confirmed, once anything looks worse. */
  readonly earlyStop: 'confirmed' | 'first' | 'never';
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
      profilePaths: read.lines('baseline-profile'),
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
    confirm: read.oneOf('confirm', ['yes', 'no']) === 'yes',
    earlyStop: read.oneOf('early-stop', ['confirmed', 'first', 'never']),
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
  if (!settings.confirm && settings.earlyStop === 'first') {
    read.problem(
      'Input "early-stop" may be first only with "confirm": yes; there is no second measurement to confirm it.',
    );
  }
  read.finish();
  return settings;
}
