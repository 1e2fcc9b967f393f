import type { ExceptionFacts } from '../trace/entity.js';
import { nodeOf } from '../trace/service-graph.js';
import { rootOf, type Trace } from '../trace/trace.js';
import { failedPaths, type PathStep, type SlowStep, slowPath } from './cause-paths.js';
import { type ServiceId, serviceId } from './service-id.js';

/** What a trace can have root causes of, and what each is a list of. */
export type Cause = 'fault' | 'error' | 'responsetime';
export type CauseElement = 'service' | 'entity' | 'exception';

/** https://docs.aws.amazon.com/xray/latest/api/API_FaultRootCause.html and its siblings for errors and response time. */
export interface RootCause {
  readonly Services: readonly RootCauseService[];
  /** The root segment is part of it. */
  readonly ClientImpacting: boolean;
}

export interface RootCauseService extends ServiceId {
  readonly EntityPath: readonly RootCauseEntity[];
  readonly Inferred: boolean;
}

export interface RootCauseEntity {
  readonly Name: string;
  /** A subsegment that calls downstream. */
  readonly Remote: boolean;
  /** Of faults and errors. */
  readonly Exceptions?: readonly { readonly Name?: string; readonly Message?: string }[];
  /** Of response time: the entity's part of the root segment's, between 0 and 1. */
  readonly Coverage?: number;
}

/**
 * The root causes of a trace (with its inferred segments), as TraceSummary lists them. AWS does not say how it finds
 * them; here they are the paths of `failedPaths`, and the one of `slowPath`.
 */
export function rootCausesOf(trace: Trace, cause: Cause): RootCause[] {
  if (cause !== 'responsetime') {
    const root = rootOf(trace);
    return failedPaths(trace, cause).map((path) => ({
      Services: servicesOf(path, ({ entity }) => ({ Exceptions: entity.exceptions.map(exception) })),
      ClientImpacting: path[0]?.entity === root,
    }));
  }
  const path = slowPath(trace);
  const [root] = path;
  if (root === undefined) return [];
  const coverage = ({ waitedMs }: SlowStep) => waitedMs / root.waitedMs;
  return [{ Services: servicesOf(path, (step) => ({ Coverage: coverage(step) })), ClientImpacting: true }];
}

function servicesOf<S extends PathStep>(
  path: readonly S[],
  own: (step: S) => Partial<RootCauseEntity>,
): RootCauseService[] {
  const bySegment = Map.groupBy(path, ({ segment }) => segment);
  return [...bySegment].map(([segment, steps]) => ({
    ...serviceId(nodeOf(segment)),
    EntityPath: steps.map((step) => ({ Name: step.entity.name, Remote: isRemote(step), ...own(step) })),
    Inferred: segment.inferred,
  }));
}

function isRemote({ entity }: PathStep): boolean {
  return 'namespace' in entity && (entity.namespace === 'remote' || entity.namespace === 'aws');
}

function exception({ type, message }: ExceptionFacts): { Name?: string; Message?: string } {
  return { ...(type === null ? {} : { Name: type }), ...(message === null ? {} : { Message: message }) };
}
