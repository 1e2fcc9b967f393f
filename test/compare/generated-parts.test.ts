import { describe, expect, test } from 'vitest';
import { withoutGeneratedParts } from '../../src/compare/generated-parts.js';

describe('what was generated is left out of a name', () => {
  test.each([
    // CloudFormation and CDK
    ['shop-Orders-1A2B3C4D5E6F', 'shop-Orders-*', 'CloudFormation suffix'],
    ['shop-OrdersTable-1K8XQ2V0ZJ4LM', 'shop-OrdersTable-*', 'CloudFormation suffix'],
    ['xray-stuff-ProducerA-LbbjYUkcchrB', 'xray-stuff-ProducerA-*', 'CloudFormation suffix'],
    ['shop-Events-1A2B3C4D5E6F.fifo', 'shop-Events-*.fifo', 'CloudFormation suffix'],
    ['ShopStack-OrdersTable315BC997-1A2B3C4D5E6F', 'ShopStack-OrdersTable-*', 'CloudFormation suffix, CDK hash'],
    ['ShopStack-OrdersTable315BC997', 'ShopStack-OrdersTable', 'CDK hash'],
    // Hosts
    [
      'internal-shop-1234567890.eu-west-1.elb.amazonaws.com',
      'internal-shop.eu-west-1.elb.amazonaws.com',
      'load balancer id',
    ],
    [
      'shop-nlb-0123456789abcdef.elb.eu-west-1.amazonaws.com',
      'shop-nlb.elb.eu-west-1.amazonaws.com',
      'load balancer id',
    ],
    ['a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com', '*.execute-api.eu-west-1.amazonaws.com', 'API id'],
    ['a1b2c3d4e5.execute-api.cn-north-1.amazonaws.com.cn', '*.execute-api.cn-north-1.amazonaws.com.cn', 'API id'],
    [
      'abcdefghijklmnopqrstuvwxyz012345.lambda-url.us-east-1.on.aws',
      '*.lambda-url.us-east-1.on.aws',
      'function URL id',
    ],
    [
      'shop.cluster-ro-c9akciq32rgh.eu-west-1.rds.amazonaws.com',
      'shop.cluster-ro-*.eu-west-1.rds.amazonaws.com',
      'database host id',
    ],
    ['d111111abcdef8.cloudfront.net', '*.cloudfront.net', 'distribution id'],
    ['ip-10-0-1-23', 'ip-*', 'private address'],
    ['ip-10-0-1-23.eu-west-1.compute.internal', 'ip-*.eu-west-1.compute.internal', 'private address'],
    ['10.0.1.23:8080', '*:8080', 'private address'],
    ['172.31.4.5', '*', 'private address'],
    ['localhost:49731', 'localhost', 'port'],
    ['127.0.0.1:53412', '127.0.0.1', 'port'],
    ['[::1]:53412', '[::1]', 'port'],
    ['cache.internal:49731', 'cache.internal', 'port'],
    // Pods, previews, ids
    ['orders-7d9f8b6c5-x2x4z', 'orders-*', 'pod suffix'],
    ['orders-pr-123', 'orders', 'pull request'],
    ['shop-pr123-orders', 'shop-orders', 'pull request'],
    ['pr-123-orders', 'orders', 'pull request'],
    ['shop/pr-123', 'shop', 'pull request'],
    ['pr-123.preview.example.com', 'preview.example.com', 'pull request'],
    ['shop-pr-12-Orders-1A2B3C4D5E6F', 'shop-Orders-*', 'CloudFormation suffix, pull request'],
    ['jobs-550e8400-e29b-41d4-a716-446655440000', 'jobs-*', 'UUID'],
    ['worker-0123456789abcdef0123456789abcdef', 'worker-*', 'container id'],
  ])('%s → %s', (name, plain, parts) => {
    expect(withoutGeneratedParts(name)).toMatchObject({ name: plain, parts: parts.split(', ') });
  });
});

describe('what people chose stays in a name', () => {
  test.each([
    ...['localhost:3000', '127.0.0.1:5000', '[::1]:8080', 'etl-s3toredshift2', 'etl-k8stometrics1'],
    ...['shop-events-9f4k2x7q1b3d', 'mp3-h264toh265mp4', 'shop-SUMMERSALE25'],
    ...['orders', 'order-42', 'orders-v2', 'v2', 'api-1.8.0', 's3', 'us-east-1', 'eu-west-1-orders', 'orders-0', 'SQS'],
    ...['shop-OrderService', 'shop-OrderServic2', 'shop-CUSTOMERDATA', 'shop-checkoutapi2', 'shop-s3replicator'],
    ...['shop-notification', 'LEGACYFACADE01', 'OrdersFACADEAB', 'orders-20260131', 'orders-202601311200', 'api-https'],
    ...['api-https-world', 'payments-https-mysql', 'bank.example.com', 'bank.example.com:443', 'redis:6379', 'db:5432'],
    ...[
      '8.8.8.8',
      '54.12.13.14',
      '172.32.0.1',
      'pr-123',
      'pr',
      'april-12',
      'express-12',
      'orders-pr',
      'spr-12',
      'deadbeef',
    ],
    ...['elb.amazonaws.com', 'sqs.eu-west-1.amazonaws.com', 'execute-api', 'orders:live', '__proto__', '注文-サービス'],
  ])('%s', (name) => {
    expect(withoutGeneratedParts(name)).toEqual({ name, parts: [], instance: false, bare: false });
  });
});

test('hosts, pods and containers are of any number that do the same, tables and load balancers are not', () => {
  const isInstance = (name: string) => withoutGeneratedParts(name).instance;
  expect(['ip-10-0-1-23', 'orders-7d9f8b6c5-x2x4z', 'pr-1-orders-7d9f8b6c5-x2x4z'].map(isInstance)).toEqual([
    true,
    true,
    true,
  ]);
  expect(['shop-Orders-1A2B3C4D5E6F', 'localhost:49731', 'shop-pr-1'].map(isInstance)).toEqual([false, false, false]);
});

test('hosts of AWS services have nothing of their own left, other names have', () => {
  const isBare = (name: string) => withoutGeneratedParts(name).bare;
  const bare = [
    'a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com',
    'a1b2c3d4e5-vpce-0123456789abcdef0.execute-api.eu-west-1.amazonaws.com',
    'abcdefghijklmnopqrstuvwxyz012345.lambda-url.us-east-1.on.aws',
    'd111111abcdef8.cloudfront.net',
    '550e8400-e29b-41d4-a716-446655440000',
  ];
  expect(bare.filter((name) => !isBare(name))).toEqual([]);
  const others = [
    'shop-Orders-1A2B3C4D5E6F',
    'shop.cluster-c9akciq32rgh.eu-west-1.rds.amazonaws.com',
    '10.0.1.2',
    'api',
  ];
  expect(others.filter(isBare)).toEqual([]);
});

test('names made to be slow take no longer', () => {
  const hostile = ['-pr-1'.repeat(40), `${'a-'.repeat(99)}!`, `${'0'.repeat(199)}!`, 'ip-1-1-1-1-'.repeat(18)];
  expect(hostile.map((name) => withoutGeneratedParts(name).name.length <= 200)).toEqual([true, true, true, true]);
});
