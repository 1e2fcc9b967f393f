import type { Entity, Segment, Subsegment } from '../trace/entity.js';
import { isJsonObject, type JsonObject } from '../trace/json-object.js';
import { type ReadDocument, readDocument } from '../trace/segment-document.js';
import { assembleTrace, type Trace } from '../trace/trace.js';
import { inferredDocuments } from './inferred-segment.js';
import type { StoredTrace } from './trace-store.js';

/** A trace as X-Ray hands it out: its documents put together, and inferred segments added. */
export interface MergedTrace {
  /** With the inferred segments. */
  readonly trace: Trace;
  /**
   * One document per segment, by its id: every field as it was sent, the subsegments that were sent alone in their
   * place below their parent. A subsegment whose parent is not there (yet) has an entry of its own, after the segments,
   * with `type: "subsegment"` and `parent_id` as it was sent, so that nothing that arrived is out of sight.
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

/** The JSON that each entity was read from. */
class Sources {
  readonly #byId = new Map<string, { readonly entity: Entity; readonly source: JsonObject }[]>();

  read(text: string): ReadDocument {
    const value: unknown = JSON.parse(text);
    const document = readDocument(value);
    if (document.kind !== 'malformed' && isJsonObject(value)) {
      const entity = document.kind === 'segment' ? document.segment : document.subsegments[0]?.subsegment;
      if (entity !== undefined) this.#add(entity, value);
    }
    return document;
  }

  #add(entity: Entity, source: JsonObject): void {
    const held = this.#byId.get(entity.id);
    if (held === undefined) this.#byId.set(entity.id, [{ entity, source }]);
    else held.push({ entity, source });
    const children = Array.isArray(source.subsegments) ? source.subsegments.filter(isJsonObject) : [];
    for (const [index, child] of entity.subsegments.entries()) this.#add(child, children[index] ?? {});
  }

  /** The last that arrived in the state, ended or in progress, in which the entity stands in the trace. */
  of(entity: Entity): JsonObject {
    const held = this.#byId.get(entity.id) ?? [];
    return held.findLast((each) => each.entity.inProgress === entity.inProgress)?.source ?? {};
  }

  merged(entity: Segment | Subsegment): JsonObject {
    const source = this.of(entity);
    const subsegments = entity.subsegments.map((child) => this.merged(child));
    return {
      ...source,
      id: entity.id,
      ...(entity.kind === 'segment' ? { trace_id: entity.traceId } : {}),
      ...(subsegments.length > 0 || source.subsegments !== undefined ? { subsegments } : {}),
    };
  }
}
