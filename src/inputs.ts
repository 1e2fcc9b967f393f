import type { BaselineWish } from './baseline/choose-baseline.js';
import type { Tolerances } from './compare/change.js';
import type { ArrivalProcess } from './drive/arrivals.js';
import type { InputName } from './input-list.js';
import { InputReader, type Instant, type TrafficWish } from './input-reader.js';

export type OnDoubt = 'fail' | 'warn';

/** What is waited for before anything is driven. */
export interface ReadyWish {
  /** 0: nothing. */
  readonly timeoutMs: number;
  /** Null: the first GET that is driven. */
  readonly path: string | null;
  /** In lower case. Null: the version is read from traces. */
  readonly versionHeader: string | null;
}

/** The inputs as the gate uses them: milliseconds, and shares from 0 to 1. */
export interface Settings {
  /** `compare`: nothing is sent, and both versions are looked up; then `url` means nothing. */
  readonly mode: 'gate' | 'compare';
  readonly url: URL;
  readonly version: string;
  readonly baseline: BaselineWish;
  /** Between these, traces of versions are looked up. */
  readonly since: Instant;
  readonly until: Instant;
  /** Where what is sent is written down. */
  readonly traffic: TrafficWish;
  /** The run that another engine has driven; null: the gate drives. */
  readonly externalRun: string | null;
  /** Runs of a scenario; of `requests` each is one request. */
  readonly requestsPerSecond: number;
  readonly arrivals: ArrivalProcess;
  readonly durationMs: number;
  /** Side by side. `auto`: what the resolution takes, within `durationMs`. */
  readonly pairs: 'auto' | number;
  readonly resolution: number;
  readonly rampMs: number;
  readonly warmUpMs: number;
  readonly timeoutMs: number;
  readonly maxInFlight: number;
  readonly ready: ReadyWish;
  readonly http2: boolean;
  /** Whether what looks worse is measured again with fresh traffic. */
  readonly confirm: boolean;
  /** When a stage may end before its last request: once all that looked worse is confirmed, once anything looks worse. */
  readonly earlyStop: 'confirmed' | 'first' | 'never';
  readonly versionAnnotation: string;
  readonly traceSource: 'aws' | 'local';
  /** Of the local X-Ray. */
  readonly localHost: string;
  readonly localPort: number;
  /** null: no OTLP. */
  readonly otlpPort: number | null;
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
  /** null: no metrics are put. */
  readonly cloudWatchNamespace: string | null;
  readonly saveProfilePath: string | null;
  readonly seed: number | null;
}

/**
 * Reads the inputs; `given` answers with an input's text, empty or undefined where it was not given.
 * Throws InputError with all that is wrong.
 */
export function readInputs(given: (name: InputName) => string | undefined): Settings {
  const read = new InputReader(given);
  const mode = read.oneOf('mode', ['gate', 'compare']);
  const settings: Settings = {
    mode,
    url: read.url('url', mode === 'gate') ?? new URL('http://missing.invalid'),
    version: read.required('version'),
    baseline: {
      url: read.url('baseline-url'),
      version: read.text('baseline'),
      profilePaths: read.lines('baseline-profile'),
      environment: read.text('environment'),
    },
    since: read.instant('since'),
    until: read.instant('until'),
    traffic: read.traffic(),
    externalRun: read.externalRun(),
    requestsPerSecond: read.number('rate', {
      above: 0,
      atMost: 1000,
      unit: 'requests per second',
      examples: '5 or 0.5',
    }),
    durationMs: read.duration('duration', { atLeastS: 1, atMostS: 3600 }),
    arrivals: read.oneOf('arrivals', ['constant', 'poisson']),
    pairs: read.text('pairs') === 'auto' ? 'auto' : read.wholeNumber('pairs', 1, 1_000_000),
    resolution: read.percent('resolution', 10),
    rampMs: read.duration('ramp', { atLeastS: 0, atMostS: 3600 }),
    ready: {
      timeoutMs: read.duration('ready-timeout', { atLeastS: 0, atMostS: 3600 }),
      path: read.path('ready-path'),
      versionHeader: read.headerName('version-header'),
    },
    maxInFlight: read.wholeNumber('max-in-flight', 1, 10_000),
    http2: read.oneOf('http-version', ['1.1', '2']) === '2',
    warmUpMs: read.duration('warm-up', { atLeastS: 0, atMostS: 3600 }),
    timeoutMs: read.duration('timeout', { atLeastS: 0.1, atMostS: 900 }),
    confirm: read.oneOf('confirm', ['yes', 'no']) === 'yes',
    earlyStop: read.oneOf('early-stop', ['confirmed', 'first', 'never']),
    versionAnnotation: read.annotationKey('version-annotation'),
    traceSource: read.oneOf('trace-source', ['aws', 'local']),
    localHost: read.required('local-host'),
    localPort: read.wholeNumber('local-port', 0, 65_535),
    otlpPort: read.text('otlp-port') === 'none' ? null : read.wholeNumber('otlp-port', 0, 65_535),
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
    cloudWatchNamespace: read.metricNamespace('cloudwatch-namespace'),
    saveProfilePath: read.text('save-profile'),
    seed: read.text('seed') === null ? null : read.wholeNumber('seed', 0, 2 ** 31 - 1),
  };
  if (!settings.confirm && settings.earlyStop === 'first') {
    read.problem(
      'Input "early-stop" may be first only with "confirm": yes; there is no second measurement to confirm it.',
    );
  }
  if (mode === 'compare') read.onlyVersions(settings.baseline, settings.externalRun);
  read.finish();
  return settings;
}
