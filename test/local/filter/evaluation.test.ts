import { describe, expect, test } from 'vitest';
import { matchesTrace } from '../../../src/local/filter/evaluation.js';
import { parseFilter } from '../../../src/local/filter/parser.js';
import { type DocumentFields, EPOCH_S, entityId, segment, separate, subsegment } from '../documents.js';
import { merged } from '../stored.js';

// api (root, 200, 100 ms) ── inventory (500, 40 ms, Fargate) ── stock (inferred table, throttled)
//                         └─ "render": local work that sets an annotation
const trace = merged([
  segment(0xa, {
    parent_id: '53995c3f42cd8ad8',
    user: 'alice',
    origin: 'AWS::EC2::Instance',
    resource_arn: 'arn:aws:ec2:i-1',
    aws: { account_id: '123456789012', ec2: { instance_id: 'i-1', availability_zone: 'eu-west-1a' } },
    http: {
      request: { method: 'GET', url: 'http://shop/checkout?q="x"', user_agent: 'gate/1', client_ip: '10.0.0.1' },
      response: { status: 200 },
    },
    annotations: { version: 'v2', shard: 3, canary: true, beta: false, build: '10', 'otel.resource.env': 'staging' },
    subsegments: [
      subsegment(0xb, { name: 'inventory', namespace: 'remote', fault: true, http: { response: { status: 500 } } }),
      subsegment(0xe, { name: 'render', annotations: { depth: -2.5 } }),
    ],
  }),
  segment(0xc, {
    name: 'inventory',
    parent_id: entityId(0xb),
    resource_arn: 'arn:aws:ecs:task-7',
    origin: 'AWS::ECS::Fargate',
    fault: true,
    end_time: EPOCH_S + 0.04,
    http: { response: { status: 500 } },
    annotations: { version: 'v1' },
    subsegments: [
      subsegment(0xd, {
        name: 'DynamoDB',
        namespace: 'aws',
        aws: { table_name: 'stock' },
        error: true,
        throttle: true,
        end_time: EPOCH_S + 0.01,
      }),
    ],
  }),
  separate(0xf, 0x99, { annotations: { orphan: 'yes' } }),
]);
const holds = (expression: string) => matchesTrace(parseFilter(expression), trace);

describe('an expression that holds', () => {
  test.each([
    ['a flag of the root', 'ok'],
    ['a flag compared with true', 'ok = true'],
    ['a flag compared with not false', 'OK != FALSE'],
    ['a negated flag', '!error'],
    ['a fault that the root swallowed is none of the trace', '!fault'],
    ['a throttle anywhere', 'throttle'],
    ['inferred segments', 'inferred'],
    ['nothing in progress', 'partial = false'],
    ['response time in seconds', 'responseTime >= 0.1 AND responsetime < 0.11'],
    ['duration without spaces', 'duration<3'],
    ['a number with an exponent', 'duration < 1e1'],
    ['a status', 'http.status = 200'],
    ['terms side by side', 'ok !partial duration <3'],
    ['text that is set', 'http.url'],
    ['text that contains nothing', 'user CONTAINS ""'],
    ['the beginning of text', 'http.url BEGINSWITH "http://shop/"'],
    ['the end of text', 'http.clientip endswith ".1"'],
    ['a quotation mark in text', 'http.url CONTAINS "q=\\"x\\""'],
    ['a method without quotation marks', 'http.method = GET'],
    ['a user agent', 'http.useragent = "gate/1"'],
    ['a user', 'user = "alice"'],
    ['an availability zone', 'availabilityzone = "eu-west-1a"'],
    ['an instance', 'instance.id = "i-1"'],
    ['a resource', 'resource.arn ENDSWITH "i-1"'],
    ['an annotation with a dot', 'annotation.version = "v2"'],
    ['an annotation in brackets', 'annotation[version] = "v2"'],
    ['an annotation whose key has dots', 'annotation[otel.resource.env] = "staging"'],
    ['an annotation of another segment', 'annotation.version = "v1"'],
    ['a number annotation', 'annotation.shard > 2'],
    ['a negative number annotation of a subsegment', 'annotation.depth = -2.5'],
    ['a boolean annotation compared', 'annotation.canary = true'],
    ['a boolean annotation alone', 'annotation.canary'],
    ['a boolean annotation alone that is false', '!annotation.beta'],
    ['an annotation that is set', 'annotation[shard]'],
    ['an annotation that is not', '!annotation[missing]'],
    ['an annotation of a subsegment without parent', 'annotation.orphan = "yes"'],
    ['a service', 'service("inventory")'],
    ['a service with a filter', 'service("inventory") { fault AND responsetime < 0.05 }'],
    ['any service', 'service() { fault }'],
    ['any service, shorter', 'service { annotation[version] = "v1" }'],
    ['the root among services', 'service("api") {root = true and fault = false}'],
    ['a service by name and type', 'service(id(name: "stock", type: "AWS::DynamoDB::Table")) { throttle }'],
    ['a service by account', 'service(id(account.id:"123456789012"))'],
    ['an inferred service', 'service("stock") { inferred }'],
    ['the name of a service', 'service { name BEGINSWITH "inv" type = "AWS::ECS::Fargate" }'],
    ['a service that is not there', '!service("payments")'],
    ['an edge', 'edge("api", "inventory") { fault }'],
    ['an edge by id', 'edge(id(name:"inventory"), id(type:"AWS::DynamoDB::Table"))'],
    [
      'the annotations at the ends of an edge',
      'edge { source.annotation[version] = "v2" destination.annotation.version = "v1" }',
    ],
    ['AND before OR', 'ok OR ok AND error'],
    ['AND before OR, on the other side', 'error AND error OR ok'],
    ['parentheses', '(ok OR fault) AND (error OR throttle)'],
    ['a negated group', '!(error OR fault)'],
    ['line breaks', 'ok\nAND\n!error'],
    ['NOT in words', 'NOT error AND not (fault or NOT ok)'],
    ['a boolean annotation that differs', 'annotation.beta != true'],
    ['difference from every one of several values', 'annotation.version != "v3"'],
    ['a user at the source of an edge', 'edge("api", "inventory") { user = "alice" !inferred }'],
    ['a resource at its destination', 'edge("api", "inventory") { resource.arn ENDSWITH "task-7" }'],
    ['an edge to an inferred service', 'edge("inventory", "stock") { inferred throttle responsetime = 0.01 }'],
    ['an edge without the parentheses', 'edge { fault http.status = 500 }'],
    ['an edge of anything', 'edge() { error }'],
    ['a fault that the root swallowed, as a root cause', 'rootcause.fault.service { last name = "inventory" !root }'],
    ['a root cause of anything', 'rootcause.error.service'],
    ['no exceptions', '!rootcause.fault.exception'],
    ['the place of an entity, counted from 0', 'rootcause.fault.entity { index = 0 first remote }'],
    ['the place of an entity in the whole path', 'rootcause.error.entity { last index = 1 name = "DynamoDB" }'],
    ['a service of a root cause that is inferred', 'rootcause.error.service { inferred and name = stock }'],
    ['an entity that takes most of the time', 'rootcause.responsetime.entity { !first coverage = 0.5 }'],
    ['a part of a root cause in JSON', 'json = #[{"Services":[{"Name":"api"},{"Type":"AWS::ECS::Fargate"}]}]'],
    ['a root cause in JSON that is none', 'rootcause.json != #[{"Services":[{"Name":"payments"}]}]'],
  ])('%s', (_, expression) => {
    expect(holds(expression)).toBe(true);
  });
});

