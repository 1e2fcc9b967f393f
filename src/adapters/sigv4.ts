import type { Clock } from '../drive/clock.js';
import type { OutgoingRequest } from '../drive/transport.js';
import { GateError } from '../errors.js';
import type { Authorization } from '../scenario/workload.js';
import type { Environment } from '../world.js';
import { regionOfEnvironment, regionOfHost } from './aws-region.js';
import { strictlyEncoded } from './strict-encoding.js';

type Signing = Extract<Authorization, { kind: 'sigv4' }>;

/**
 * Signs requests by AWS Signature Version 4, with the AWS SDK's signer and its default chain of credentials, loaded
 * when first needed. Signed are method, path, query, host, body, `content-type` and all `x-amz-*` headers; not what
 * proxies on the way may change: the trace headers, the user agent and all the rest. The URL is sent strictly encoded.
 *
 * The region is the scenario's, else the host name's, since no other is accepted there, else `region`, else the
 * environment's. What it returns rejects with a GateError where there is none, or no credentials.
 */
export function requestSigner(
  clock: Pick<Clock, 'nowMs'>,
  environment: Environment,
  region: string | null,
): (signing: Signing, request: OutgoingRequest) => Promise<OutgoingRequest> {
  let loading: ReturnType<typeof loadSigning> | null = null;
  return async (signing, request) => {
    loading ??= loadSigning();
    const { SignatureV4, Sha256, credentials } = await loading;
    const url = strictlyEncoded(request.url);
    const signer = new SignatureV4({
      service: signing.service,
      region:
        signing.region ?? regionOfHost(url.hostname) ?? region ?? regionOfEnvironment(environment) ?? noRegion(url),
      credentials: await credentials().catch(noCredentials),
      sha256: Sha256,
      // All services but S3 want the path's encoding encoded once more.
      uriEscapePath: signing.service !== 's3',
    });
    const { headers } = await signer.sign(
      {
        method: request.method,
        protocol: url.protocol,
        hostname: url.hostname,
        path: url.pathname,
        query: queryOf(url),
        headers: { host: url.host, ...signedOf(request.headers) },
        body: request.body ?? undefined,
      },
      { signingDate: new Date(clock.nowMs()) },
    );
    const { host, ...added } = headers;
    return { ...request, url, headers: { ...request.headers, ...added } };
  };
}

async function loadSigning() {
  const [{ SignatureV4 }, { Sha256 }, { defaultProvider }] = await Promise.all([
    import('@smithy/signature-v4'),
    import('@smithy/core/checksum'),
    import('@aws-sdk/credential-provider-node'),
  ]);
  // Keeps what it found, and looks again before that expires.
  return { SignatureV4, Sha256, credentials: defaultProvider() };
}

function signedOf(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => name === 'host' || name === 'content-type' || /^x-amz-/.test(name)),
  );
}

/** Values by name, in order. */
function queryOf({ searchParams }: URL): Record<string, string[]> {
  return Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]));
}

function noRegion({ hostname }: URL): never {
  throw new GateError(
    `No AWS region is known to sign requests to ${hostname} for.`,
    'Give "region" beside "service" in the scenario, or the input "aws-region", or set AWS_REGION.',
  );
}

function noCredentials(cause: unknown): never {
  const message = cause instanceof Error ? cause.message : String(cause);
  throw new GateError(
    `There are no AWS credentials to sign requests with: ${message.replace(/\.$/, '')}.`,
    'Put aws-actions/configure-aws-credentials before the gate, with a role that may call the target.',
    { cause },
  );
}
