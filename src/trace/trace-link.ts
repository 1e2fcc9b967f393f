import { asObject, readText } from './document-fields.js';
import { canonicalTraceId } from './trace-id.js';

/** Another trace, or another part of this one, that a message connects: a producer's has consumers as `child`. */
export interface TraceLink {
  readonly traceId: string;
  /** Of a segment or subsegment there. */
  readonly id: string;
  /** What the other end is to this one; null where the link does not say. */
  readonly reference: 'parent' | 'child' | null;
  /** Name and AWS resource type of the other end; null where the link does not say. */
  readonly name: string | null;
  readonly type: string | null;
}

/** X-Ray keeps no more of a trace. */
const MOST = 100;

/**
 * Reads the `links` of a segment or a subsegment; what is no link is left out.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-tracelinking.html
 */
export function readLinks(value: unknown): readonly TraceLink[] {
  if (!Array.isArray(value)) return NONE;
  return value.slice(0, MOST).flatMap((each): TraceLink[] => {
    const fields = asObject(each);
    const traceId = canonicalTraceId(readText(fields?.trace_id) ?? '');
    const id = readText(fields?.id)?.toLowerCase() ?? '';
    if (fields === null || traceId === null || !/^[0-9a-f]{16}$/.test(id)) return [];
    const attributes = asObject(fields.attributes) ?? {};
    const reference = attributes['aws.xray.reserved.reference_type'];
    const names = attributes['aws.xray.reserved.names'];
    return [
      {
        traceId,
        id,
        reference: reference === 'parent' || reference === 'child' ? reference : null,
        name: Array.isArray(names) ? readText(names[0]) : null,
        type: readText(attributes['aws.xray.reserved.type']),
      },
    ];
  });
}

const NONE: readonly TraceLink[] = [];
