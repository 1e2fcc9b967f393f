import { type Entity, hasEnded } from '../trace/entity.js';
import type { JsonObject } from '../trace/json-object.js';
import { callsOf, type Node, nodeKey, nodeOf } from '../trace/service-graph.js';
import { durationMs, rootsOf, type Trace } from '../trace/trace.js';
import { CallStatistics } from './call-statistics.js';
import { epochSeconds } from './epoch-seconds.js';
import { serviceId } from './service-id.js';

/** What a graph knows of a node or an edge: when it was in use, and how its calls went. */
class Usage {
  readonly statistics = new CallStatistics();
  #startMs = Number.POSITIVE_INFINITY;
  #endMs = Number.NEGATIVE_INFINITY;

  /** What is still in progress shows, but is not counted. */
  add(entity: Entity): void {
    this.#startMs = Math.min(this.#startMs, entity.startMs);
    this.#endMs = Math.max(this.#endMs, hasEnded(entity) ? entity.endMs : entity.startMs);
    const duration = durationMs(entity);
    if (duration !== null) this.statistics.add(entity, duration);
  }

  times(): JsonObject {
    return { StartTime: epochSeconds(this.#startMs), EndTime: epochSeconds(this.#endMs) };
  }
}

class GraphNode {
  readonly referenceId: number;
  readonly node: Node;
  readonly usage = new Usage();
  readonly edges = new Map<GraphNode, Usage>();
  root = false;
  /** Sent segments itself, or is known from its callers alone. */
  active = false;

  constructor(referenceId: number, node: Node) {
    this.referenceId = referenceId;
    this.node = node;
  }

  edgeTo(target: GraphNode): Usage {
    const edge = this.edges.get(target) ?? new Usage();
    this.edges.set(target, edge);
    return edge;
  }
}

/**
 * The services of a graph over traces (with their inferred segments), as GetTraceGraph and GetServiceGraph answer:
 * ```
 * client ──► api ──► inventory ──► stock        client: named like the service that it calls, without statistics
 *                                               stock:  inferred, from its caller's subsegment
 * ```
 * A node's statistics are its own segments', an edge's are what the caller saw. A reference id means something only
 * within one answer. https://docs.aws.amazon.com/xray/latest/api/API_Service.html
 */
export function graphServices(traces: Iterable<Trace>): JsonObject[] {
  const nodes = new Map<string, GraphNode>();
  const graphNode = (node: Node): GraphNode => {
    const key = nodeKey(node);
    const found = nodes.get(key) ?? new GraphNode(nodes.size, node);
    nodes.set(key, found);
    return found;
  };
  for (const trace of traces) {
    for (const root of rootsOf(trace)) {
      const called = graphNode(nodeOf(root));
      const client = graphNode({ ...called.node, type: 'client' });
      called.root = true;
      client.usage.add(root);
      client.edgeTo(called).add(root);
    }
    for (const segment of trace.segments) {
      const node = graphNode(nodeOf(segment));
      node.active ||= !segment.inferred;
      node.usage.add(segment);
    }
    for (const { from, to, subsegment, callees } of callsOf(trace)) {
      const witness = subsegment ?? callees[0];
      if (witness !== undefined) graphNode(from).edgeTo(graphNode(to)).add(witness);
    }
  }
  return [...nodes.values()].map(service);
}

function service(found: GraphNode): JsonObject {
  const { referenceId, node, usage, root, active, edges } = found;
  const histogram = usage.statistics.histogram();
  return {
    ReferenceId: referenceId,
    ...serviceId(node),
    ...(root ? { Root: true } : {}),
    State: active ? 'active' : 'unknown',
    ...usage.times(),
    Edges: [...edges].map(([target, edge]) => ({
      ReferenceId: target.referenceId,
      ...edge.times(),
      SummaryStatistics: edge.statistics.summary(),
      ResponseTimeHistogram: edge.statistics.histogram(),
      Aliases: [],
    })),
    ...(node.type === 'client'
      ? {}
      : {
          SummaryStatistics: usage.statistics.summary(),
          DurationHistogram: histogram,
          ResponseTimeHistogram: histogram,
        }),
  };
}
