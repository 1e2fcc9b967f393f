import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSavedProfile, PROFILE_SCHEMA, readProfile, writeProfile } from '../../src/baseline/saved-profile.js';
import { profileFound } from '../../src/collect/profiles.js';
import { NO_SHORTCOMINGS } from '../../src/collect/shortcomings.js';
import { GateError } from '../../src/errors.js';
import type { Profile } from '../../src/trace/profile.js';
import { traceIdOf } from '../support/exchange-builder.js';
import { EPOCH_MS, entityId, seconds, TRACE_ID, told, traceOf } from '../support/segment-builder.js';

function aProfile(overrides: Partial<Profile> = {}): Profile {
  return {
    version: '1.7.3',
    run: 'run-1',
    coverage: {
      ...{ sent: 10, answered: 9, traced: 8, complete: 7, otherVersion: 1 },
      operations: [
        { operation: 'GET /orders/{id}', sent: 6, answered: 6, traced: 6, complete: 6, otherVersion: 0 },
        { operation: null, sent: 4, answered: 3, traced: 2, complete: 1, otherVersion: 1 },
      ],
    },
    nodes: [
      { name: 'api', type: 'AWS::ECS::Fargate', account: '123456789012' },
      { name: 'orders', type: 'AWS::DynamoDB::Table', account: '' },
    ],
    nodeVersions: ['1.7.3', null],
    steps: [
      { parent: null, node: 0, name: 'own code' },
      { parent: 0, node: 1, name: 'GetItem' },
    ],
    exceptions: [{ step: 1, type: 'TimeoutError', message: 'no answer after 30 ms' }],
    requests: [
      {
        traceId: traceIdOf(1),
        run: '0a1b2c3d',
        order: 0,
        slot: 0,
        startMs: EPOCH_MS + 0.25,
        operation: 'GET /orders/{id}',
        responseMs: 80.125,
        fault: false,
        error: true,
        throttle: false,
        cold: true,
        initMs: 412.5,
        traced: true,
        work: [{ node: 0, selfMs: 50, ownFault: false, ownError: true, ownThrottle: false }],
        calls: [
          { from: 0, to: 1, durationMs: 30, fault: false, error: false, throttle: true, retries: 2, onlyWitness: true },
        ],
        steps: [
          { step: 0, count: 1, pathMs: 50.125 },
          { step: 1, count: 3, pathMs: 30 },
        ],
        exceptions: [0],
        failure: { node: 1, status: 500, exception: 'TimeoutError' },
      },
    ],
    ...overrides,
  };
}

const saved = (profile = aProfile()): Record<string, unknown> => JSON.parse(writeProfile(profile));

function errorOf(value: unknown): GateError {
  try {
    readProfile(value, 'base.json');
  } catch (error) {
    if (error instanceof GateError) return error;
    throw error;
  }
  throw new Error('it was read');
}

