import { type Entity, type Segment, subsegmentsBelow } from './entity.js';
import { rootOf, type Trace } from './trace.js';

/**
 * The version of the application that answered: the annotation `key` on the root segment, else on any of its
 * subsegments, else the root's `service.version`, else the annotation on whichever segment started first.
 * null where nobody says. Who may write only letters, digits and `_` writes `_` for everything else of the key.
 */
export function versionOf(trace: Trace, key: string): string | null {
  const root = rootOf(trace);
  const ofRoot = root === null ? null : segmentVersion(root, key);
  if (ofRoot !== null) return ofRoot;
  for (const segment of trace.segments) {
    const version = annotatedVersion(segment, key);
    if (version !== null) return version;
  }
  return null;
}

/** The version that one segment names: its annotation `key` or a subsegment's, else its `service.version`; else null. */
export function segmentVersion(segment: Segment, key: string): string | null {
  for (const entity of [segment, ...subsegmentsBelow(segment)]) {
    const version = annotatedVersion(entity, key);
    if (version !== null) return version;
  }
  return segment.serviceVersion;
}

/** What an entity's own annotation `key` says; null where it has none. */
export function annotatedVersion({ annotations }: Entity, key: string): string | null {
  const written = Object.hasOwn(annotations, key) ? key : plainKey(key);
  return Object.hasOwn(annotations, written) ? String(annotations[written]) : null;
}

/**
 * An annotation's key as X-Ray's schema allows it, and as older SDKs and exporters write it: `service.version` is
 * `service_version`. https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html
 */
export function plainKey(key: string): string {
  return key.replaceAll(/\W/g, '_');
}
