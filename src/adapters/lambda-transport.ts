import type { LambdaClient, LambdaClientConfig } from '@aws-sdk/client-lambda';
import type { Clock } from '../drive/clock.js';
import { lambdaTarget } from '../drive/lambda-target.js';
import type { Transport } from '../drive/transport.js';
import type { Environment } from '../world.js';
import { regionOfEnvironment } from './aws-region.js';
import { invoke } from './lambda-invocation.js';

/** As `http-transport.ts` does: given up before a server gives them up. */
const IDLE_MS = 4000;

type Sdk = typeof import('@aws-sdk/client-lambda');

/**
 * Invokes functions (`lambda:` addresses) through the AWS SDK, loaded when first needed, and waits for what they return.
 * The event is the request's body, or `{}`; method and path mean nothing to a function. Of the headers the trace header
 * and the user agent are sent. Nothing is tried again.
 *
 * A function that returned is status 200, whatever it returned; one that threw, ran out of time or crashed is status 500:
 * AWS answers both with 200, the second with `X-Amz-Function-Error`.
 *
 * The region is the ARN's, else `region`, else the environment's.
 */
export function lambdaTransport(
  clock: Pick<Clock, 'nowMs'>,
  environment: Pick<Environment, 'variable'>,
  region: string | null,
): Transport {
  let loading: Promise<Sdk> | null = null;
  const clients = new Map<string | null, LambdaClient>();

  const clientIn = (where: string | null, { LambdaClient }: Sdk): LambdaClient => {
    const client = clients.get(where) ?? new LambdaClient(configuration(where));
    clients.set(where, client);
    return client;
  };

  return {
    send: async (request) => {
      const calledMs = clock.nowMs();
      const target = lambdaTarget(request.url);
      if (target === null) {
        const error = `${request.url.href} is not a function's address, such as lambda:checkout:live`;
        return { kind: 'not sent', error, departedMs: calledMs, connectedMs: null, endedMs: calledMs };
      }
      loading ??= import('@aws-sdk/client-lambda');
      const sdk = await loading;
      const client = clientIn(target.region ?? region ?? regionOfEnvironment(environment), sdk);
      return invoke(target, request, { client, sdk, clock });
    },
    close: async () => {
      for (const client of clients.values()) client.destroy();
    },
  };
}

function configuration(region: string | null): LambdaClientConfig {
  const agent = { keepAlive: true, timeout: IDLE_MS, maxSockets: Number.POSITIVE_INFINITY, maxFreeSockets: 256 };
  return {
    ...(region === null ? {} : { region }),
    maxAttempts: 1,
    requestHandler: { httpAgent: agent, httpsAgent: agent },
  };
}
