import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lambdaTransport } from '../../src/adapters/lambda-transport.js';
import { systemClock } from '../../src/adapters/system-clock.js';
import type { Clock } from '../../src/drive/clock.js';
import { ANSWER_LIMIT, type OutgoingRequest, type Transport } from '../../src/drive/transport.js';

const TRACE = 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1';

const opened: { server: Server; transport: Transport }[] = [];

beforeEach(() => {
  for (const name of Object.keys(process.env).filter((each) => each.startsWith('AWS_'))) vi.stubEnv(name, undefined);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'hush');
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  vi.stubEnv('AWS_CONFIG_FILE', '/nowhere/config');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nowhere/credentials');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const { server, transport } of opened.splice(0)) {
    await transport.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A server in place of AWS Lambda, and a function `checkout` there. */
async function setUp(answer: RequestListener, region: string | null = 'eu-west-1', clock: Clock = systemClock) {
  const server = createServer({ keepAliveTimeout: 60_000 }, answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('AWS_ENDPOINT_URL_LAMBDA', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const transport = lambdaTransport(clock, { variable: (name) => process.env[name] }, region);
  opened.push({ server, transport });
  const send = (overrides: Partial<OutgoingRequest> = {}) =>
    transport.send({
      url: new URL('lambda:checkout:live'),
      method: 'POST',
      headers: { 'user-agent': 'xray-gate/test run-1', 'x-amzn-trace-id': TRACE, accept: '*/*', cookie: 'a=1' },
      body: null,
      timeoutMs: 5000,
      keepsAnswer: false,
      ...overrides,
    });
  return { server, send };
}

/** As AWS Lambda words an error. */
function refuse(status: number, type: string, message: string): RequestListener {
  return (request, response) => {
    request.resume();
    const body = JSON.stringify({ Type: 'User', message });
    const headers = { 'content-type': 'application/json', 'content-length': body.length, 'x-amzn-errortype': type };
    response.writeHead(status, headers).end(body);
  };
}

describe('the call of a function', () => {
  it('asks AWS Lambda for what the function returns to the event', async () => {
    const seen: string[] = [];
    const { send } = await setUp(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      seen.push(`${request.method} ${request.url} ${request.headers['x-amz-invocation-type']} ${body}`);
      response.end('"ok"');
    });
    expect(await send({ body: '{"order":"é"}' })).toMatchObject({
      kind: 'answered',
      status: 200,
      sizeBytes: 4,
      answer: null,
    });
    await send({ url: new URL('lambda:checkout') });
    await send({ url: new URL('lambda:arn:aws:lambda:us-east-2:123456789012:function:checkout:$LATEST') });
    expect(seen).toEqual([
      'POST /2015-03-31/functions/checkout/invocations?Qualifier=live RequestResponse {"order":"é"}',
      'POST /2015-03-31/functions/checkout/invocations RequestResponse {}',
      'POST /2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-2%3A123456789012%3Afunction%3Acheckout/invocations' +
        '?Qualifier=%24LATEST RequestResponse {}',
    ]);
  });

  it('carries our trace header once, even in a process that is part of another trace, and both user agents', async () => {
    vi.stubEnv('AWS_LAMBDA_FUNCTION_NAME', 'runner');
    vi.stubEnv('_X_AMZN_TRACE_ID', 'Root=1-00000000-000000000000000000000000;Sampled=0');
    let headers: [string, string][] = [];
    const { send } = await setUp((request, response) => {
      const { rawHeaders } = request;
      headers = rawHeaders.flatMap((name, i) => (i % 2 === 0 ? [[name.toLowerCase(), rawHeaders[i + 1]!]] : []));
      response.end();
    });
    await send();
    const all = (wanted: string) => headers.flatMap(([name, value]) => (name === wanted ? [value] : []));
    expect(all('x-amzn-trace-id')).toEqual([TRACE]);
    expect(all('user-agent')).toEqual([expect.stringMatching(/^aws-sdk-js\/.* xray-gate\/test run-1$/)]);
    expect(all('authorization')).toEqual([expect.stringContaining('/eu-west-1/lambda/aws4_request')]);
    expect(all('authorization')[0]).not.toMatch(/trace|user-agent;/);
    expect(all('cookie')).toEqual([]);
  });

  it.each([
    ["the ARN's", 'lambda:arn:aws:lambda:us-east-2:123456789012:function:checkout', 'eu-west-1', 'us-east-2'],
    ["the input's", 'lambda:checkout', 'eu-west-1', 'eu-west-1'],
    ["the environment's", 'lambda:checkout', null, 'sa-east-1'],
  ])('goes to the region that is %s', async (_, url, input, region) => {
    vi.stubEnv('AWS_DEFAULT_REGION', 'sa-east-1');
    let authorization = '';
    const { send } = await setUp((request, response) => {
      authorization = request.headers.authorization ?? '';
      response.end();
    }, input);
    await send({ url: new URL(url) });
    expect(authorization).toContain(`/${region}/lambda/`);
  });

  it('says when it left, and when the answer began and ended', async () => {
    const marks: number[] = [];
    let finish = () => {};
    const clock = {
      ...systemClock,
      nowMs: () => {
        const nowMs = systemClock.nowMs();
        // The answer ends only once its beginning has been noted.
        finish();
        return nowMs;
      },
    };
    const { send } = await setUp(
      (_, response) => {
        marks.push(systemClock.nowMs());
        finish = () => {
          finish = () => {};
          setImmediate(() => {
            marks.push(systemClock.nowMs());
            response.end('}');
          });
        };
        response.writeHead(200).write('{');
      },
      'eu-west-1',
      clock,
    );
    const outcome = await send();
    if (outcome.kind !== 'answered') throw new Error(outcome.kind);
    const { departedMs, connectedMs, firstByteMs, endedMs } = outcome;
    const [arrived, ends] = marks;
    expect(connectedMs).toBeNull();
    expect([departedMs, arrived, firstByteMs, ends, endedMs]).toEqual(
      [departedMs, arrived!, firstByteMs, ends!, endedMs].toSorted((a, b) => a - b),
    );
    expect(marks).toHaveLength(2);
  });

  it('keeps its connection for the next, and opens as many as calls are under way', async () => {
    const ports = new Set<number | undefined>();
    let together = 1;
    const waiting: (() => void)[] = [];
    const { send } = await setUp((request, response) => {
      ports.add(request.socket.remotePort);
      waiting.push(() => response.end());
      if (waiting.length === together) for (const answer of waiting.splice(0)) answer();
    });
    await send();
    await send();
    expect(ports.size).toBe(1);
    together = 60;
    const outcomes = await Promise.all(Array.from({ length: 60 }, () => send()));
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['answered']));
  });
});