describe('a saved profile', () => {
  test('is read as it was written', () => {
    expect(readProfile(saved(), 'base.json')).toEqual(aProfile());
  });

  test('may have no version, no run, no requests, and response times that are unknown', () => {
    const [request] = aProfile().requests;
    const profile = aProfile({ version: null, run: null, requests: [{ ...request!, responseMs: null }] });
    expect(readProfile(saved(profile), 'base.json')).toEqual(profile);
    expect(
      readProfile(
        saved(aProfile({ nodes: [], nodeVersions: [], steps: [], exceptions: [], requests: [] })),
        'base.json',
      ).requests,
    ).toEqual([]);
  });

  test('is known by what it says it is, whatever its schema', () => {
    expect(isSavedProfile(saved())).toBe(true);
    expect(isSavedProfile({ kind: 'xray-gate-profile', schemaVersion: 99 })).toBe(true);
    for (const other of [null, 1, 'xray-gate-profile', [], {}, { kind: 'x' }, { Traces: [] }]) {
      expect(isSavedProfile(other)).toBe(false);
    }
  });

  test('is one line of JSON with its schema', () => {
    expect(writeProfile(aProfile())).toMatch(/^\{.*\}\n$/);
    expect(saved()).toMatchObject({ kind: 'xray-gate-profile', schemaVersion: PROFILE_SCHEMA });
  });

  test('may hold names that every object has', () => {
    const profile = aProfile({
      version: '__proto__',
      nodes: [{ name: 'constructor', type: 'toString', account: '' }],
      nodeVersions: ['valueOf'],
      steps: [{ parent: null, node: 0, name: 'hasOwnProperty' }],
      exceptions: [],
      requests: [],
    });
    expect(readProfile(saved(profile), 'base.json')).toEqual(profile);
  });

  const ms = fc.double({ noNaN: true, noDefaultInfinity: true, min: 0, max: 1e15 });
  const node = fc.nat({ max: 2 });
  const anyProfile: fc.Arbitrary<Profile> = fc.record({
    version: fc.option(fc.string({ unit: 'binary' })),
    run: fc.option(fc.uuid()),
    coverage: fc
      .record({ complete: fc.nat(), otherVersion: fc.nat(), inPart: fc.nat(), untraced: fc.nat(), answered: fc.nat() })
      .map(({ complete, otherVersion, inPart, untraced, answered }) => {
        const traced = complete + otherVersion + inPart;
        const reached = { sent: traced + untraced, answered, traced, complete, otherVersion };
        return { ...reached, operations: [{ operation: null, ...reached }] };
      }),
    nodes: fc.array(fc.record({ name: fc.string({ unit: 'binary' }), type: fc.string(), account: fc.string() }), {
      minLength: 3,
      maxLength: 3,
    }),
    nodeVersions: fc.array(fc.option(fc.string({ unit: 'binary' })), { minLength: 3, maxLength: 3 }),
    steps: fc.tuple(node, fc.string(), node, fc.string()).map(([above, first, below, second]) => [
      { parent: null, node: above, name: first },
      { parent: 0, node: below, name: second },
    ]),
    exceptions: fc.array(fc.record({ step: fc.nat({ max: 1 }), type: fc.string(), message: fc.string() }), {
      minLength: 1,
    }),
    requests: fc.uniqueArray(
      fc.record({
        traceId: fc.string(),
        run: fc.option(fc.string()),
        order: fc.nat(),
        slot: fc.nat(),
        startMs: ms,
        operation: fc.string({ unit: 'binary' }),
        responseMs: fc.option(ms),
        fault: fc.boolean(),
        error: fc.boolean(),
        throttle: fc.boolean(),
        cold: fc.boolean(),
        initMs: ms,
        traced: fc.boolean(),
        work: fc.array(
          fc.record({
            node,
            selfMs: ms,
            ownFault: fc.boolean(),
            ownError: fc.boolean(),
            ownThrottle: fc.boolean(),
          }),
        ),
        calls: fc.array(
          fc.record({
            from: node,
            to: node,
            durationMs: ms,
            fault: fc.boolean(),
            error: fc.boolean(),
            throttle: fc.boolean(),
            retries: fc.nat(),
            onlyWitness: fc.boolean(),
          }),
        ),
        steps: fc.array(fc.record({ step: fc.nat({ max: 1 }), count: fc.nat(), pathMs: ms })),
        exceptions: fc.constantFrom([], [0]),
        failure: fc.option(fc.record({ node, status: fc.option(fc.nat()), exception: fc.option(fc.string()) })),
      }),
      { maxLength: 5, selector: ({ order }) => order },
    ),
  });

  test('of any profile is read as it was written', () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        expect(readProfile(saved(profile), 'base.json')).toEqual(profile);
      }),
    );
  });
});

