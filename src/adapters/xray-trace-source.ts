import { XRayClient } from '@aws-sdk/client-xray';
import type { TraceSource } from '../collect/trace-source.js';
import type { Clock } from '../drive/clock.js';
import { TracePlace } from './trace-place.js';
import { BATCH } from './xray-batches.js';
import { RETRIEVAL } from './xray-retrieval.js';
import { findTraces } from './xray-search.js';

export interface XRaySettings {
  /** null: from the environment, as the AWS SDK finds it. */
  readonly region: string | null;
  /** null: AWS's, or AWS_ENDPOINT_URL_XRAY. */
  readonly endpoint: string | null;
}

/** A search cannot be begun again in the middle: what is busy now is asked again, later each time. */
const SEARCH_ATTEMPTS = 8;

/** AWS X-Ray, or whatever answers for it, through the AWS SDK's default credentials. */
export function xrayTraceSource(settings: XRaySettings, clock: Clock): TraceSource {
  const client = (maxAttempts: number) =>
    new XRayClient({
      maxAttempts,
      requestHandler: { connectionTimeout: 5000, requestTimeout: 10_000, throwOnRequestTimeout: true },
      ...(settings.region === null ? {} : { region: settings.region }),
      ...(settings.endpoint === null
        ? {}
        : { endpoint: settings.endpoint, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
    });
  return traceSourceOf({ fetching: client(1), searching: client(SEARCH_ATTEMPTS) }, clock);
}

/** A client for each kind of call: who fetches sees each refusal and waits, a search waits by itself. */
export interface XRayClients {
  readonly fetching: XRayClient;
  readonly searching: XRayClient;
}

/** The same over clients that are there already. Where the traces are is found out once, at the first call. */
export function traceSourceOf({ fetching, searching }: XRayClients, clock: Clock): TraceSource {
  const place = new TracePlace(fetching, searching, clock);
  return {
    batchSize: () => (place.isLogGroup ? RETRIEVAL : BATCH),
    fetch: (traceIds) => place.fetch(traceIds),
    find: (search) => findTraces(searching, search),
  };
}
