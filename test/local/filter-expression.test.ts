import { describe, expect, test } from 'vitest';
import { matches } from '../../src/local/filter-evaluation.js';
import { parseFilter } from '../../src/local/filter-expression.js';
import { factsOfTrace } from '../../src/local/filter-facts.js';
import { EPOCH_S, entityId, segment, separate, subsegment } from './documents.js';
import { merged } from './stored.js';

// api (root, 200, 100 ms) ── inventory (500, 40 ms, Fargate) ── stock (inferred table, throttled)
//                         └─ "render": local work that sets an annotation
const facts = factsOfTrace(
  merged([
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
  ]),
);
const holds = (expression: string) => matches(parseFilter(expression), facts);

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
  ])('%s', (_, expression) => {
    expect(holds(expression)).toBe(false);
  });
});

describe('an expression that is refused', () => {
  test.each([
    ['an unknown keyword', 'ok AND colour = "red"', 'character 8: unknown keyword "colour"'],
    ['a keyword that objects inherit', 'constructor', 'unknown keyword "constructor"'],
    ['a trace id, which X-Ray has no keyword for', 'traceid = "1-2-3"', 'unknown keyword "traceid"'],
    ['a root cause', 'rootcause.fault.service { name = "x" }', '"rootcause.fault.service" is not supported'],
    ['a group', 'group.name = "slow"', '"group.name" is not supported'],
    ['a root cause keyword', 'service { last }', '"last" is not supported'],
    ['a service name at the level of the trace', 'name = "api"', '"name" stands only inside service { }'],
    ['an end of an edge outside', 'source.annotation.x', '"source.annotation" stands only inside edge { }'],
    ['a service in a service', 'service { service("x") }', 'service stands inside another'],
    ['an annotation key with dots', 'annotation.a.b = "x"', 'write annotation[a.b]'],
    ['an annotation without key', 'annotation = "x"', 'expected a key in square brackets, found ='],
    ['an empty annotation key', 'annotation[] = 1', 'an annotation without a key'],
    ['text that does not end', 'http.url = "x', 'character 12: text without an end'],
    ['text in single quotes', "http.url = 'x'", "unexpected '"],
    ['a number for text', 'http.url = 5', 'text in double quotes, found 5'],
    ['text for a number', 'duration > "5"', 'must be compared with a number, found 5'],
    ['a number keyword alone', 'duration', '"duration" must be compared with a number'],
    ['a number with a unit', 'duration > 5s', 'unexpected 5'],
    ['an annotation ordered by text', 'annotation.x < "5"', 'annotation "x" cannot be compared by < with 5'],
    ['a flag compared with a number', 'ok = 1', 'expected a keyword, found 1'],
    ['a flag compared with a word', 'ok = maybe', 'expected true or false, found "maybe"'],
    ['a parenthesis left open', '(ok', 'expected ")", found the end'],
    ['a parenthesis too many', 'ok)', 'expected the end, found )'],
    ['a brace left open', 'service("x") { ok', 'expected "}", found the end'],
    ['AND without a second term', 'ok AND', 'expected a keyword, found the end'],
    ['OR without a first term', 'OR ok', 'unknown keyword "OR"'],
    ['an empty pair of parentheses', '()', 'expected a keyword, found )'],
    ['an edge with one end', 'edge("a")', 'expected ",", found )'],
    ['an id of something else', 'service(id(colour:"red"))', 'id() has name, type and account.id, not "colour"'],
    ['nesting without end', '('.repeat(10_000), 'nested more than 50 levels deep'],
    ['negation without end', '!'.repeat(10_000), 'nested more than 50 levels deep'],
  ])('%s', (_, expression, message) => {
    expect(() => parseFilter(expression)).toThrowError(
      expect.objectContaining({ code: 'InvalidRequestException', message: expect.stringContaining(message) }),
    );
  });
});

test('ten thousand terms side by side are read without running out of stack', () => {
  expect(holds('ok '.repeat(10_000))).toBe(true);
});
