import type { XRayClient } from '@aws-sdk/client-xray';
import type { TraceSource } from '../collect/trace-source.js';
import type { Clock } from '../drive/clock.js';
import { ownCall } from './fetch-call.js';
import { TracePlace } from './trace-place.js';
import { BATCH } from './xray-batches.js';
import { type XRaySettings, xrayClient } from './xray-client.js';
import { UnknownHost } from './xray-refusal.js';
import { RETRIEVAL } from './xray-retrieval.js';
import { findTraces } from './xray-search.js';
import { XRayWatch } from './xray-watch.js';

/** A search cannot be begun again in the middle: what is busy now is asked again, later each time. */
const SEARCH_ATTEMPTS = 8;

/** AWS X-Ray, or whatever answers for it, through the AWS SDK's default credentials. */
export function xrayTraceSource(settings: XRaySettings, clock: Clock): TraceSource {
  return traceSourceOf({ fetching: xrayClient(settings, 1), searching: xrayClient(settings, SEARCH_ATTEMPTS) }, clock);
}

/** A client for each kind of call: who fetches sees each refusal and waits, a search waits by itself. */
export interface XRayClients {
  readonly fetching: XRayClient;
  readonly searching: XRayClient;
}

/** The same over clients that are there already. Where the traces are is found out once, at the first call. */
export function traceSourceOf({ fetching, searching }: XRayClients, clock: Clock): TraceSource {
  const place = new TracePlace(fetching, searching, clock);
  const watch = new XRayWatch([fetching, searching]);
  let hasAnswered = false;
  return {
    batchSize: () => (place.isLogGroup ? RETRIEVAL : BATCH),
    fetch: async (traceIds, call) => {
      try {
        const fetched = await place.fetch(traceIds, ownCall(call));
        hasAnswered ||= fetched.kind === 'traces';
        return fetched;
      } catch (error) {
        if (hasAnswered && error instanceof UnknownHost) return { kind: 'busy', reason: error.message };
        throw error;
      }
    },
    find: (search) => findTraces(searching, search),
    told: async () => [
      {
        region: await searching.config.region().catch(() => null),
        account: await accountOf(searching),
        place: place.found ?? 'unknown',
        denied: watch.denied,
        clockAheadMs: watch.clockAheadMs,
      },
    ],
  };
}

/** Some credentials say whose they are; to ask would take another service and its client. */
async function accountOf({ config }: XRayClient): Promise<string | null> {
  try {
    return (await config.credentials()).accountId ?? null;
  } catch {
    return null;
  }
}