describe('whatever an application sent', () => {
  const odd = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('constructor', '__proto__', 1e306, -1e300, 'NaN'),
  );
  const id = fc.integer({ min: 1, max: 6 }).map(entityId);
  const time = fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: -50, max: 150 }).map(seconds) },
    { weight: 1, arbitrary: odd },
  );
  const name = fc.constantFrom('api', 'DynamoDB', 'constructor', '__proto__', 'toString', 'hasOwnProperty');
  const call = fc.record(
    {
      id,
      name,
      start_time: time,
      end_time: time,
      namespace: fc.constantFrom('aws', 'remote'),
      aws: odd,
      http: odd,
      fault: odd,
    },
    { requiredKeys: ['id', 'name', 'start_time'] },
  );
  const document = fc.record(
    {
      trace_id: fc.constant(TRACE_ID),
      id,
      name,
      parent_id: id,
      start_time: time,
      end_time: time,
      type: fc.constantFrom('subsegment', 'segment', undefined),
      origin: odd,
      aws: fc.oneof(odd, fc.record({ account_id: odd, table_name: odd, queue_url: odd })),
      http: fc.oneof(odd, fc.record({ request: fc.record({ url: odd, method: odd }), response: odd })),
      inferred: odd,
      subsegments: fc.array(call, { maxLength: 3 }),
    },
    { requiredKeys: ['trace_id', 'id', 'name', 'start_time'] },
  );

  test('its profile can be saved and read again', () => {
    fc.assert(
      fc.property(fc.array(document, { maxLength: 8 }), (documents) => {
        const traces = new Map([
          [TRACE_ID, { told: told(traceOf(...documents)), client: null, complete: true, missing: null, settled: true }],
        ]);
        const profile = profileFound(
          { traces, calls: 1, elapsedMs: 1, quietMs: 0, shortcomings: NO_SHORTCOMINGS },
          1,
          null,
        );
        // As text: JSON knows no -0.
        expect(writeProfile(readProfile(saved(profile), 'base.json'))).toBe(writeProfile(profile));
      }),
      { numRuns: 500 },
    );
  });
});

/** Every field below a value, as `requests[0].work[0].node` names it, with how to set it in a copy. */
function fieldsBelow(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each, i) => [`${at}[${i}]`, ...fieldsBelow(each, `${at}[${i}]`)]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    const here = at === '' ? name : `${at}.${name}`;
    return [here, ...fieldsBelow(each, here)];
  });
}

function spoiled(at: string, spoil: (value: unknown) => unknown): unknown {
  const copy = saved();
  const steps = at.split(/[.[\]]+/).filter((step) => step !== '');
  const last = steps.pop() ?? '';
  const holder = steps.reduce<Record<string, unknown>>((value, step) => value[step] as Record<string, unknown>, copy);
  holder[last] = spoil(holder[last]);
  return copy;
}

function otherType(value: unknown): unknown {
  if (Array.isArray(value)) return {};
  switch (typeof value) {
    case 'string':
      return 7;
    case 'number':
      return 'seven';
    case 'boolean':
      return 'yes';
    default:
      return [];
  }
}

