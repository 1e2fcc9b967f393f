import { describe, expect, test } from 'vitest';
import { matchesTrace } from '../../../src/local/filter/evaluation.js';
import { parseFilter } from '../../../src/local/filter/parser.js';
import { type DocumentFields, EPOCH_S, entityId, segment, subsegment } from '../documents.js';
import { merged } from '../stored.js';

/** What the root segment, `api`, answered. */
const answered = (status: number, fields: DocumentFields = {}) => [
  segment(0xa, {
    http: { request: { method: 'GET', url: 'http://api.example.com/v2/game' }, response: { status } },
    error: status >= 400 && status < 500,
    throttle: status === 429,
    fault: status >= 500,
    ...fields,
  }),
];
const took = (seconds: number, fields: DocumentFields = {}) =>
  answered(200, { end_time: EPOCH_S + seconds, ...fields });
const requested = (request: DocumentFields, fields: DocumentFields = {}) =>
  answered(200, { http: { request }, ...fields });
const annotated = (annotations: DocumentFields) => answered(200, { annotations });

/** The root, `from`, called `to`; both ends of the call take the fields of `call`, the callee those of `callee` too. */
const called = (
  from: string,
  to: string,
  call: DocumentFields = {},
  callee: DocumentFields = {},
  own: DocumentFields = {},
) => [
  segment(0xa, {
    name: from,
    subsegments: [subsegment(0xb, { name: to, namespace: 'remote', end_time: EPOCH_S + 0.08, ...call })],
    ...own,
  }),
  segment(0xc, { name: to, parent_id: entityId(0xb), end_time: EPOCH_S + 0.08, ...call, ...callee }),
];
const failed = { fault: true };
const thrown = (...exceptions: DocumentFields[]) => ({ ...failed, cause: { exceptions } });
/** A root that failed through a call of a table that failed. */
const table = (name: string, fields: DocumentFields = failed) => [
  segment(0xa, {
    ...fields,
    subsegments: [
      subsegment(0xb, {
        name: 'DynamoDB',
        namespace: 'aws',
        aws: { table_name: name },
        end_time: EPOCH_S + 0.09,
        ...fields,
      }),
    ],
  }),
];
/** A chain of failures of so many segments, each called by the one before. */
const chain = (length: number) =>
  Array.from({ length }, (_, index) =>
    segment(0x10 + 2 * index, {
      ...failed,
      ...(index === 0 ? {} : { parent_id: entityId(0x10 + 2 * index - 1) }),
      subsegments: index === length - 1 ? [] : [subsegment(0x11 + 2 * index, failed)],
    }),
  );
const lambda = (service: DocumentFields, code: DocumentFields, account = '123456789012') => [
  segment(0xa, { name: 'random-name', origin: 'AWS::Lambda', ...service }),
  segment(0xb, {
    name: 'random-name',
    origin: 'AWS::Lambda::Function',
    parent_id: entityId(0xa),
    aws: { account_id: account },
    ...code,
  }),
];
const weather = (function_: string) => [
  segment(0xa, {
    name: 'GetWeatherData',
    end_time: EPOCH_S + 1,
    subsegments: [subsegment(0xb, { name: function_, end_time: EPOCH_S + 0.8 })],
  }),
  segment(0xc, { name: 'GetTemperature', parent_id: entityId(0xb), end_time: EPOCH_S + 0.7 }),
];

const ROOT_CAUSE =
  '{ "Services": [ { "Name": "GetWeatherData", "EntityPath": [{ "Name": "GetWeatherData" }, { "Name": "get_temperature" } ] }, { "Name": "GetTemperature", "EntityPath": [ { "Name": "GetTemperature" } ] } ] }';

