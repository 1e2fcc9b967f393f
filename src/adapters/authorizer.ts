import type { Clock } from '../drive/clock.js';
import type { Environment, World } from '../world.js';
import { tokenKeeper } from './oauth-token-keeper.js';
import { requestSigner } from './sigv4.js';

/**
 * Adds to a request what only the moment of sending can give: an OAuth access token as
 * `authorization: Bearer <token>`, or an AWS signature with the headers that belong to it. `region` is where AWS
 * requests are signed for if neither the scenario nor the host name says; null: as the environment says.
 *
 * What it returns rejects with a GateError where there is no token, no region or no AWS credentials.
 */
export function authorizer(
  clock: Pick<Clock, 'nowMs'>,
  environment: Environment,
  region: string | null,
): World['authorize'] {
  const tokenFor = tokenKeeper(clock, environment.mask);
  const sign = requestSigner(clock, environment, region);
  return async (authorization, request) => {
    switch (authorization.kind) {
      case 'oauth':
        return {
          ...request,
          headers: { ...request.headers, authorization: `Bearer ${await tokenFor(authorization)}` },
        };
      case 'sigv4':
        return sign(authorization, request);
    }
  };
}
