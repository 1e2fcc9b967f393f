import { type Entity, type Segment, subsegmentsBelow } from './entity.js';
import { rootOf, type Trace } from './trace.js';

/**
 * The version of the application that answered: the annotation `key` on the root segment, else on any of its
 * subsegments, else the root's `service.version`, else the annotation on whichever segment started first.
 * null where nobody says.
 */
export function versionOf(trace: Trace, key: string): string | null {
  const root = rootOf(trace);
  const ofRoot = root === null ? null : segmentVersion(root, key);
  if (ofRoot !== null) return ofRoot;
  for (const segment of trace.segments) {
    const version = annotated(segment, key);
    if (version !== null) return version;
  }
  return null;
}

/** The version that one segment names: its annotation `key` or a subsegment's, else its `service.version`; else null. */
export function segmentVersion(segment: Segment, key: string): string | null {
  for (const entity of [segment, ...subsegmentsBelow(segment)]) {
    const version = annotated(entity, key);
    if (version !== null) return version;
  }
  return segment.serviceVersion;
}

function annotated({ annotations }: Entity, key: string): string | null {
  return Object.hasOwn(annotations, key) ? String(annotations[key]) : null;
}
