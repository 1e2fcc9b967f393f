interface InputDefinition {
  readonly default: string;
  readonly required?: true;
  readonly description: string;
}

/** Every input, in the order people read them. `action.yml` and the README's table are generated from this list. */
export const INPUTS = {
  mode: {
    default: 'gate',
    description:
      '`gate`: measures the build at `url`. `compare`: sends nothing, and compares `version` with `baseline`, both looked up in X-Ray.',
  },
  url: {
    default: '',
    description:
      'Required, but for `mode: compare`. URL of the deployed build, such as https://staging.example.com; or `lambda:` and a function, its name or ARN with version or alias.',
  },
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
    description: 'Version to compare with. Without `baseline-url` its traces are looked up in X-Ray.',
  },
  since: {
    default: '7d',
    description:
      'From when on traces of a version are looked up in X-Ray: so long ago, `7d` or `12h`, or a time, `2026-11-20T08:00:00Z`.',
  },
  until: {
    default: '0s',
    description: 'Until when traces of a version are looked up, written like `since`. Default: until now.',
  },
  group: {
    default: '',
    description:
      "An X-Ray group's name or ARN: versions are looked up among its traces alone, and the report lists its insights, those that X-Ray found active meanwhile.",
  },
  'baseline-profile': {
    default: '',
    description:
      'Path of a profile that `save-profile` wrote, to compare with. Several, a line each, are earlier runs; 5 or more tell how much unchanged code shifts between them.',
  },
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
  scenarios: {
    default: '',
    description:
      'Path of a file of scenarios, instead of `requests`: flows, variables, bodies, authorization. An OpenAPI document, a HAR file or an `.http` file is read too. Default: `.github/xray-gate.yml` where there is one and `requests` is not given.',
  },
  traffic: {
    default: 'drive',
    description:
      '`drive`: the gate sends the requests. `external`: another engine has sent them, from a script that `export` wrote, and the gate collects and judges.',
  },
  'external-run': {
    default: '',
    description: 'With `traffic: external`: id of the run, as `export` said it.',
  },
  rate: { default: '5', description: 'Scenario runs a second on each version; of `requests`: requests.' },
  arrivals: {
    default: 'constant',
    description: 'How departures follow each other: `constant`, evenly, or `poisson`, as independent visitors come.',
  },
  duration: {
    default: '60s',
    description: 'How long to measure at most: `90s`, `2m`. Side by side, what looks worse is measured as long again.',
  },
  pairs: {
    default: 'auto',
    description:
      'Side by side: `auto`, as many pairs as `resolution` takes by the scatter of the warm-up, within `duration`; or a number of pairs, however long they take.',
  },
  resolution: {
    default: '25%',
    description: 'The slow-down that a run is to find, and without which a time is called unchanged.',
  },
  ramp: { default: '0s', description: 'How long the rate climbs from 0 before the warm-up.' },
  'warm-up': { default: '5s', description: 'How long to drive at the full rate before measuring.' },
  timeout: { default: '10s', description: 'A request without an answer after this long is a fault.' },
  'max-in-flight': {
    default: '500',
    description:
      'More requests than this are never under way at once; what is due then leaves late, and the report says so.',
  },
  'ready-timeout': {
    default: '60s',
    description:
      'How long to wait before driving until each URL answers, and as the version that is expected there. `0s`: not at all.',
  },
  'ready-path': {
    default: '',
    description:
      'What is asked (GET) to see whether a URL is ready: any answer below 500. Default: the first GET that is driven, else `/`.',
  },
  'version-header': {
    default: '',
    description:
      'Response header that names the version, such as `x-version`, to see from the first answer which one is deployed. Default: the version is read from traces.',
  },
  'http-version': {
    default: '1.1',
    description: '`2`: HTTP/2 where a server offers it over TLS; `1.1` otherwise.',
  },
  confirm: {
    default: 'yes',
    description:
      'Side by side, measure again what looks worse, with as much fresh traffic, and believe only what shows again: `yes`, or `no` for one stage, which finds less.',
  },
  'early-stop': {
    default: 'confirmed',
    description:
      'End the second measurement as soon as all that looked worse is `confirmed`; end the `first` as well as soon as anything looks surely worse (smaller regressions may stay unnamed); or `never`.',
  },
  'version-annotation': { default: 'version', description: 'The X-Ray annotation that holds the version.' },
  'client-segment': {
    default: 'false',
    description:
      "`true` puts a segment of the gate's own into each trace, annotated with version, run and side: later runs then find this run's traces by version though the application annotates nothing.",
  },
  'trace-source': {
    default: 'aws',
    description:
      '`aws`: AWS X-Ray. `local`: the X-Ray inside this action, which the application under test sends its segments to; needs no AWS account.',
  },
  'local-host': {
    default: '127.0.0.1',
    description:
      'Address that the local X-Ray (`trace-source: local`) listens on; `0.0.0.0` lets applications in containers reach it.',
  },
  'local-port': {
    default: '2000',
    description: 'UDP and TCP port of the local X-Ray daemon, for AWS_XRAY_DAEMON_ADDRESS.',
  },
  'otlp-port': {
    default: '4318',
    description: 'OTLP/HTTP port of the local X-Ray, for OTEL_EXPORTER_OTLP_ENDPOINT; `none` opens none.',
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
    description: 'Folder for `comment.md`, `report.html`, `result.json`, `run.json` and `requests.jsonl`.',
  },
  'cloudwatch-namespace': {
    default: '',
    description:
      'CloudWatch namespace to put verdict, p95, faults and coverage into, for alarms and dashboards, such as `PerformanceGate/checkout`. Default: none.',
  },
  'save-profile': { default: '', description: "Path to save the build's profile to, for a later `baseline-profile`." },
  seed: { default: '', description: 'Seed of the plan and of the test. Default: drawn, and recorded in the result.' },
} as const satisfies Readonly<Record<string, InputDefinition>>;

export type InputName = keyof typeof INPUTS;
