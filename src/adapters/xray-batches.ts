import { BatchGetTracesCommand, type XRayClient } from '@aws-sdk/client-xray';
import type { FetchCall, Fetched } from '../collect/trace-source.js';
import { busyReason } from './xray-refusal.js';

/** BatchGetTraces takes at most this many ids. */
export const BATCH = 5;

/**
 * The documents of at most {@link BATCH} traces, in X-Ray. Ids that are unknown are simply missing: whether X-Ray lists them
 * as unprocessed or says nothing of them is not documented, and they are asked for again in any case. Throws GateError.
 */
export async function fetchBatch(
  client: XRayClient,
  traceIds: readonly string[],
  { calledOff }: FetchCall,
): Promise<Fetched> {
  try {
    const asked = new BatchGetTracesCommand({ TraceIds: [...traceIds] });
    const { Traces } = await client.send(asked, { abortSignal: calledOff });
    return {
      kind: 'traces',
      traces: (Traces ?? []).flatMap(({ Id, Segments, LimitExceeded }) =>
        Id === undefined
          ? []
          : [
              {
                traceId: Id,
                documents: (Segments ?? []).flatMap(({ Document }) => Document ?? []),
                limitExceeded: LimitExceeded === true,
              },
            ],
      ),
    };
  } catch (error) {
    return { kind: 'busy', reason: busyReason(error, 'xray:BatchGetTraces') };
  }
}
