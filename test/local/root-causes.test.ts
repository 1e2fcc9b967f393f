import { describe, expect, test } from 'vitest';
import { rootCausesOf } from '../../src/local/root-causes.js';
import { EPOCH_S, entityId, segment, shopTrace, subsegment } from './documents.js';
import { merged } from './stored.js';

const until = (ms: number) => ({ end_time: EPOCH_S + ms / 1000 });
const named = (name: string) => ({ Name: name, Names: [name] });

describe('the root cause of a fault', () => {
  test('is the path from the client to what threw, service by service', () => {
    const { trace } = merged([
      segment(0xa, {
        fault: true,
        origin: 'AWS::EC2::Instance',
        aws: { account_id: '123456789012' },
        subsegments: [subsegment(0xb, { name: 'orders', namespace: 'remote', fault: true })],
      }),
      segment(0xc, {
        name: 'orders',
        parent_id: entityId(0xb),
        fault: true,
        subsegments: [
          subsegment(0xd, {
            name: 'load',
            fault: true,
            cause: { exceptions: [{ id: entityId(1), type: 'TypeError', message: 'no order' }, { id: entityId(2) }] },
          }),
        ],
      }),
    ]);
    expect(rootCausesOf(trace, 'fault')).toEqual([
      {
        ClientImpacting: true,
        Services: [
          {
            ...named('api'),
            Type: 'AWS::EC2::Instance',
            AccountId: '123456789012',
            Inferred: false,
            EntityPath: [
              { Name: 'api', Remote: false, Exceptions: [] },
              { Name: 'orders', Remote: true, Exceptions: [] },
            ],
          },
          {
            ...named('orders'),
            Inferred: false,
            EntityPath: [
              { Name: 'orders', Remote: false, Exceptions: [] },
              { Name: 'load', Remote: false, Exceptions: [{ Name: 'TypeError', Message: 'no order' }, {}] },
            ],
          },
        ],
      },
    ]);
    expect(rootCausesOf(trace, 'error')).toEqual([]);
  });

  test('does not reach the client where a caller made it good', () => {
    const [api, inventory] = shopTrace();
    const { trace } = merged([api ?? {}, { ...inventory, fault: true }]);
    expect(rootCausesOf(trace, 'fault')).toEqual([
      {
        ClientImpacting: false,
        Services: [
          {
            ...named('inventory'),
            Type: 'AWS::ECS::Fargate',
            Inferred: false,
            EntityPath: [{ Name: 'inventory', Remote: false, Exceptions: [] }],
          },
        ],
      },
    ]);
  });

  test('is one for each failure, and ends in an inferred service where nobody else can be blamed', () => {
    const call = { namespace: 'aws', name: 'DynamoDB', error: true };
    const { trace } = merged([
      segment(0xa, {
        error: true,
        subsegments: [
          subsegment(0xb, { ...call, aws: { table_name: 'stock' } }),
          subsegment(0xc, { ...call, aws: { table_name: 'users' } }),
        ],
      }),
    ]);
    const table = (name: string) =>
      expect.objectContaining({ Name: name, Type: 'AWS::DynamoDB::Table', Inferred: true });
    expect(rootCausesOf(trace, 'error').map(({ Services }) => Services)).toEqual(
      expect.arrayContaining([
        [expect.objectContaining({ Name: 'api' }), table('stock')],
        [expect.objectContaining({ Name: 'api' }), table('users')],
      ]),
    );
    expect(rootCausesOf(trace, 'error')).toHaveLength(2);
  });

  test('is not looked for for ever where segments call one another in a circle', () => {
    const { trace } = merged([
      segment(0xa, { fault: true, parent_id: entityId(0xb) }),
      segment(0xb, { fault: true, parent_id: entityId(0xa), subsegments: [subsegment(0xd, { fault: true })] }),
      segment(0xc, { fault: true, parent_id: entityId(0xc) }),
    ]);
    const [circle, itself] = rootCausesOf(trace, 'fault');
    expect(circle?.Services.flatMap(({ EntityPath }) => EntityPath).map(({ Name }) => Name)).toEqual([
      'api',
      'api',
      'work',
    ]);
    expect(itself?.Services).toHaveLength(1);
  });
});

describe('the root cause of the response time', () => {
  const coverages = (documents: Parameters<typeof merged>[0]) =>
    rootCausesOf(merged(documents).trace, 'responsetime').flatMap(({ Services }) =>
      Services.flatMap(({ EntityPath }) => EntityPath.map(({ Name, Coverage }) => [Name, Coverage])),
    );

  test('is the path of the longest calls, each with its part of the time', () => {
    const documents = [
      segment(0xa, {
        name: 'GetWeatherData',
        ...until(1000),
        subsegments: [
          subsegment(0xb, { name: 'log', ...until(790) }),
          subsegment(0xc, { name: 'get_temperature', ...until(800) }),
        ],
      }),
      segment(0xd, { name: 'GetTemperature', parent_id: entityId(0xc), ...until(700) }),
    ];
    expect(coverages(documents)).toEqual([
      ['GetWeatherData', 1],
      ['get_temperature', 0.8],
      ['GetTemperature', 0.7],
    ]);
    expect(rootCausesOf(merged(documents).trace, 'responsetime')).toMatchObject([
      { ClientImpacting: true, Services: [{ Name: 'GetWeatherData' }, { Name: 'GetTemperature' }] },
    ]);
  });

  test.each([
    ['ends where the calls take less than half of the time', [subsegment(0xb, until(49))], [['api', 1]]],
    [
      'goes on where one takes half of it',
      [subsegment(0xb, until(50))],
      [
        ['api', 1],
        ['work', 0.5],
      ],
    ],
    [
      'counts only what the caller waited for',
      [
        subsegment(0xb, { name: 'queue', start_time: EPOCH_S + 0.09, ...until(5000) }),
        subsegment(0xc, { name: 'query', ...until(60) }),
      ],
      [
        ['api', 1],
        ['query', 0.6],
      ],
    ],
    [
      'takes the first of two that take equally long',
      [
        subsegment(0xb, { name: 'second', start_time: EPOCH_S + 0.01, ...until(61) }),
        subsegment(0xc, { name: 'first', ...until(51) }),
      ],
      [
        ['api', 1],
        ['first', 0.51],
      ],
    ],
    [
      'does not know of what is in progress',
      [subsegment(0xb, { in_progress: true, end_time: undefined })],
      [['api', 1]],
    ],
  ])('%s', (_, subsegments, path) => {
    expect(coverages([segment(0xa, { subsegments })])).toEqual(path);
  });

  test('is not known while the root is in progress, or where it took no time', () => {
    expect(coverages([segment(0xa, { in_progress: true, end_time: undefined })])).toEqual([]);
    expect(coverages([segment(0xa, until(0))])).toEqual([]);
  });

  test('is not looked for for ever where a segment is below itself', () => {
    const inner = subsegment(0xb, until(100));
    expect(
      coverages([
        segment(0xa, { subsegments: [inner] }),
        segment(0xc, { parent_id: entityId(0xb), subsegments: [inner] }),
      ]),
    ).toHaveLength(4);
  });
});
