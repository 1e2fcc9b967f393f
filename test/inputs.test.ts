import { describe, expect, it } from 'vitest';
import type { InputName } from '../src/input-list.js';
import { InputError } from '../src/input-reader.js';
import { readInputs, type Settings } from '../src/inputs.js';

const REQUIRED = { url: 'https://staging.example.com', version: 'v2' };

function read(given: Partial<Record<InputName, string>>): Settings {
  return readInputs((name) => ({ ...REQUIRED, ...given })[name]);
}

function problemsOf(given: Partial<Record<InputName, string>>): readonly string[] {
  try {
    read(given);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

describe('inputs', () => {
  it('need only url and version; the rest have defaults', () => {
    const settings = read({});
    expect(settings).toMatchObject({
      version: 'v2',
      baseline: { url: null, version: null, profilePaths: [], environment: null },
      traffic: {
        lines: [{ name: 'GET /', weight: 1 }],
        file: { path: '.github/xray-gate.yml', mustExist: false },
      },
      mode: 'gate',
      since: { kind: 'ago', ms: 7 * 86_400_000 },
      until: { kind: 'ago', ms: 0 },
      externalRun: null,
      arrivals: 'constant',
      pairs: 'auto',
      resolution: 0.25,
      rampMs: 0,
      ready: { timeoutMs: 60_000, path: null, versionHeader: null },
      http2: false,
      maxInFlight: 500,
      requestsPerSecond: 5,
      durationMs: 60_000,
      warmUpMs: 5000,
      clientSegment: false,
      traceSource: 'aws',
      tolerances: { p95: 0.1, typical: 0.05, faults: 0.005, floorMs: 2 },
      failOnNewEdges: true,
      minimumTraces: 30,
      minimumCoverage: 0.9,
      onInconclusive: 'fail',
      onNoBaseline: 'warn',
      comment: 'always',
      cloudWatchNamespace: null,
      seed: null,
    });
    expect(settings.url.href).toBe('https://staging.example.com/');
  });

  it('are read in the units that people write', () => {
    const settings = read({
      duration: '2m',
      'warm-up': '500ms',
      timeout: '1.5',
      'tolerance-p95': '25%',
      'tolerance-typical': '8',
      'tolerance-faults': '0%',
      'minimum-difference': '5',
      'minimum-coverage': '0.8',
      'trace-source': 'LOCAL',
      rate: '0.5',
      requests: '# orders\n3 POST /orders {"sku":"A-1"}\n\n1 get /orders/42?full=1\n',
    });
    expect(settings).toMatchObject({
      durationMs: 120_000,
      warmUpMs: 500,
      timeoutMs: 1500,
      tolerances: { p95: 0.25, typical: 0.08, faults: 0, floorMs: 5 },
      minimumCoverage: 0.8,
      traceSource: 'local',
      requestsPerSecond: 0.5,
      traffic: {
        lines: [
          { weight: 3, steps: [{ method: 'POST', path: ['/orders'], body: { text: ['{"sku":"A-1"}'] } }] },
          { weight: 1, steps: [{ method: 'GET', path: ['/orders/42?full=1'], body: null }] },
        ],
        file: null,
      },
    });
  });

  it.each(['PerformanceGate', 'PerformanceGate/checkout api', 'a.b-c_d#e:f', 'x'.repeat(255)])(
    'take %s as a namespace of CloudWatch',
    (namespace) => {
      expect(read({ 'cloudwatch-namespace': namespace }).cloudWatchNamespace).toBe(namespace);
    },
  );

  it.each(['AWS/Lambda', 'aws/x', ':gate', 'größe', 'a,b', 'a\nb', 'x'.repeat(256)])(
    'refuse %j as a namespace of CloudWatch',
    (namespace) => {
      const problems = problemsOf({ 'cloudwatch-namespace': namespace });
      expect(problems).toEqual([
        `Input "cloudwatch-namespace" must be up to 255 letters, digits, spaces and . - _ / # :, beginning neither with AWS/, which is Amazon's own, nor with a colon; got "${namespace}". Write it as PerformanceGate/checkout.`,
      ]);
    },
  );

  it.each(['checkout', 'team/checkout 2', 'arn:aws:xray:eu-west-1:111122223333:group/checkout/ABC', 'x'.repeat(32)])(
    'take %s as a group of X-Ray',
    (group) => {
      expect(read({ group }).group).toBe(group);
    },
  );

  it.each([
    'x'.repeat(33),
    'a"b',
    'größe',
    'a\nb',
    'arn:aws:xray:eu-west-1:1:group/a',
    'arn:aws:sqs:eu-west-1:111122223333:a',
  ])('refuse %j as a group of X-Ray', (group) => {
    expect(problemsOf({ group })).toEqual([
      `Input "group" must be an X-Ray group's name, up to 32 letters, digits, spaces and _ . : / @ % + # = & -, or its ARN; got "${group}". Write it as checkout or arn:aws:xray:eu-west-1:111122223333:group/checkout/ABC.`,
    ]);
  });

  it('name a file of scenarios, which must be there', () => {
    expect(read({ scenarios: 'perf/shop.yml' }).traffic).toEqual({
      lines: [],
      file: { path: 'perf/shop.yml', mustExist: true },
    });
    // The runner gives defaults as if they had been written.
    expect(read({ scenarios: 'perf/shop.yml', requests: '1 GET /' }).traffic.lines).toEqual([]);
  });

  it('say how much traffic, and when it may begin', () => {
    expect(
      read({
        arrivals: 'poisson',
        pairs: '400',
        resolution: '15%',
        ramp: '10s',
        'ready-timeout': '0s',
        'ready-path': '/health',
        'version-header': 'X-Version',
        'http-version': '2',
        traffic: 'external',
        'external-run': '6b006c36a1b2c3d4',
      }),
    ).toMatchObject({
      arrivals: 'poisson',
      pairs: 400,
      resolution: 0.15,
      rampMs: 10_000,
      ready: { timeoutMs: 0, path: '/health', versionHeader: 'x-version' },
      http2: true,
      externalRun: '6b006c36a1b2c3d4',
    });
  });

  it('may name a function instead of a URL', () => {
    expect(read({ url: 'lambda:checkout:live' }).url.href).toBe('lambda:checkout:live');
  });

  it.each(['eu-west-1', 'us-gov-west-1', 'ap-southeast-2', 'eusc-de-east-1'])('take the region %s', (region) => {
    expect(read({ 'aws-region': region }).awsRegion).toBe(region);
  });

  it("take GitHub's own expression for a token as no token, outside a workflow", () => {
    expect(read({}).githubToken).toBeNull();
  });

  it('need no url where two versions are looked up', () => {
    const compare = { mode: 'compare', url: '', baseline: 'v1' };
    expect(read(compare)).toMatchObject({ mode: 'compare', baseline: { version: 'v1' } });
    expect(read({ ...compare, since: '2026-11-20T08:00:00Z', until: '90m' })).toMatchObject({
      since: { kind: 'at', epochMs: Date.UTC(2026, 10, 20, 8) },
      until: { kind: 'ago', ms: 5_400_000 },
    });
  });

  it.each<[string, Partial<Record<InputName, string>>, string]>([
    ['no url', { url: '' }, 'Input "url" is required and empty.'],
    ['a comparison without a baseline', { mode: 'compare' }, 'Input "mode": compare needs "baseline"'],
    [
      'a comparison with a URL',
      { mode: 'compare', baseline: 'v1', 'baseline-url': 'https://blue' },
      'looks both versions up in X-Ray, and takes no "baseline-url".',
    ],
    ['another mode', { mode: 'look' }, 'Input "mode" must be one of gate, compare; got "look".'],
    [
      'a time without zone',
      { since: '2026-11-20T08:00:00' },
      'Input "since" must be how long ago, or a time with its zone',
    ],
    ['a time that is none', { until: 'yesterday' }, 'got "yesterday". Write it as 7d, 12h or 2026-11-20T08:00:00Z.'],
    [
      'a url without scheme',
      { url: 'staging.example.com' },
      'Input "url" must be an http or https URL without query, or lambda: and a function; got "staging.example.com". Write it as https://staging.example.com or lambda:checkout:live.',
    ],
    ['a url with a query', { 'baseline-url': 'https://a/?x=1' }, 'got "https://a/?x=1".'],
    [
      'a user that is not percent-encoded',
      { url: 'https://us%er@host' },
      'Input "url" must be a URL whose user and password are percent-encoded; got "https://***@host". Write it as https://user:100%25@host for 100%.',
    ],
    [
      'a password that is not percent-encoded',
      { 'baseline-url': 'https://me:100%@host' },
      'Input "baseline-url" must be a URL whose user and password are percent-encoded; got "https://***@host".',
    ],
    [
      'a password that is percent-encoded but not UTF-8',
      { url: 'https://me:%FF@host' },
      'Input "url" must be a URL whose user and password are percent-encoded; got "https://***@host".',
    ],
    [
      'a rate in words',
      { rate: 'fast' },
      'Input "rate" must be requests per second above 0 and at most 1000; got "fast". Write it as 5 or 0.5.',
    ],
    ['a rate of zero', { rate: '0' }, 'above 0 and at most 1000; got "0"'],
    [
      'a duration with an unknown unit',
      { duration: '3 fortnights' },
      'Input "duration" must be a time from 1 to 3600 seconds; got "3 fortnights". Write it as 90s or 2m.',
    ],
    ['a negative duration', { duration: '-5s' }, 'got "-5s"'],
    [
      'a percentage that could be a share',
      { 'tolerance-p95': '0.1' },
      'got "0.1". Write it as 0.1% or 10%, whichever you mean.',
    ],
    [
      'a percentage beyond all',
      { 'minimum-coverage': '140%' },
      'Input "minimum-coverage" must be a percentage from 0% to 100%; got "140%". Write it as 90%.',
    ],
    [
      'an unknown choice',
      { 'on-inconclusive': 'maybe' },
      'Input "on-inconclusive" must be one of fail, warn; got "maybe". Write it as fail or warn.',
    ],
    [
      'a region typo',
      { 'aws-region': 'eu-west' },
      'Input "aws-region" must be an AWS region; got "eu-west". Write it as eu-west-1.',
    ],
    [
      'an annotation with a space',
      { 'version-annotation': 'my version' },
      'Input "version-annotation" must be an annotation\'s key',
    ],
    [
      'a request without path',
      { requests: '1 GET' },
      'Input "requests" has a line that has no weight, method and path; got "1 GET". Write it as 3 POST /orders or 1 GET /orders/42.',
    ],
    ['a request without weight', { requests: 'GET /orders 1' }, 'got "GET /orders 1"'],
    [
      'only comments for requests',
      { requests: '# nothing' },
      'Input "requests" must be at least one line of weight, method and path',
    ],
    [
      'lines and a file',
      { requests: '1 GET /orders', scenarios: 'shop.yml' },
      'Inputs "requests" and "scenarios" both say what to send. Keep one of them.',
    ],
    ['a password, which it does not show', { url: 'https://me:s3cret@h/?q=1' }, 'got "https://***@h/?q=1"'],
    [
      'a password with "@" and "/", which it does not show',
      { url: 'https://me:s@/cret@h/?q=1' },
      'got "https://***@h/?q=1"',
    ],
    [
      'half a pair',
      { pairs: '0.5' },
      'Input "pairs" must be a whole number from 1 to 1000000; got "0.5". Write it as auto.',
    ],
    [
      'a path without slash',
      { 'ready-path': 'health' },
      'Input "ready-path" must be a path that starts with "/"; got "health"',
    ],
    ['a header with a colon', { 'version-header': 'x-version:' }, 'Input "version-header" must be a header\'s name'],
    [
      'segments of the gate’s own, where another engine drives',
      { traffic: 'external', 'external-run': '6b006c36a1b2c3d4', 'client-segment': 'true' },
      'Input "client-segment" may be true only where the gate itself drives',
    ],
    [
      'a client segment that is neither',
      { 'client-segment': 'yes' },
      'Input "client-segment" must be one of true, false',
    ],
    ['an external run without id', { traffic: 'external' }, 'Input "external-run" must be the id of a run'],
    [
      'an external run that is not',
      { 'external-run': '6b006c36a1b2c3d4' },
      'Input "external-run" goes with "traffic": external.',
    ],
    [
      'a seed in words',
      { seed: 'lucky' },
      'Input "seed" must be a whole number from 0 to 2147483647; got "lucky". Write it as 42.',
    ],
    [
      'a comment key that could close the marker',
      { 'comment-key': 'x --> <b>' },
      'Input "comment-key" must be up to 64 letters, digits, - _ and .',
    ],
  ])('say what is wrong with %s', (_, given, message) => {
    const problems = problemsOf(given);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
  });

  it('are all reported in one go', () => {
    const problems = problemsOf({ url: 'nowhere', version: '', rate: 'fast', duration: 'long', requests: 'x\ny' });
    expect(problems.map((problem) => /"([\w-]+)"/.exec(problem)?.[1])).toEqual([
      'url',
      'version',
      'requests',
      'requests',
      'rate',
      'duration',
    ]);
  });

  it('may not end the first stage early where there is no second to confirm it', () => {
    expect(problemsOf({ confirm: 'no', 'early-stop': 'first' })).toEqual([
      'Input "early-stop" may be first only with "confirm": yes; there is no second measurement to confirm it.',
    ]);
    expect(problemsOf({ confirm: 'no' })).toEqual([]);
  });
});
