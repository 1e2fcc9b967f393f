import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { authorizer } from '../../src/adapters/authorizer.js';
import type { Clock } from '../../src/drive/clock.js';
import type { OutgoingRequest } from '../../src/drive/transport.js';
import { GateError } from '../../src/errors.js';
import {
  expectedSignature,
  type PathReading,
  type ReceivedRequest,
  readAuthorization,
} from '../support/sigv4-verification.js';

const TRACE = 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1';
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

beforeEach(() => {
  for (const name of Object.keys(process.env).filter((each) => each.startsWith('AWS_'))) vi.stubEnv(name, undefined);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', SECRET);
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  vi.stubEnv('AWS_CONFIG_FILE', '/nowhere/config');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nowhere/credentials');
});
afterEach(() => vi.unstubAllEnvs());

function clockAt(time: string): Pick<Clock, 'nowMs'> {
  return { nowMs: () => Date.parse(time) };
}

function requestTo(url: string, overrides: Partial<OutgoingRequest> = {}): OutgoingRequest {
  return {
    url: new URL(url),
    method: 'GET',
    headers: { accept: '*/*', 'user-agent': 'xray-gate/test', 'x-amzn-trace-id': TRACE },
    body: null,
    timeoutMs: 5000,
    keepsAnswer: false,
    ...overrides,
  };
}

async function signed(
  request: OutgoingRequest,
  given: { service?: string; region?: string | null; time?: string; input?: string; variables?: object } = {},
): Promise<OutgoingRequest> {
  const { service = 'execute-api', region = null, time = '2026-11-20T10:00:00Z', input = null, variables = {} } = given;
  const variable = (name: string) => (variables as Record<string, string>)[name];
  const authorize = authorizer(clockAt(time), { variable, mask: () => {} }, input);
  return authorize({ kind: 'sigv4', service, region }, request);
}

const scopeOf = ({ headers }: OutgoingRequest) => readAuthorization(headers.authorization!).credential;

// Amazon S3 API Reference, "Signature calculations for the Authorization header", the examples of GET Bucket:
// https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
describe('a signed request', () => {
  it.each([
    [
      'GET Bucket Lifecycle',
      'https://examplebucket.s3.amazonaws.com/?lifecycle',
      'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
    ],
    [
      'GET Bucket (List Objects)',
      'https://examplebucket.s3.amazonaws.com/?prefix=J&max-keys=2',
      '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    ],
  ])('has the signature that AWS publishes for %s', async (_, url, signature) => {
    const { headers } = await signed(requestTo(url), {
      service: 's3',
      region: 'us-east-1',
      time: '2013-05-24T00:00:00Z',
    });
    expect(headers.authorization).toBe(
      'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, ' +
        `SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=${signature}`,
    );
    expect(headers['x-amz-date']).toBe('20130524T000000Z');
  });

  it('keeps what it was, the trace headers and user agent unsigned', async () => {
    const request = requestTo('https://a1b2.execute-api.eu-west-1.amazonaws.com/live/orders', {
      headers: {
        accept: '*/*',
        cookie: 'a=1',
        'content-type': 'application/json',
        'user-agent': 'xray-gate/test',
        'x-amzn-trace-id': TRACE,
        traceparent: '00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01',
        'x-amz-meta-of': 'ours',
      },
      method: 'POST',
      body: '{}',
    });
    const { headers, ...rest } = await signed(request);
    expect(rest).toEqual({ ...request, headers: undefined });
    expect(headers).toMatchObject(request.headers);
    expect(readAuthorization(headers.authorization!).signedHeaders).toEqual([
      'content-type',
      'host',
      'x-amz-content-sha256',
      'x-amz-date',
      'x-amz-meta-of',
    ]);
  });
});

describe('the region that is signed for', () => {
  const gateway = 'https://a1b2.execute-api.eu-west-1.amazonaws.com/';
  const own = 'https://api.example.com/';
  const variables = { AWS_REGION: 'us-west-2', AWS_DEFAULT_REGION: 'us-west-1' };
  it.each([
    ["the scenario's, before all", gateway, { region: 'ap-south-1', input: 'sa-east-1', variables }, 'ap-south-1'],
    ["the host name's, as no other would be accepted", gateway, { input: 'sa-east-1', variables }, 'eu-west-1'],
    ["the input's, where the host is one's own", own, { input: 'sa-east-1', variables }, 'sa-east-1'],
    ["the environment's", own, { variables }, 'us-west-2'],
    ["the environment's default", own, { variables: { AWS_DEFAULT_REGION: 'us-west-1' } }, 'us-west-1'],
  ])('is %s', async (_, url, given, region) => {
    expect(scopeOf(await signed(requestTo(url), given)).split('/')[2]).toBe(region);
  });

  it('has to be known', async () => {
    const failure = signed(requestTo(own));
    await expect(failure).rejects.toBeInstanceOf(GateError);
    await expect(failure).rejects.toThrow('No AWS region is known to sign requests to api.example.com for.');
  });
});

it('credentials that are missing are an error that names the remedy', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
  const failure = signed(requestTo('https://a1b2.execute-api.eu-west-1.amazonaws.com/'));
  await expect(failure).rejects.toThrow('There are no AWS credentials to sign requests with: Could not load');
  await expect(failure).rejects.toHaveProperty('remedy', expect.stringContaining('configure-aws-credentials'));
});

