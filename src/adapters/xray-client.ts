import { XRayClient, type XRayClientConfig } from '@aws-sdk/client-xray';

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
  return new XRayClient({
    maxAttempts,
    requestHandler: { connectionTimeout: 5000, requestTimeout: 10_000, throwOnRequestTimeout: true },
    ...(region === null ? {} : { region }),
    ...(endpoint === null ? {} : { endpoint }),
    ...(credentials === null ? {} : { credentials }),
  });
}
