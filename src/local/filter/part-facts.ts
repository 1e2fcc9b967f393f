import type { Entity, Segment } from '../../trace/entity.js';
import { type Call, nodeOf } from '../../trace/service-graph.js';
import type { MergedTrace } from '../merged-trace.js';
import { ec2FactsOf } from '../trace-summary.js';
import { annotationsIn, type FilterFacts, httpTexts, known, outcomeOf, secondsOf } from './facts.js';

/** Of what a service did in a trace, by one of its segments. */
export function factsOfSegment(segment: Segment, isRoot: boolean, merged: MergedTrace): FilterFacts {
  const node = nodeOf(segment);
  return {
    flags: { ...outcomeOf(segment), partial: segment.inProgress, inferred: segment.inferred, root: isRoot },
    numbers: {
      responsetime: secondsOf(segment),
      duration: secondsOf(segment),
      'http.status': segment.http?.status ?? null,
    },
    texts: {
      ...httpTexts(segment.http),
      ...textsOf([segment], merged),
      name: [node.name],
      type: known([node.type || null]),
    },
    annotations: (end) => (end === 'own' ? annotationsIn([segment]) : []),
  };
}

/** As the caller saw it: outcome, times and HTTP are those of its subsegment, the rest is of the segments at both ends. */
export function factsOfCall(call: Call, merged: MergedTrace): FilterFacts {
  const { subsegment, caller, callees } = call;
  const witness: Entity | null = subsegment ?? callees[0] ?? null;
  const http = witness?.http ?? null;
  return {
    flags: {
      ...outcomeOf(witness),
      partial: callees.some(({ inProgress }) => inProgress),
      inferred: callees.length === 0,
    },
    numbers: {
      responsetime: call.durationMs / 1000,
      duration: call.durationMs / 1000,
      'http.status': http?.status ?? null,
    },
    texts: { ...httpTexts(http), ...textsOf([caller, ...callees], merged) },
    annotations: (end) => {
      if (end === 'source') return annotationsIn([caller]);
      if (end === 'destination') return annotationsIn(callees);
      return subsegment === null ? [] : annotationsIn([subsegment]);
    },
  };
}

/** What any of the segments says of its user and of where it ran. */
export function textsOf(segments: readonly Segment[], { documents }: MergedTrace): FilterFacts['texts'] {
  const sent = segments.map(({ id }) => documents.get(id)).filter((document) => document !== undefined);
  return {
    user: known(segments.map(({ user }) => user)),
    'resource.arn': known(segments.map(({ resourceArn }) => resourceArn)),
    'instance.id': ec2FactsOf(sent, 'instance_id'),
    availabilityzone: ec2FactsOf(sent, 'availability_zone'),
  };
}