describe('what a function returned', () => {
  it('is kept where it is asked for, as far as answers are', async () => {
    const { send } = await setUp((request, response) => {
      response.end(request.url?.includes('long') ? 'x'.repeat(ANSWER_LIMIT + 1) : '{"id":"é"}');
    });
    expect(await send({ keepsAnswer: true })).toMatchObject({ answer: { headers: {}, body: '{"id":"é"}' } });
    const long = await send({ keepsAnswer: true, url: new URL('lambda:long') });
    expect(long).toMatchObject({ sizeBytes: ANSWER_LIMIT + 1, answer: { body: 'x'.repeat(ANSWER_LIMIT) } });
  });

  it('may be nothing', async () => {
    const { send } = await setUp((_, response) => response.end());
    expect(await send({ keepsAnswer: true })).toMatchObject({ status: 200, sizeBytes: 0, answer: { body: '' } });
  });

  it('is a fault where it threw', async () => {
    const { send } = await setUp((_, response) => {
      response.writeHead(200, { 'x-amz-function-error': 'Unhandled' }).end('{"errorMessage":"no stock"}');
    });
    expect(await send({ keepsAnswer: true })).toMatchObject({
      kind: 'answered',
      status: 500,
      sizeBytes: 27,
      answer: { body: '{"errorMessage":"no stock"}' },
    });
  });
});

