import { describe, expect, it } from 'vitest';
import { regionOfEnvironment, regionOfHost } from '../../src/adapters/aws-region.js';

describe("a host name's region", () => {
  it.each([
    ['a1b2c3.execute-api.eu-west-1.amazonaws.com', 'eu-west-1'],
    ['a1b2c3.lambda-url.ap-southeast-2.on.aws', 'ap-southeast-2'],
    ['a1b2c3-vpce-1a2b.execute-api.us-east-1.vpce.amazonaws.com', 'us-east-1'],
    ['a1b2c3.execute-api.us-gov-west-1.amazonaws.com', 'us-gov-west-1'],
    ['a1b2c3.execute-api.cn-north-1.amazonaws.com.cn', 'cn-north-1'],
    ['a1b2c3.execute-api.eusc-de-east-1.amazonaws.eu', 'eusc-de-east-1'],
    ['front-1234.eu-central-1.elb.amazonaws.com', 'eu-central-1'],
    ['a1b2c3.appsync-api.eu-west-1.amazonaws.com', 'eu-west-1'],
  ])('is read from %s', (host, region) => {
    expect(regionOfHost(host)).toBe(region);
  });

  it.each([
    ['d111.cloudfront.net'],
    ['api.example.com'],
    ['execute-api.eu-west-1.amazonaws.com.evil.example'],
    ['127.0.0.1'],
  ])('is not in %s', (host) => {
    expect(regionOfHost(host)).toBeNull();
  });
});

it('an empty variable is no region', () => {
  const variables: Record<string, string> = { AWS_REGION: '', AWS_DEFAULT_REGION: 'eu-west-1' };
  expect(regionOfEnvironment({ variable: (name) => variables[name] })).toBe('eu-west-1');
  expect(regionOfEnvironment({ variable: () => undefined })).toBeNull();
});
