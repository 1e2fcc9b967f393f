import type { Segment } from './entity.js';
import type { Trace } from './trace.js';
import { annotatedVersion } from './version.js';

/** The node that the gate itself is, where it puts a segment of its own for each request: the client of all others. */
export const CLIENT_NAME = 'xray-gate';

/** Annotations of the gate's own segments; X-Ray's schema allows letters, digits and `_` in keys. */
export const RUN_ANNOTATION = 'xray_gate_run';
export const SIDE_ANNOTATION = 'xray_gate_side';

/** What the gate said of a request by a segment of its own. */
export interface ClientWord {
  /** The run that sent it. */
  readonly run: string;
  /** The version that was to answer; whether it did, the application's own segments know better. Null: it was not told. */
  readonly version: string | null;
}

/**
 * A trace as the application left it, null where the gate's own segment is all there is; and what that said, null where
 * there is none. Everything that is judged is judged without it: it is not the application's root, node or time.
 */
export function apartFromClient(
  trace: Trace,
  versionAnnotation: string,
): { readonly application: Trace | null; readonly client: ClientWord | null } {
  const own = trace.segments.find(isClientSegment);
  if (own === undefined) return { application: trace, client: null };
  const segments = trace.segments.filter((segment) => !isClientSegment(segment));
  const isAll = segments.length === 0 && trace.orphans.length === 0 && trace.malformed === 0;
  return {
    application: isAll ? null : { ...trace, segments },
    client: { run: String(own.annotations[RUN_ANNOTATION]), version: annotatedVersion(own, versionAnnotation) },
  };
}

/** By name and annotation: of a trace that was only found nobody knows which ids the gate minted. */
function isClientSegment({ name, inferred, annotations }: Segment): boolean {
  return name === CLIENT_NAME && !inferred && Object.hasOwn(annotations, RUN_ANNOTATION);
}