describe('a service that recomputes the signature of what came over the wire', () => {
  let server: Server;
  let received: ReceivedRequest;
  beforeEach(async () => {
    server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const headers = request.headers as Record<string, string>;
      received = { method: request.method!, target: request.url!, headers, body };
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  /** Sends it, and returns whether the signature stands. */
  async function stands(path: string, overrides: Partial<OutgoingRequest>, service: string, reading: PathReading) {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
    const request = await signed(requestTo(url, overrides), { service, region: 'eu-west-1' });
    await new Promise((resolve, reject) => {
      const { method, headers, body } = request;
      httpRequest(request.url, { method, headers }, resolve)
        .on('error', reject)
        .end(body ?? undefined);
    });
    const { signature } = readAuthorization(received.headers.authorization!);
    return signature === expectedSignature(received, SECRET, reading);
  }

  it.each([
    ['the root', '/', {}],
    ['a path with a slash at its end', '/a/b/', {}],
    ['what URLs leave as it is', "/reports/q1(draft)!*'/a+b,c;d=e:f@g&h$", {}],
    ['percent-encoding in a path', '/caf%C3%A9/a%2Fb/%7Bid%7D/50%25', {}],
    ['names of the query that come twice', '/?b=2&a=2&a=1&b=1&c', {}],
    ['spaces and signs in a query', "/?q=a+b&r=a%20b&s=a%2Bb&t=(x)!*'&u=%C3%A9&v=a=b", {}],
    ['names that are not ordered as written', '/?Param2=x&param=y&Param-3=z&%E1%88%B4=w', {}],
    ['a body', '/orders', { method: 'POST', body: '{"name":"Zoë"}', headers: { 'content-type': 'application/json' } }],
    ['a method of its own', '/orders/1', { method: 'DELETE' }],
    ['headers for AWS', '/', { headers: { 'x-amz-target': 'Orders.List', 'x-amz-meta-b': ' two  blanks ' } }],
  ])('accepts %s', async (_, path, overrides) => {
    expect(await stands(path, overrides, 'execute-api', 'as sent')).toBe(true);
    expect(await stands(path, overrides, 'execute-api', 'encoded anew')).toBe(true);
    expect(await stands(path, overrides, 's3', 'S3')).toBe(true);
  });

  it('accepts temporary credentials, whose session token is signed', async () => {
    vi.stubEnv('AWS_SESSION_TOKEN', 'AQoDYXdzEPT//////////wEXAMPLE==');
    expect(await stands('/', {}, 'lambda', 'as sent')).toBe(true);
    expect(received.headers['x-amz-security-token']).toBe('AQoDYXdzEPT//////////wEXAMPLE==');
    expect(readAuthorization(received.headers.authorization!).signedHeaders).toContain('x-amz-security-token');
  });

  it('refuses what was changed on the way', async () => {
    await stands('/orders?a=1', { method: 'POST', body: '{}' }, 'execute-api', 'as sent');
    const { signature } = readAuthorization(received.headers.authorization!);
    const changes: Partial<ReceivedRequest>[] = [
      { method: 'PUT' },
      { target: '/orders?a=2' },
      { target: '/order?a=1' },
      { body: '{ }' },
      { headers: { ...received.headers, host: 'elsewhere' } },
    ];
    for (const change of changes) {
      expect(expectedSignature({ ...received, ...change }, SECRET, 'as sent')).not.toBe(signature);
    }
    const traced = { ...received.headers, 'x-amzn-trace-id': `Self=1-2-3;${TRACE}`, via: '1.1 proxy' };
    expect(expectedSignature({ ...received, headers: traced }, SECRET, 'as sent')).toBe(signature);
  });
});

// AWS Signature Version 4 test suite, once https://docs.aws.amazon.com/general/latest/gr/signature-v4-test-suite.html,
// today in https://github.com/awslabs/aws-c-auth/tree/main/tests/aws-signing-test-suite/v4
describe('the verification of these tests', () => {
  const token =
    'AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==';
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  it.each([
    ['get-vanilla', 'GET', '/', {}, '', '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
    [
      'get-vanilla-query-order-key-case',
      'GET',
      '/?Param2=value2&Param1=value1',
      {},
      '',
      'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
    ],
    [
      'get-header-value-trim',
      'GET',
      '/',
      { 'my-header1': ' value1', 'my-header2': ' "a   b   c"' },
      '',
      'acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736',
    ],
    [
      'post-x-www-form-urlencoded',
      'POST',
      '/',
      form,
      'Param1=value1',
      'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
    ],
    [
      'post-sts-header-before',
      'POST',
      '/',
      { 'x-amz-security-token': token },
      '',
      '85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead',
    ],
  ])('computes the published signature of %s', (_, method, target, sent, body, signature) => {
    const headers = { host: 'example.amazonaws.com', 'x-amz-date': '20150830T123600Z', ...sent };
    const authorization =
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, ' +
      `SignedHeaders=${Object.keys(headers).sort().join(';')}, Signature=${signature}`;
    const received = { method, target, headers: { ...headers, authorization }, body };
    expect(expectedSignature(received, 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY', 'as sent')).toBe(signature);
  });
});
