import { PutTraceSegmentsCommand, type XRayClient } from '@aws-sdk/client-xray';
import type { PutSegments, SegmentStore } from '../run/segment-store.js';
import { type XRaySettings, xrayClient } from './xray-client.js';
import { busyReason } from './xray-refusal.js';

const ACTION = 'xray:PutTraceSegments';

/** AWS X-Ray, or whatever answers for it, through the AWS SDK's default credentials. */
export function xraySegmentStore(settings: XRaySettings): SegmentStore {
  // Who puts segments sees each refusal, and waits.
  return segmentStoreOf(xrayClient(settings, 1));
}

/**
 * The same over a client that is there already.
 * https://docs.aws.amazon.com/xray/latest/api/API_PutTraceSegments.html
 */
export function segmentStoreOf(client: XRayClient): SegmentStore {
  const send = (documents: Iterable<string>) =>
    client.send(new PutTraceSegmentsCommand({ TraceSegmentDocuments: [...documents] }));
  return {
    assertOpen: async () => {
      try {
        await send([]);
      } catch (error) {
        // No segments at all may be too few; who is told so may put some.
        if (!(error instanceof Error && error.name === 'InvalidRequestException')) busyReason(error, ACTION);
      }
    },
    put: async (documents) => {
      try {
        const { UnprocessedTraceSegments } = await send(documents.values());
        return { kind: 'put', refused: refusedIn(UnprocessedTraceSegments ?? [], documents) };
      } catch (error) {
        return { kind: 'busy', reason: busyReason(error, ACTION) };
      }
    },
  };
}

interface Unprocessed {
  readonly Id?: string | undefined;
  readonly ErrorCode?: string | undefined;
  readonly Message?: string | undefined;
}

/** Where X-Ray does not say which segment it means, it may be any of them. */
function refusedIn(
  unprocessed: readonly Unprocessed[],
  documents: ReadonlyMap<string, string>,
): Extract<PutSegments, { kind: 'put' }>['refused'] {
  return new Map(
    unprocessed.flatMap(({ Id, ErrorCode = 'no reason', Message }) => {
      const reason = Message === undefined ? ErrorCode : `${ErrorCode}: ${Message}`;
      const ids = Id !== undefined && documents.has(Id) ? [Id] : [...documents.keys()];
      return ids.map((id) => [id, reason] as const);
    }),
  );
}

/** Counts the segments that a store has taken: what else X-Ray has, others have sent. */
export function countingSegments(store: SegmentStore): {
  readonly segments: SegmentStore;
  readonly taken: () => number;
} {
  let taken = 0;
  return {
    taken: () => taken,
    segments: {
      assertOpen: store.assertOpen,
      put: async (documents) => {
        const result = await store.put(documents);
        if (result.kind === 'put') taken += documents.size - result.refused.size;
        return result;
      },
    },
  };
}
