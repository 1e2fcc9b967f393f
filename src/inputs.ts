import type { BaselineWish } from './baseline/choose-baseline.js';
import { checkOnlyVersions, readBaseline } from './baseline-input.js';
import type { Tolerances } from './compare/change.js';
import type { ArrivalProcess } from './drive/arrivals.js';
import { ANNOTATION_KEY, COMMENT_KEY, GROUP, HEADER_NAME, METRIC_NAMESPACE, PATH, REGION } from './input-forms.js';
import type { InputName } from './input-list.js';
import { InputReader, type Instant } from './input-reader.js';
import { readExternalRun, readTraffic, type TrafficWish } from './traffic-input.js';
import { readUrl } from './url-input.js';

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
  /** Name or ARN of the X-Ray group to which such traces belong, and whose insights are told; null: of any, and no insights. */
  readonly group: string | null;
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
  /** Whether the gate puts a segment of its own into each trace. */
  readonly clientSegment: boolean;
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
    url: readUrl(read, 'url', mode === 'gate') ?? new URL('http://missing.invalid'),
    version: read.required('version'),
    baseline: readBaseline(read),
    since: read.instant('since'),
    until: read.instant('until'),
    group: read.inForm('group', GROUP),
    traffic: readTraffic(read),
    externalRun: readExternalRun(read),
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
      path: read.inForm('ready-path', PATH),
      versionHeader: read.inForm('version-header', HEADER_NAME)?.toLowerCase() ?? null,
    },
    maxInFlight: read.wholeNumber('max-in-flight', 1, 10_000),
    http2: read.oneOf('http-version', ['1.1', '2']) === '2',
    warmUpMs: read.duration('warm-up', { atLeastS: 0, atMostS: 3600 }),
    timeoutMs: read.duration('timeout', { atLeastS: 0.1, atMostS: 900 }),
    confirm: read.oneOf('confirm', ['yes', 'no']) === 'yes',
    earlyStop: read.oneOf('early-stop', ['confirmed', 'first', 'never']),
    versionAnnotation: read.requiredInForm('version-annotation', ANNOTATION_KEY),
    clientSegment: read.oneOf('client-segment', ['true', 'false']) === 'true',
    traceSource: read.oneOf('trace-source', ['aws', 'local']),
    localHost: read.required('local-host'),
    localPort: read.wholeNumber('local-port', 0, 65_535),
    otlpPort: read.text('otlp-port') === 'none' ? null : read.wholeNumber('otlp-port', 0, 65_535),
    awsRegion: read.inForm('aws-region', REGION),
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
    commentKey: read.requiredInForm('comment-key', COMMENT_KEY),
    reportPath: read.required('report-path'),
    cloudWatchNamespace: read.inForm('cloudwatch-namespace', METRIC_NAMESPACE),
    saveProfilePath: read.text('save-profile'),
    seed: read.text('seed') === null ? null : read.wholeNumber('seed', 0, 2 ** 31 - 1),
  };
  if (!settings.confirm && settings.earlyStop === 'first') {
    read.problem(
      'Input "early-stop" may be first only with "confirm": yes; there is no second measurement to confirm it.',
    );
  }
  if (settings.clientSegment && settings.externalRun !== null) {
    read.problem(
      'Input "client-segment" may be true only where the gate itself drives, not with "traffic": external: of requests that another engine sends it does not know the ids.',
    );
  }
  if (mode === 'compare') checkOnlyVersions(read, settings.baseline, settings.externalRun);
  read.finish();
  return settings;
}
