import {
  type AnnotationValue,
  BatchGetTracesCommand,
  GetTraceSummariesCommand,
  XRayClient,
} from '@aws-sdk/client-xray';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/adapters/system-clock.js';
import { traceSourceOf, xrayTraceSource } from '../../src/adapters/xray-trace-source.js';
import { CredentialsExpired, type TraceSearch, type TraceSource } from '../../src/collect/trace-source.js';
import { GateError } from '../../src/errors.js';

const TRACE = '1-6b006c35-aaaaaaaaaaaaaaaaaaaaaaaa';
const OTHER = '1-6b006c35-bbbbbbbbbbbbbbbbbbbbbbbb';

const xray = mockClient(XRayClient);
afterEach(() => xray.reset());

function source(): TraceSource {
  const client = new XRayClient({ region: 'eu-west-1' });
  return traceSourceOf({ fetching: client, searching: client }, systemClock);
}

function named(name: string, message = 'said no', httpStatusCode?: number): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode } });
}

async function refusalOf(error: Error): Promise<GateError> {
  xray.on(BatchGetTracesCommand).rejects(error);
  const refusal = await source()
    .fetch([TRACE])
    .catch((thrown: unknown) => thrown);
  expect(refusal).toBeInstanceOf(GateError);
  return refusal as GateError;
}

describe('fetching traces', () => {
  it('gives the documents as they came, and nothing for ids that are unknown or unprocessed', async () => {
    xray.on(BatchGetTracesCommand).resolves({
      Traces: [{ Id: TRACE, LimitExceeded: true, Segments: [{ Id: 'a', Document: '{"name":"api"}' }, { Id: 'b' }] }],
      UnprocessedTraceIds: [OTHER],
    });
    expect(await source().fetch([TRACE, OTHER])).toEqual({
      kind: 'traces',
      traces: [{ traceId: TRACE, documents: ['{"name":"api"}'], limitExceeded: true }],
    });
    expect(xray.commandCalls(BatchGetTracesCommand)[0]?.args[0].input).toEqual({ TraceIds: [TRACE, OTHER] });
  });

  it.each([
    ['ThrottledException', named('ThrottledException', 'slow down', 429)],
    ['the other spelling of throttling', named('ThrottlingException', 'Rate exceeded', 400)],
    ['a 502', named('UnknownError', 'bad gateway', 502)],
    ['an HTML page instead of JSON', new SyntaxError('Unexpected token < in JSON at position 0')],
    ['a broken connection', named('TimeoutError', 'socket hang up')],
  ])('is busy, to be asked again, after %s', async (_, error) => {
    xray.on(BatchGetTracesCommand).rejects(error);
    expect(await source().fetch([TRACE])).toMatchObject({ kind: 'busy' });
  });

  it('says which permission is missing when access is denied', async () => {
    const { message, remedy } = await refusalOf(named('AccessDeniedException', 'User is not authorized', 403));
    expect(message).toBe('X-Ray denied access: User is not authorized.');
    expect(remedy).toContain('xray:BatchGetTraces');
  });

  it('takes a 403 of whatever name and form for a denied access', async () => {
    const page = Object.assign(new SyntaxError('Unexpected token <'), { $metadata: { httpStatusCode: 403 } });
    expect((await refusalOf(page)).remedy).toContain('xray:BatchGetTraces');
  });

  it.each(['UnrecognizedClientException', 'CredentialsProviderError'])(
    'says that the credentials are the reason after %s',
    async (name) => {
      const { message, remedy } = await refusalOf(named(name, 'The token has expired', 403));
      expect(message).toContain(`not accepted (${name})`);
      expect(remedy).toContain('configure-aws-credentials');
    },
  );

  it('tells credentials that have expired from those that were never good', async () => {
    const refusal = await refusalOf(named('ExpiredTokenException', 'The security token is expired.', 403));
    expect(refusal).toBeInstanceOf(CredentialsExpired);
    expect(refusal.message).toBe(
      'The AWS credentials have expired (ExpiredTokenException): The security token is expired.',
    );
    expect(refusal.remedy).toContain('role-duration-seconds');
  });

  it('says at once that there is no such region', async () => {
    const unknown = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    const { message, remedy } = await refusalOf(Object.assign(unknown, { hostname: 'xray.eu-wset-1.amazonaws.com' }));
    expect(message).toBe(
      'No host is named xray.eu-wset-1.amazonaws.com: there is no region eu-wset-1, or this machine cannot look up names of AWS.',
    );
    expect(remedy).toContain('aws-region');
    const elsewhere = await refusalOf(Object.assign(unknown, { hostname: 'xray.test' }));
    expect(elsewhere).toMatchObject({
      message: 'There is no X-Ray at xray.test.',
      remedy: expect.stringContaining('AWS_ENDPOINT_URL_XRAY'),
    });
  });

  it('asks again where there was such a region before', async () => {
    const lost = Object.assign(new Error('getaddrinfo ENOTFOUND'), {
      code: 'ENOTFOUND',
      hostname: 'xray.a.amazonaws.com',
    });
    xray.on(BatchGetTracesCommand).resolvesOnce({}).rejects(lost);
    const there = source();
    await there.fetch([TRACE]);
    expect(await there.fetch([TRACE])).toMatchObject({ kind: 'busy' });
  });

  it('asks again where names cannot be looked up for now', async () => {
    const lost = Object.assign(new Error('getaddrinfo EAI_AGAIN'), {
      code: 'EAI_AGAIN',
      hostname: 'xray.a.amazonaws.com',
    });
    xray.on(BatchGetTracesCommand).rejects(lost);
    expect(await source().fetch([TRACE])).toMatchObject({ kind: 'busy' });
  });

  it('says so when X-Ray refuses the request itself', async () => {
    const { message } = await refusalOf(named('InvalidRequestException', 'Exceeding maximum query size: 5', 400));
    expect(message).toContain('Exceeding maximum query size: 5');
  });

  it('asks for a region when none is known', async () => {
    xray.restore();
    const before = process.env.AWS_REGION;
    delete process.env.AWS_REGION;
    try {
      const refusal = await xrayTraceSource({ region: null, endpoint: null }, systemClock)
        .fetch([TRACE])
        .catch((e: unknown) => e);
      expect(refusal).toMatchObject({
        message: 'No AWS region is set.',
        remedy: expect.stringContaining('aws-region'),
      });
    } finally {
      if (before !== undefined) process.env.AWS_REGION = before;
    }
  });
});

