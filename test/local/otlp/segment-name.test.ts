import { describe, expect, test } from 'vitest';
import { documentOf, type SpanFields } from './spans.js';

/** The cases are those of the tests of the collector's X-Ray exporter (internal/translator), where it has them. */

const dynamodb = {
  'http.request.method': 'POST',
  'url.scheme': 'https',
  'server.address': 'dynamodb.us-east-1.amazonaws.com',
  'url.path': '/',
};
const awsCall = { ...dynamodb, 'rpc.system': 'aws-api', 'rpc.service': 'DynamoDB', 'rpc.method': 'GetItem' };

describe('name and namespace', () => {
  test.each<[string, SpanFields, string, string | undefined]>([
    ['a server is its service', { kind: 'server' }, 'signup_aggregator', undefined],
    [
      'a server with its local service',
      { kind: 'server', attributes: { 'aws.local.service': 'PaymentLocal', 'aws.remote.service': 'Payment' } },
      'PaymentLocal',
      undefined,
    ],
    ['an AWS SDK call', { attributes: awsCall }, 'DynamoDB', 'aws'],
    [
      'an AWS SDK call that names its table',
      { attributes: { ...awsCall, 'db.namespace': 'orders' } },
      'DynamoDB',
      'aws',
    ],
    [
      'an old AWS SDK call',
      { attributes: { ...dynamodb, 'aws.service': 'DynamoDB', 'aws.operation': 'GetItem' } },
      'DynamoDB',
      'aws',
    ],
    [
      'an AWS SDK call of ADOT',
      { attributes: { ...awsCall, 'aws.remote.service': 'AWS::DynamoDB' } },
      'DynamoDB',
      'aws',
    ],
    [
      'an AWS SDK call of old ADOT',
      { attributes: { ...awsCall, 'aws.remote.service': 'AWS.SDK.DynamoDb' } },
      'DynamoDb',
      'aws',
    ],
    [
      'a peer that was named',
      { attributes: { ...dynamodb, 'peer.service': 'cats-table', 'aws.service': 'DynamoDB' } },
      'cats-table',
      'remote',
    ],
    [
      'a remote service',
      { attributes: { 'aws.remote.service': 'Payment', 'peer.service': 'ABC' } },
      'Payment',
      'remote',
    ],
    ['a producer', { kind: 'producer', attributes: { 'service.peer.name': 'topic' } }, 'topic', 'remote'],
    ['a consumer', { kind: 'consumer', name: 'orders process' }, 'orders process', undefined],
    [
      'a database by its connection string',
      { attributes: { 'db.name': 'customers', 'db.connection_string': 'jdbc:mysql://db.dev.example.com:3306' } },
      'customers@db.dev.example.com',
      'remote',
    ],
    [
      'a database by its address',
      { attributes: { 'db.namespace': 'customers', 'server.address': 'db.dev.example.com' } },
      'customers@db.dev.example.com',
      'remote',
    ],
    [
      'an RPC service before its host',
      { attributes: { 'rpc.service': 'com.foo.AnimalService', 'net.peer.name': 'bar.com' } },
      'com.foo.AnimalService',
      'remote',
    ],
    [
      'a host before a peer',
      { attributes: { 'http.host': 'foo.com', 'net.peer.name': 'bar.com' } },
      'foo.com',
      'remote',
    ],
    ['a peer', { attributes: { 'net.peer.name': 'bar.com' } }, 'bar.com', 'remote'],
    ['a server address', { attributes: { 'server.address': 'bar.com' } }, 'bar.com', 'remote'],
    ['local work by its span', { kind: 'internal', name: 'render' }, 'render', undefined],
    [
      'allowed letters',
      { kind: 'internal', name: 'EP @ test_15.testing-dömain.org#GO' },
      'EP @ test_15.testing-dömain.org#GO',
      undefined,
    ],
    [
      'letters that are not allowed',
      { kind: 'internal', name: '<subDomain>.example.com,1413' },
      'subDomain.example.com1413',
      undefined,
    ],
    ['nothing that is allowed', { kind: 'internal', name: '<>' }, 'span', undefined],
  ])('%s', (_, fields, name, namespace) => {
    const document = documentOf(fields);
    expect([document.name, document.namespace]).toEqual([name, namespace]);
  });
});