describe('a damaged profile', () => {
  const fields = fieldsBelow(saved()).filter((at) => at !== 'kind' && at !== 'schemaVersion');

  test('has all its fields spoiled here', () => {
    expect(fields).toEqual(expect.arrayContaining(['coverage.sent', 'nodes[1].type', 'requests[0].steps[0].pathMs']));
    expect(fields).toHaveLength(96);
  });

  test.each(fields)('is an error that names the field where %s has another type', (at) => {
    const { message } = errorOf(spoiled(at, otherType));
    expect(message).toContain(`The saved profile base.json is damaged: ${at} must be `);
  });

  test.each(fields)('is an error that names the field where %s is missing', (at) => {
    expect(errorOf(spoiled(at, () => undefined)).message).toContain(`base.json is damaged: ${at} must be `);
  });

  const nullable = [
    'version',
    'run',
    'nodeVersions[0]',
    'nodeVersions[1]',
    'steps[0].parent',
    'steps[1].parent',
    'coverage.operations[0].operation',
    'coverage.operations[1].operation',
    'requests[0].run',
    'requests[0].responseMs',
    'requests[0].failure',
    'requests[0].failure.status',
    'requests[0].failure.exception',
  ];
  test.each(fields.filter((at) => !nullable.includes(at)))(
    'is an error that names the field where %s is null',
    (at) => {
      expect(errorOf(spoiled(at, () => null)).message).toMatch(/ must be .*; got null\.$/);
    },
  );

  test.each([
    'requests[0].responseMs',
    'requests[0].work[0].selfMs',
    'requests[0].calls[0].durationMs',
    'coverage.sent',
  ])('is an error where %s is negative', (at) => {
    expect(errorOf(spoiled(at, () => -5)).message).toContain(`${at} must be a number, 0 or more; got -5.`);
  });

  test('is an error where two requests have the same place', () => {
    const profile = saved() as { requests: object[] };
    const twice = { ...profile, requests: [...profile.requests, ...profile.requests] };
    expect(errorOf(twice).message).toMatch(/requests\[\d+\]\.order must be a number that no other request has; got /);
  });

  test('is an error where more traces are whole than were sent', () => {
    expect(errorOf(spoiled('coverage.complete', () => 1e9)).message).toContain('coverage must be sent ≥ traced ≥');
    const { message } = errorOf(spoiled('coverage.operations[1].traced', () => 5));
    expect(message).toContain('coverage.operations[1] must be sent ≥ traced ≥');
  });

  test('is an error where the operations do not make up the whole', () => {
    const { message } = errorOf(spoiled('coverage.operations[0].sent', () => 7));
    expect(message).toContain('coverage.sent must be 11, as its operations have together; got 10');
  });

  const indices = [
    'requests[0].work[0].node',
    'requests[0].calls[0].from',
    'requests[0].calls[0].to',
    'steps[1].node',
    'requests[0].steps[1].step',
    'requests[0].exceptions[0]',
    'exceptions[0].step',
  ];
  test.each(indices.flatMap((at) => [2, -1, 0.5].map((index) => ({ at, index }))))(
    'is an error where $at is $index, which nothing stands at',
    ({ at, index }) => {
      expect(errorOf(spoiled(at, () => index)).message).toMatch(/ must be the index of an? \w+; got /);
      expect(errorOf(spoiled(at, () => index)).message).toContain(`${at} `);
    },
  );

  test('is an error where a step is part of one that comes after it', () => {
    expect(errorOf(spoiled('steps[0].parent', () => 1)).message).toContain('must be the index of a step before it');
  });

  test('is an error where a number is beyond all numbers', () => {
    const text = writeProfile(aProfile()).replace('"responseMs":80.125', '"responseMs":1e999');
    expect(errorOf(JSON.parse(text)).message).toContain('requests[0].responseMs must be a number');
  });

  test('is quoted in part only', () => {
    expect(errorOf(spoiled('version', () => ['x'.repeat(10_000)])).message.length).toBeLessThan(250);
  });
});

describe('what is no saved profile', () => {
  test.each([null, 1, 'text', true, []])('is an error that names the file: %j', (value) => {
    expect(errorOf(value).message).toContain('base.json');
  });

  test('is an error where it says that it is something else', () => {
    expect(errorOf({ ...saved(), kind: 'report' }).message).toBe('base.json is not a saved profile.');
  });

  test.each([0, 1, 2, 3, 5, '4', null, undefined])('is an error where it is of schema %j', (schemaVersion) => {
    const error = errorOf({ ...saved(), schemaVersion });
    expect(error.message).toBe(
      `base.json has profile schema ${JSON.stringify(schemaVersion)}, and this version of the gate reads ${PROFILE_SCHEMA}.`,
    );
    expect(error.remedy).toContain('Save the profile again');
  });
});