/** Where the guide has the type `AWS::DynamoDB`, the table's own is asked for, which its graphs have. */
const EXAMPLES: {
  readonly filter: string;
  readonly holds: readonly DocumentFields[];
  readonly fails: readonly DocumentFields[];
}[] = [
  { filter: 'responsetime > 5', holds: took(5.001), fails: took(5) },
  { filter: 'duration >= 5 AND duration <= 8', holds: took(8), fails: took(8.001) },
  { filter: 'ok', holds: answered(204), fails: answered(302) },
  { filter: '!ok', holds: answered(404), fails: answered(200) },
  { filter: 'ok = false', holds: answered(500), fails: answered(200) },
  {
    filter: 'rootcause.fault.entity { last and name = "deserialize" }',
    holds: answered(500, { subsegments: [subsegment(0xb, { name: 'deserialize', ...failed })] }),
    fails: answered(500, {
      subsegments: [
        subsegment(0xb, {
          name: 'deserialize',
          ...failed,
          subsegments: [subsegment(0xc, { name: 'read', ...failed })],
        }),
      ],
    }),
  },
  {
    filter: 'rootcause.responsetime.entity { remote and coverage > 0.7 and name = "traces" }',
    holds: called('api', 'traces'),
    fails: called('api', 'traces', { end_time: EPOCH_S + 0.07 }),
  },
  {
    filter: 'rootcause.fault.service { inferred and name = traces and type = "AWS::DynamoDB::Table" }',
    holds: table('traces'),
    fails: table('users'),
  },
  {
    filter: 'service("data-plane") {root = true and fault = true}',
    holds: answered(500, { name: 'data-plane' }),
    fails: called('api', 'data-plane', failed, {}, failed),
  },
  { filter: 'http.status != 200', holds: answered(201), fails: answered(200) },
  {
    filter: 'ok !partial duration <3',
    holds: took(2.999),
    fails: [...took(2), segment(0xc, { parent_id: entityId(0xa), in_progress: true, end_time: undefined })],
  },
  { filter: 'rootcause.fault.service { index > 5 }', holds: chain(7), fails: chain(6) },
  {
    filter: 'rootcause.responsetime.entity { last and coverage > 0.8 }',
    holds: answered(200, { subsegments: [subsegment(0xb, { end_time: EPOCH_S + 0.081 })] }),
    fails: answered(200, { subsegments: [subsegment(0xb, { end_time: EPOCH_S + 0.08 })] }),
  },
  {
    filter: 'http.url CONTAINS "/api/game/"',
    holds: requested({ url: 'http://x/api/game/5' }),
    fails: requested({ url: 'http://x/api/games' }),
  },
  { filter: 'user CONTAINS ""', holds: answered(200, { user: 'bob' }), fails: answered(200) },
  {
    filter: 'rootcause.fault.service { name = "Auth" }',
    holds: called('api', 'Auth', failed),
    fails: called('api', 'Auth', {}, {}, failed),
  },
  {
    filter: 'rootcause.responsetime.service { last and type = "AWS::DynamoDB::Table" }',
    holds: table('traces', {}),
    fails: called('api', 'traces'),
  },
  {
    // The guide leaves out the closing brace.
    filter: 'rootcause.fault.exception { last and message = "Access Denied for account_id: 1234567890" }',
    holds: answered(500, thrown({ message: 'x' }, { message: 'Access Denied for account_id: 1234567890' })),
    fails: answered(500, thrown({ message: 'Access Denied for account_id: 1234567890' }, { message: 'x' })),
  },
  {
    filter: 'service("api.example.com") { fault }',
    holds: called('web', 'api.example.com', failed),
    fails: called('api.example.com', 'db', failed),
  },
  { filter: 'service() { fault }', holds: called('api', 'db', failed), fails: called('api', 'db') },
  {
    filter: 'edge("api.example.com", "backend.example.com") { error }',
    holds: called('api.example.com', 'backend.example.com', { error: true }),
    fails: called('backend.example.com', 'api.example.com', { error: true }),
  },
  {
    filter:
      'http.url BEGINSWITH "http://api.example.com/" AND http.url CONTAINS "/v2/" AND !service("api.example.com")',
    holds: answered(200),
    fails: answered(200, { name: 'api.example.com' }),
  },
  {
    filter: 'http.url AND responseTime > 2',
    holds: took(3),
    fails: took(3, { http: { response: { status: 200 } } }),
  },
  {
    filter: 'annotation[gameid] = "817DL6VO"',
    holds: annotated({ gameid: '817DL6VO' }),
    fails: annotated({ gameid: '8' }),
  },
  { filter: 'annotation[age]', holds: annotated({ age: 0 }), fails: annotated({ Age: 5 }) },
  { filter: '!annotation[age]', holds: annotated({}), fails: annotated({ age: '' }) },
  { filter: 'annotation[age] > 29', holds: annotated({ age: 29.5 }), fails: annotated({ age: '30' }) },
  {
    filter: 'service { annotation[request.id] = "917DL6VO" }',
    holds: called('api', 'db', {}, { annotations: { 'request.id': '917DL6VO' } }),
    fails: called('api', 'db', {}, { annotations: { request: '917DL6VO' } }),
  },
  {
    filter: 'edge { source.annotation[request.id] = "916DL6VO" }',
    holds: called('api', 'db', {}, {}, { annotations: { 'request.id': '916DL6VO' } }),
    fails: called('api', 'db', {}, { annotations: { 'request.id': '916DL6VO' } }),
  },
  {
    filter: 'edge { destination.annotation[request.id] = "918DL6VO" }',
    holds: called('api', 'db', {}, { annotations: { 'request.id': '918DL6VO' } }),
    fails: called('api', 'db', {}, {}, { annotations: { 'request.id': '918DL6VO' } }),
  },
  {
    filter: 'group.name = "high_response_time" AND user = "alice"',
    holds: took(3.5, { user: 'alice' }),
    fails: took(3, { user: 'alice' }),
  },
  { filter: `rootcause.json = #[${ROOT_CAUSE}]`, holds: weather('get_temperature'), fails: weather('get_wind') },
  {
    filter: 'service("random-name") { error }',
    holds: lambda({ error: true }, {}),
    fails: lambda({ fault: true }, {}),
  },
  {
    filter: 'service(id(name: "random-name", type: "AWS::Lambda::Function")) { error }',
    holds: lambda({}, { error: true }),
    fails: lambda({ error: true }, {}),
  },
  {
    filter: 'service(id(type: "AWS::Lambda::Function")) { error }',
    holds: lambda({}, { error: true }),
    fails: lambda({ error: true }, {}),
  },
  {
    filter: 'service(id(account.id: "123456789012"))',
    holds: lambda({}, {}),
    fails: lambda({}, {}, '210987654321'),
  },
  {
    filter:
      'edge(id(name: "random-name", type:"AWS::Lambda"), id(name: "random-name", type:"AWS::Lambda::Function")) { ok }',
    holds: lambda({}, {}),
    fails: lambda({}, failed),
  },
  // The guide to groups, and older editions of the guide to filters.
  {
    filter: 'fault = true AND http.url CONTAINS "example/game" AND responsetime >= 5',
    holds: answered(500, { end_time: EPOCH_S + 5, http: { request: { url: 'http://example/game' } } }),
    fails: answered(500, { http: { request: { url: 'http://example/game' } } }),
  },
  {
    filter: 'service("api.example.com") { fault = true OR responsetime >= 5 }',
    holds: took(5, { name: 'api.example.com' }),
    fails: took(5, { name: 'api' }),
  },
  {
    filter: 'service("api.example.com") { fault = true OR responsetime > 2.5 } AND annotation.account = "12345"',
    holds: took(2.6, { name: 'api.example.com', annotations: { account: '12345' } }),
    fails: took(2.6, { name: 'api.example.com', annotations: { account: 12345 } }),
  },
];

