import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemClock } from '../../src/adapters/system-clock.js';
import { xrayOfSource } from '../../src/adapters/xray-of-source.js';
import type { Source } from '../../src/collect/source.js';
import { CredentialsExpired } from '../../src/collect/trace-source.js';
import { GateError } from '../../src/errors.js';
import { type StsRefusal, startLocalSts } from '../support/local-sts.js';

const ARN = 'arn:aws:iam::222233334444:role/xray-reader';
const TRACE = '1-6b006c35-aaaaaaaaaaaaaaaaaaaaaaaa';

/** Who signed what came to an X-Ray that knows no trace: access key and region. */
const signers: string[] = [];
const xray = createServer((request, response) => {
  const [key, , region] = /Credential=([^,]+)/.exec(request.headers.authorization ?? '')?.[1]?.split('/') ?? [];
  signers.push(`${key} ${region}`);
  response.writeHead(200, { connection: 'close' }).end('{}');
});

beforeEach(async () => {
  signers.length = 0;
  await new Promise<void>((resolve) => xray.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAJOB');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  vi.stubEnv('AWS_REGION', undefined);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await new Promise((resolve) => xray.close(resolve));
});

function source(overrides: Partial<Source> = {}): Source {
  const endpoint = `http://127.0.0.1:${(xray.address() as AddressInfo).port}`;
  return { name: 'payments', region: 'us-east-1', role: { arn: ARN, externalId: 'checkout' }, endpoint, ...overrides };
}

async function refusedWith(refusal: StsRefusal) {
  const sts = await startLocalSts(refusal);
  vi.stubEnv('AWS_ENDPOINT_URL_STS', sts.url);
  vi.stubEnv('AWS_MAX_ATTEMPTS', '1');
  const { traces } = xrayOfSource(source(), '0a1b2c3d', 'eu-west-1', systemClock);
  const answer = await traces.fetch([TRACE]).catch((error: unknown) => error);
  await sts.stop();
  return answer;
}

describe('a source with a role', () => {
  test('is read with the credentials of the role, taken on in the job’s region for the run', async () => {
    const sts = await startLocalSts();
    vi.stubEnv('AWS_ENDPOINT_URL_STS', sts.url);
    const { traces } = xrayOfSource(source(), '0a1b2c3d', 'eu-west-1', systemClock);
    expect(await traces.fetch([TRACE])).toEqual({ kind: 'traces', traces: [] });
    expect(Object.fromEntries(sts.asked[0]!)).toMatchObject({
      Action: 'AssumeRole',
      RoleArn: ARN,
      RoleSessionName: 'xray-gate-run-0a1b2c3d',
      ExternalId: 'checkout',
    });
    expect(new Set(signers)).toEqual(new Set(['ASIA222233334444 us-east-1']));
    await sts.stop();
  });

  test('that may not be taken on is an error that names it, and what has to allow it', async () => {
    const refusal = await refusedWith({ code: 'AccessDenied', message: 'Not authorized.', status: 403 });
    expect(refusal).toBeInstanceOf(GateError);
    expect(refusal).toMatchObject({
      message: `The role ${ARN} cannot be taken on (AccessDenied): Not authorized.`,
      remedy: expect.stringMatching(
        /sts:AssumeRole on it, and let its trust policy name the job's role for this external-id/,
      ),
    });
    expect(signers).toEqual([]);
  });

  test('tells that the credentials of the job have expired', async () => {
    const refusal = await refusedWith({ code: 'ExpiredTokenException', message: 'Expired.', status: 403 });
    expect(refusal).toBeInstanceOf(CredentialsExpired);
  });

  test('is busy where STS is', async () => {
    const refusal = await refusedWith({ code: 'ServiceUnavailable', message: 'Later.', status: 503 });
    expect(refusal).toMatchObject({ kind: 'busy', reason: expect.stringContaining('Later.') });
  });
});

test('a source without a role is read with the job’s credentials, in its own region or the job’s', async () => {
  await xrayOfSource(source({ role: null }), 'r', 'eu-west-1', systemClock).traces.fetch([TRACE]);
  await xrayOfSource(source({ role: null, region: null }), 'r', 'eu-west-1', systemClock).traces.fetch([TRACE]);
  expect(new Set(signers)).toEqual(new Set(['AKIAJOB us-east-1', 'AKIAJOB eu-west-1']));
});
