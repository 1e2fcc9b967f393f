import { type Entity, subsegmentsBelow } from './entity.js';
import { rootOf, type Trace } from './trace.js';

/**
 * The version of the application that answered: the annotation `key` on the root segment, else on any of its
 * subsegments, else the root's `service.version`, else the annotation on whichever segment started first.
 * null where nobody says.
 */
export function versionOf(trace: Trace, key: string): string | null {
  const root = rootOf(trace);
  if (root !== null) {
    for (const entity of [root, ...subsegmentsBelow(root)]) {
      const version = annotated(entity, key);
      if (version !== null) return version;
    }
    if (root.serviceVersion !== null) return root.serviceVersion;
  }
  for (const segment of trace.segments) {
    const version = annotated(segment, key);
    if (version !== null) return version;
  }
  return null;
}

function annotated({ annotations }: Entity, key: string): string | null {
  return Object.hasOwn(annotations, key) ? String(annotations[key]) : null;
}
