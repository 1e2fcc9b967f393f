import type { Ingest } from '../ingest.js';
import type { IndexedAttributes } from './annotations.js';
import { InvalidSpan, readAttributes, readSpan } from './read-span.js';
import { describeResource, type Resource } from './resource.js';
import { segmentsOf } from './segment.js';
import type { ExportRequest, ExportResponse, SpanMessage } from './wire.js';

export interface SpanDestination {
  readonly ingest: Ingest;
  readonly indexed: IndexedAttributes;
}

/** Stores the spans of a request as segments. Those that cannot be are counted in the answer, with the reasons. */
export function exportTraces(request: ExportRequest, destination: SpanDestination): ExportResponse {
  const reasons: string[] = [];
  let spanCount = 0;
  for (const { resource, scopeSpans } of request.resourceSpans) {
    const described = describeResource(readAttributes(resource?.attributes ?? []));
    for (const message of scopeSpans.flatMap(({ spans }) => spans)) {
      spanCount += 1;
      const reason = exportSpan(message, described, destination);
      if (reason !== null) reasons.push(reason);
    }
  }
  if (reasons.length === 0) return {};
  return {
    partialSuccess: { rejectedSpans: BigInt(reasons.length), errorMessage: explain(reasons, spanCount) },
  };
}

/** Why the span was rejected; null where it was stored. */
function exportSpan(message: SpanMessage, resource: Resource, { ingest, indexed }: SpanDestination): string | null {
  try {
    const documents = segmentsOf(readSpan(message), resource, indexed);
    ingest.span(true);
    const stored = documents.map((document) => ingest.document(JSON.stringify(document)));
    return stored.find((each) => each.kind === 'refused')?.reason ?? null;
  } catch (error) {
    if (!(error instanceof InvalidSpan)) throw error;
    ingest.span(false);
    return error.message;
  }
}

const MOST_REASONS = 3;

function explain(reasons: readonly string[], spanCount: number): string {
  const different = [...new Set(reasons)];
  const left = different.length - MOST_REASONS;
  const more = left > 0 ? ` And ${left} more reasons.` : '';
  return `${reasons.length} of ${spanCount} spans were rejected. ${different.slice(0, MOST_REASONS).join(' ')}${more}`;
}