describe('finding a version', () => {
  const HOUR_MS = 3_600_000;
  const search = {
    filter: 'annotation.version = "v1"',
    what: 'traces of version v1',
    group: null,
    sinceMs: 0,
    untilMs: 13 * HOUR_MS,
    limit: 100,
    isEnough: () => false,
  };

  it('walks back in windows of at most six hours, all pages of each, empty ones too', async () => {
    xray
      .on(GetTraceSummariesCommand)
      .resolvesOnce({ TraceSummaries: [], NextToken: 'more', TracesProcessedCount: 7 })
      .resolvesOnce({ TraceSummaries: [{ Id: TRACE }], TracesProcessedCount: 5 })
      .resolves({ TraceSummaries: [{ Id: OTHER }], TracesProcessedCount: 1 });
    expect(await source().find(search)).toMatchObject({ traceIds: [TRACE, OTHER], scanned: 14 });
    const asked = xray.commandCalls(GetTraceSummariesCommand).map(({ args }) => args[0].input);
    expect(
      asked.map(({ StartTime, EndTime, NextToken }) => [+StartTime! / HOUR_MS, +EndTime! / HOUR_MS, NextToken]),
    ).toEqual([
      [7, 13, undefined],
      [7, 13, 'more'],
      [1, 7, undefined],
      [0, 1, undefined],
    ]);
    expect(asked[0]).toMatchObject({ FilterExpression: search.filter, TimeRangeType: 'Event' });
  });

  it('stops at the newest traces that are enough', async () => {
    xray.on(GetTraceSummariesCommand).resolves({ TraceSummaries: [{ Id: TRACE }, { Id: OTHER }], NextToken: 'more' });
    expect((await source().find({ ...search, limit: 1 })).traceIds).toEqual([TRACE]);
    expect(xray.commandCalls(GetTraceSummariesCommand)).toHaveLength(1);
  });

  it('stops once enough was found, of each operation and for what it scanned', async () => {
    const summary = (Id: string, HttpMethod: string, path: string) => ({
      Id,
      Http: { HttpMethod, HttpURL: `https://h${path}` },
    });
    xray
      .on(GetTraceSummariesCommand)
      .resolvesOnce({ TraceSummaries: [summary(TRACE, 'GET', '/orders/7')], TracesProcessedCount: 10, NextToken: 'b' })
      .resolves({
        TraceSummaries: [summary(TRACE, 'GET', '/orders/7'), summary(OTHER, 'GET', '/orders/8')],
        TracesProcessedCount: 5,
        NextToken: 'c',
      });
    const seen: unknown[] = [];
    const isEnough: TraceSearch['isEnough'] = ({ operations, scanned }) => {
      seen.push([...operations, scanned]);
      return (operations.get('GET /orders/{id}') ?? 0) >= 2;
    };
    expect(await source().find({ ...search, isEnough })).toMatchObject({ traceIds: [TRACE, OTHER], scanned: 15 });
    expect(seen.at(-1)).toEqual([['GET /orders/{id}', 2], 15]);
    expect(xray.commandCalls(GetTraceSummariesCommand)).toHaveLength(2);
  });

  it('tells the values of annotations, of the type that they were written with', async () => {
    const valued = (...values: AnnotationValue[]) => values.map((AnnotationValue) => ({ AnnotationValue }));
    xray.on(GetTraceSummariesCommand).resolves({
      TraceSummaries: [
        { Id: TRACE, Annotations: { version: valued({ StringValue: 'v1' }), canary: valued({ BooleanValue: false }) } },
        { Id: OTHER, Annotations: { version: valued({ StringValue: 'v1' }, { NumberValue: 2 }) } },
      ],
    });
    expect((await source().find({ ...search, filter: null })).annotations).toEqual(
      new Map([
        ['version', new Set<unknown>(['v1', 2])],
        ['canary', new Set<unknown>([false])],
      ]),
    );
    expect(xray.commandCalls(GetTraceSummariesCommand)[0]?.args[0].input).not.toMatchObject({
      FilterExpression: expect.anything(),
    });
  });

  it('does not follow a token that leads nowhere', async () => {
    xray.on(GetTraceSummariesCommand).resolves({ NextToken: 'again' });
    await expect(source().find(search)).rejects.toMatchObject({
      message: 'X-Ray did not come to an end of the traces of version v1: 2 pages, 0 traces.',
      remedy: expect.stringContaining('save-profile'),
    });
  });

  it('keeps what it has found when there is no end, and tells so', async () => {
    let page = 0;
    xray.on(GetTraceSummariesCommand).callsFake(() => ({
      NextToken: String(page++),
      TraceSummaries: [{ Id: `1-6b006c35-${page.toString(16).padStart(24, '0')}` }],
      TracesProcessedCount: 2,
    }));
    const found = await source().find({ ...search, limit: 3000 });
    expect(found).toMatchObject({ endedEarly: true, scanned: 2 * page });
    expect(found.traceIds).toHaveLength(page);
    expect(page).toBeLessThan(2000);
    xray.on(GetTraceSummariesCommand).resolves({ TraceSummaries: [{ Id: TRACE }], NextToken: 'again' });
    expect(await source().find(search)).toMatchObject({ endedEarly: true, traceIds: [TRACE] });
  });

  it('has not ended early where it has enough, or has seen all', async () => {
    xray.on(GetTraceSummariesCommand).resolves({ TraceSummaries: [{ Id: TRACE }, { Id: OTHER }], NextToken: 'more' });
    expect(await source().find({ ...search, limit: 1 })).toMatchObject({ endedEarly: false });
    xray.on(GetTraceSummariesCommand).resolves({ TraceSummaries: [{ Id: TRACE }] });
    expect(await source().find(search)).toMatchObject({ endedEarly: false });
  });

  it('gives up on pages without end that have nothing', async () => {
    let page = 0;
    xray.on(GetTraceSummariesCommand).callsFake(() => ({ NextToken: String(page++) }));
    await expect(source().find(search)).rejects.toBeInstanceOf(GateError);
    expect(page).toBeLessThan(2000);
  });

  it('points to the group where X-Ray does not take the filter that names it', async () => {
    xray.on(GetTraceSummariesCommand).rejects(named('InvalidRequestException', 'no such group', 400));
    await expect(source().find({ ...search, group: 'checkout' })).rejects.toMatchObject({
      remedy: 'Check that X-Ray has the group "checkout" of the input "group".',
    });
    await expect(source().find(search)).rejects.toMatchObject({ remedy: expect.stringContaining('defect') });
  });

  it('names the permission for searching when that is denied', async () => {
    xray.on(GetTraceSummariesCommand).rejects(named('AccessDeniedException', 'no', 403));
    await expect(source().find(search)).rejects.toMatchObject({
      remedy: expect.stringContaining('xray:GetTraceSummaries'),
    });
  });
});
