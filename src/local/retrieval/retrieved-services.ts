import { isJsonObject, type JsonObject } from '../../trace/json-object.js';
import { type Node, nodeKey, nodeOf } from '../../trace/service-graph.js';
import { graphServices } from '../graph-services.js';
import type { MergedTrace } from '../merged-trace.js';

/** https://docs.aws.amazon.com/xray/latest/api/API_RetrievedService.html */
const MAX_LINKS = 100;

/** The services of retrieved traces, each with the links from its segments to other traces. */
export function retrievedServices(merged: readonly MergedTrace[]): JsonObject[] {
  const links = linksByService(merged);
  return graphServices(merged.map(({ trace }) => trace)).map((service) => {
    const { Name, Type = '', AccountId = '' } = service;
    const node = { name: Name, type: Type, account: AccountId } as Node;
    return { Service: service, Links: (links.get(nodeKey(node)) ?? []).slice(0, MAX_LINKS) };
  });
}

interface Link {
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

function linksByService(merged: readonly MergedTrace[]): Map<string, JsonObject[]> {
  const byService = new Map<string, Link[]>();
  for (const { trace, documents } of merged) {
    for (const segment of trace.segments) {
      const key = nodeKey(nodeOf(segment));
      const links = byService.get(key) ?? [];
      links.push(...linksIn(documents.get(segment.id) ?? {}, trace.id));
      byService.set(key, links);
    }
  }
  return new Map([...byService].map(([key, links]) => [key, graphLinks(links)]));
}

/** `links` of a segment document: https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-links */
function linksIn({ links }: JsonObject, from: string): Link[] {
  return (Array.isArray(links) ? links : []).filter(isJsonObject).flatMap(({ trace_id: to, attributes }) => {
    const type = isJsonObject(attributes) ? attributes['aws.xray.reserved.reference_type'] : undefined;
    return typeof to === 'string' && typeof type === 'string' ? [{ type, from, to }] : [];
  });
}

function graphLinks(links: readonly Link[]): JsonObject[] {
  const alike = Map.groupBy(links, ({ type, from }) => `${type} ${from}`);
  return [...alike.values()].map((group) => ({
    ReferenceType: group[0]?.type,
    SourceTraceId: group[0]?.from,
    DestinationTraceIds: [...new Set(group.map(({ to }) => to))],
  }));
}
