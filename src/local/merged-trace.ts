import type { Segment, Subsegment } from '../trace/entity.js';
import { isJsonObject, type JsonObject } from '../trace/json-object.js';
import { canonicalTraceId, type ReadDocument, readDocument } from '../trace/segment-document.js';
import { assembleTrace, type Trace } from '../trace/trace.js';
import { inferredDocuments } from './inferred-segment.js';
import type { StoredTrace } from './trace-store.js';

/** A trace as X-Ray hands it out: its documents put together, and inferred segments added. */
export interface MergedTrace {
  /** With the inferred segments. */
  readonly trace: Trace;
  /**
   * One document per segment, by its id: every field as it was sent, but ids in their canonical form; the subsegments
   * that were sent alone in their place below their parent. A subsegment whose parent is not there (yet) has an entry
   * of its own, after the segments, with its `type: "subsegment"` and `parent_id`, so that nothing that arrived is out
   * of sight.
   */
  readonly documents: ReadonlyMap<string, JsonObject>;
}

export function mergeTrace(stored: StoredTrace): MergedTrace {
  const sources = new Sources();
  const read = stored.documents.map(({ text }) => sources.read(text));
  const own = assembleTrace(stored.id, read, stored.limitExceeded);
  const documents = new Map<string, JsonObject>();
  for (const segment of own.segments) documents.set(segment.id, sources.merged(segment));
  const inferred = inferredDocuments(own, (subsegment) => sources.of(subsegment));
  for (const document of inferred) documents.set(document.id, document);
  for (const { subsegment } of own.orphans) {
    if (!documents.has(subsegment.id)) documents.set(subsegment.id, sources.merged(subsegment));
  }
  const trace = assembleTrace(stored.id, [...read, ...inferred.map(readDocument)], stored.limitExceeded);
  return { trace, documents };
}

type Part = Segment | Subsegment;

/** The JSON that each entity was read from. A segment and a subsegment may have the same id: applications choose them. */
class Sources {
  readonly #byKey = new Map<string, { readonly entity: Part; readonly source: JsonObject }[]>();

  read(text: string): ReadDocument {
    const value: unknown = JSON.parse(text);
    const document = readDocument(value);
    if (document.kind !== 'malformed' && isJsonObject(value)) {
      const entity = document.kind === 'segment' ? document.segment : document.subsegments[0]?.subsegment;
      if (entity !== undefined) this.#add(entity, value);
    }
    return document;
  }

  #add(entity: Part, source: JsonObject): void {
    const held = this.#byKey.get(keyOf(entity));
    if (held === undefined) this.#byKey.set(keyOf(entity), [{ entity, source }]);
    else held.push({ entity, source });
    const children = Array.isArray(source.subsegments) ? source.subsegments.filter(isJsonObject) : [];
    for (const [index, child] of entity.subsegments.entries()) this.#add(child, children[index] ?? {});
  }

  /** The last that arrived in the state, ended or in progress, in which the entity stands in the trace. */
  of(entity: Part): JsonObject {
    const held = this.#byKey.get(keyOf(entity)) ?? [];
    return held.findLast((each) => each.entity.inProgress === entity.inProgress)?.source ?? {};
  }

  merged(entity: Part): JsonObject {
    const source = this.of(entity);
    const subsegments = entity.subsegments.map((child) => this.merged(child));
    return {
      ...source,
      id: entity.id,
      ...(entity.parentId === null ? {} : { parent_id: entity.parentId }),
      ...traceIdOf(entity, source),
      ...(subsegments.length > 0 || source.subsegments !== undefined ? { subsegments } : {}),
    };
  }
}

function keyOf({ kind, id }: Part): string {
  return `${kind} ${id}`;
}

/** Subsegments inside a document mostly have none. */
function traceIdOf(entity: Part, { trace_id: sent }: JsonObject): JsonObject {
  if (entity.kind === 'segment') return { trace_id: entity.traceId };
  return typeof sent === 'string' ? { trace_id: canonicalTraceId(sent) ?? sent } : {};
}
