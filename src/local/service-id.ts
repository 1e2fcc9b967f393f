import { type Node, nodeKey, nodeOf } from '../trace/service-graph.js';
import type { Trace } from '../trace/trace.js';

/** https://docs.aws.amazon.com/xray/latest/api/API_ServiceId.html; a type or an account that is not known is left out. */
export interface ServiceId {
  readonly Name: string;
  readonly Names: readonly string[];
  readonly Type?: string;
  readonly AccountId?: string;
}

export function serviceId({ name, type, account }: Node): ServiceId {
  return {
    Name: name,
    Names: [name],
    ...(type === '' ? {} : { Type: type }),
    ...(account === '' ? {} : { AccountId: account }),
  };
}

/** The services of a trace, each once, inferred ones among them. */
export function serviceIdsOf(trace: Trace): ServiceId[] {
  const nodes = new Map(trace.segments.map(nodeOf).map((node) => [nodeKey(node), node]));
  return [...nodes.values()].map(serviceId);
}