describe('a call that AWS Lambda refuses', () => {
  it.each([
    [429, 'TooManyRequestsException', 'is throttled'],
    [500, 'ServiceException', 'meets a fault of the service'],
    [502, 'ENILimitReachedException', 'finds no network for the function'],
    [409, 'ResourceConflictException', 'finds a function that is not ready'],
    [403, 'EFSMountFailureException', 'finds a function without its file system'],
    [400, 'SnapStartException', 'finds a function without its snapshot'],
  ])('with %i %s: is an answer, as it %s', async (status, type) => {
    let calls = 0;
    const { send } = await setUp((request, response) => {
      calls += 1;
      refuse(status, type, 'no')(request, response);
    });
    const outcome = await send({ keepsAnswer: true });
    expect(outcome).toMatchObject({ kind: 'answered', status, sizeBytes: 30, answer: { headers: {}, body: '' } });
    expect(calls).toBe(1);
  });

  it('with a page of a proxy in between: is an answer', async () => {
    const { send } = await setUp((_, response) => response.writeHead(502).end('<html>Bad Gateway</html>'));
    expect(await send()).toMatchObject({ kind: 'answered', status: 502 });
  });

  it.each([
    [404, 'ResourceNotFoundException', 'Function not found: checkout:live'],
    [403, 'AccessDeniedException', 'not authorized to perform: lambda:InvokeFunction'],
    [403, 'ExpiredTokenException', 'The security token included in the request is expired'],
    [403, 'UnrecognizedClientException', 'The security token included in the request is invalid.'],
    [400, 'InvalidRequestContentException', 'Could not parse request body into json'],
  ])('with %i %s: says nothing of the function', async (status, type, message) => {
    const { send } = await setUp(refuse(status, type, message));
    expect(await send()).toMatchObject({
      kind: 'not sent',
      error: expect.stringContaining(`AWS Lambda refused the call with HTTP ${status}: ${type}: ${message}`),
    });
  });
});

describe('a call that gets no answer', () => {
  it('is timed out', async () => {
    const { send } = await setUp(() => {});
    expect(await send({ timeoutMs: 30 })).toMatchObject({ kind: 'timed out' });
  });

  it('is timed out where the answer does not end', async () => {
    const { send } = await setUp((_, response) => response.writeHead(200, { 'content-length': '9' }).write('half'));
    expect(await send({ timeoutMs: 50 })).toMatchObject({ kind: 'timed out' });
  });

  it('has failed where the connection breaks, and is not made again', async () => {
    let calls = 0;
    const { send } = await setUp((request) => {
      calls += 1;
      request.socket.destroy();
    });
    expect(await send()).toMatchObject({ kind: 'failed', error: expect.stringMatching(/hang up|ECONNRESET/) });
    expect(calls).toBe(1);
  });

  it('has failed where the answer breaks off', async () => {
    const { send } = await setUp((_, response) => {
      response.writeHead(200, { 'content-length': '9' }).write('half', () => response.destroy());
    });
    expect(await send()).toMatchObject({ kind: 'failed' });
  });

  it('has failed where the connection is refused', async () => {
    const { send, server } = await setUp(() => {});
    await new Promise((resolve) => server.close(resolve));
    expect(await send()).toMatchObject({ kind: 'failed', error: expect.stringContaining('ECONNREFUSED') });
  });

  it('was not sent where the name does not resolve', async () => {
    const { send } = await setUp(() => {});
    vi.stubEnv('AWS_ENDPOINT_URL_LAMBDA', 'http://no-such-host.invalid');
    expect(await send()).toMatchObject({ kind: 'not sent', error: expect.stringContaining('no-such-host') });
  });

  it('was not sent without credentials, and says where they come from', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
    const { send } = await setUp(() => {});
    expect(await send()).toMatchObject({
      kind: 'not sent',
      error: expect.stringContaining('configure-aws-credentials'),
    });
  });

  it('was not sent without a region, and says how to give one', async () => {
    const { send } = await setUp(() => {}, null);
    expect(await send()).toMatchObject({ kind: 'not sent', error: expect.stringContaining('aws-region') });
  });

  it('was not sent to what is no function', async () => {
    const { send } = await setUp(() => {});
    expect(await send({ url: new URL('lambda:a:b:c') })).toMatchObject({
      kind: 'not sent',
      error: "lambda:a:b:c is not a function's address, such as lambda:checkout:live",
    });
  });
});
