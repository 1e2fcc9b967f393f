import { XRayClient, type XRayClientConfig } from '@aws-sdk/client-xray';
import { isClockRefused } from './xray-refusal.js';

export interface XRaySettings {
  /** null: from the environment, as the AWS SDK finds it. */
  readonly region: string | null;
  /** null: AWS's, or AWS_ENDPOINT_URL_XRAY. */
  readonly endpoint: string | null;
  /** null: as the AWS SDK finds them. Where they are left out, those of a local X-Ray at `endpoint`, or else as for null. */
  readonly credentials?: NonNullable<XRayClientConfig['credentials']> | null;
}

const OF_LOCAL = { accessKeyId: 'local', secretAccessKey: 'local' };

/** `maxAttempts`: 1 for who sees each refusal and waits, more for who lets the client wait. */
export function xrayClient(settings: XRaySettings, maxAttempts: number): XRayClient {
  const { region, endpoint, credentials = endpoint === null ? null : OF_LOCAL } = settings;
  const client = new XRayClient({
    maxAttempts,
    requestHandler: { connectionTimeout: 5000, requestTimeout: 10_000, throwOnRequestTimeout: true },
    ...(region === null ? {} : { region }),
    ...(endpoint === null ? {} : { endpoint }),
    ...(credentials === null ? {} : { credentials }),
  });
  if (maxAttempts === 1) onceMoreAfterClock(client);
  return client;
}

/**
 * AWS refuses what is signed more than five minutes from its clock. The SDK hears from the refusal what time it is there, and
 * signs by that from then on; but who is to be tried once would never get to it.
 */
function onceMoreAfterClock({ middlewareStack }: XRayClient): void {
  middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (!isClockRefused(error) && !isSkewed(error)) throw error;
        return next(args);
      }
    },
    { step: 'initialize', name: 'onceMoreAfterClock' },
  );
}

/** Some refusals do not say that it is for the time; the SDK has then seen that its clock was wrong. */
function isSkewed(error: unknown): boolean {
  const { $metadata: told } = error as {
    readonly $metadata?: { readonly clockSkewCorrected?: boolean; readonly httpStatusCode?: number };
  };
  return told?.clockSkewCorrected === true && told.httpStatusCode === 403;
}