const groupNamed = (name: string) => (name === 'high_response_time' ? parseFilter('responseTime > 3', null) : null);
const found = (filter: string, documents: readonly DocumentFields[]) =>
  matchesTrace(parseFilter(filter, groupNamed), merged(documents));

describe('an example of the AWS guide finds what it is about, and nothing else', () => {
  test.each(EXAMPLES)('$filter', ({ filter, holds, fails }) => {
    expect(found(filter, holds)).toBe(true);
    expect(found(filter, fails)).toBe(false);
  });
});

test('the root cause of a summary, as it is printed, is a filter for its trace', () => {
  const printed = { ...JSON.parse(ROOT_CAUSE), ClientImpacting: true };
  printed.Services[0] = {
    Name: 'GetWeatherData',
    Names: ['GetWeatherData'],
    AccountId: 123456789012,
    Type: null,
    Inferred: false,
    EntityPath: [
      { Name: 'GetWeatherData', Coverage: 1.0, Remote: false },
      { Name: 'get_temperature', Coverage: 0.8, Remote: false },
    ],
  };
  const [root, callee] = weather('get_temperature');
  const trace = [{ ...root, aws: { account_id: '123456789012' } }, callee ?? {}];
  expect(found(`rootcause.json = #[${JSON.stringify(printed)}]`, trace)).toBe(true);
  printed.Services[0].AccountId = 210987654321;
  expect(found(`rootcause.json = #[${JSON.stringify(printed)}]`, trace)).toBe(false);
});