describe('an expression that does not hold', () => {
  test.each([
    ['a flag', 'fault'],
    ['a flag compared with false', 'ok = false'],
    ['response time in seconds, not milliseconds', 'responsetime > 1'],
    ['text in another case', 'http.method = "get"'],
    ['an annotation key in another case', 'annotation.Version = "v2"'],
    ['a number annotation compared with text', 'annotation.shard = "3"'],
    ['a text annotation compared with a number', 'annotation.build > 2'],
    ['a number annotation searched like text', 'annotation.shard CONTAINS "3"'],
    ['a boolean annotation compared with text', 'annotation.canary = "true"'],
    ['difference from one of several values', 'annotation.version != "v1"'],
    ['difference of what is not there', 'annotation.missing != "x"'],
    ['an annotation of another service', 'service("api") { annotation.version = "v1" }'],
    ['a service of another type', 'service(id(name:"stock", type:"AWS::SQS::Queue"))'],
    ['a filter that no single service meets', 'service() { ok AND fault }'],
    ['an edge the wrong way round', 'edge("inventory", "api")'],
    ['a service named by a pattern', 'service("inv*")'],
    ['parentheses', 'error AND (error OR ok)'],
    ['an annotation that objects inherit', 'annotation.constructor'],
    ['a boolean annotation that does not differ', 'annotation.canary != true'],
    ['a boolean annotation that is false', 'annotation.beta'],
    ['a number annotation that contains nothing', 'annotation.shard CONTAINS ""'],
    ['a root cause that no single element meets', 'rootcause.error.service { first AND last }'],
    ['several root causes in JSON of which one is none', 'json = #[{"ClientImpacting":true},{"Services":[]}]'],
    ['a root cause in JSON with a field that there is not', 'json = #[{"ClientImpacting":true,"constructor":{}}]'],
  ])('%s', (_, expression) => {
    expect(holds(expression)).toBe(false);
  });
});

describe('what is in progress', () => {
  const unfinished = { in_progress: true, end_time: undefined };
  const holdsFor = (expression: string, fields: DocumentFields) =>
    matchesTrace(
      parseFilter(expression),
      merged([
        segment(0xa, { subsegments: [subsegment(0xb, { namespace: 'remote' })] }),
        segment(0xc, { parent_id: entityId(0xb), name: 'inventory', ...fields }),
      ]),
    );

  test('makes the trace partial, its service, and the call to it', () => {
    for (const expression of ['partial', 'service("inventory") { partial }', 'edge("api", "inventory") { partial }']) {
      expect([expression, holdsFor(expression, unfinished), holdsFor(expression, {})]).toEqual([
        expression,
        true,
        false,
      ]);
    }
  });

  test('is not ok before it has answered', () => {
    expect(holdsFor('service("inventory") { ok }', unfinished)).toBe(false);
    expect(holdsFor('service("inventory") { ok }', {})).toBe(true);
  });

  test('has no response time', () => {
    expect(holdsFor('service("inventory") { responsetime >= 0 }', unfinished)).toBe(false);
    expect(holdsFor('service("inventory") { responsetime >= 0 }', {})).toBe(true);
  });
});

test('times are whole microseconds: a JSON number of seconds since the epoch holds no more', () => {
  const trace = merged([segment(0xa, { end_time: EPOCH_S + 0.1001 })]);
  expect(matchesTrace(parseFilter('duration = 0.1001'), trace)).toBe(true);
  expect(matchesTrace(parseFilter('responsetime = 0.1001'), trace)).toBe(true);
});

test('ten thousand terms side by side are read without running out of stack', () => {
  expect(holds('ok '.repeat(10_000))).toBe(true);
});
