import { GateError } from '../errors.js';
import { isDefaultGroup, isGroupArn } from '../xray-group.js';
import type { AnnotationValue } from './trace-source.js';

/** Escaping inside X-Ray's filter strings is undocumented: what would need it is refused. */
const SAFE_KEY = /^[\w.:]{1,500}$/;
const SAFE_VALUE = /^[A-Za-z0-9_.:/@%+#=& -]{1,200}$/;

/** A version's traces. */
export interface VersionSought {
  readonly annotation: string;
  readonly version: AnnotationValue;
  /** Only traces whose user agent begins so; null: of anybody's traffic. */
  readonly userAgentPrefix: string | null;
}

/** Whether traces can be searched for by an annotation with this key. */
export function isSafeKey(key: string): boolean {
  return SAFE_KEY.test(key);
}

/**
 * The filter expression for a version's traces. `annotation.key` where the key is plain, else `annotation[key]`.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-console-filters.html
 * Throws GateError for a key or values that cannot be written safely.
 */
export function versionFilter({ annotation, version, userAgentPrefix }: VersionSought): string {
  if (!isSafeKey(annotation)) {
    throw new GateError(
      `The annotation ${JSON.stringify(annotation)} cannot be looked up in X-Ray.`,
      "Use letters, digits, _ . and : in the annotation's key.",
    );
  }
  const key = /^\w+$/.test(annotation) ? `annotation.${annotation}` : `annotation[${annotation}]`;
  const ours = userAgentPrefix === null ? '' : ` AND ${agentFilter(userAgentPrefix)}`;
  return `${key} = ${typeof version === 'string' ? quoted(version) : version}${ours}`;
}

/** The filter expression for the gate's own traffic, of whatever version. */
export function agentFilter(userAgentPrefix: string): string {
  return `http.useragent BEGINSWITH ${quoted(userAgentPrefix)}`;
}

/** The filter expression for the traces of a run that another engine drove. */
export function runFilter(runId: string): string {
  return `http.useragent CONTAINS ${quoted(` run-${runId} `)}`;
}

/** A filter, null for any trace, limited to the traces of a group: its name or ARN; null, and the group of every trace, limit nothing. */
export function withinGroup(group: string | null, filter: string | null): string | null {
  if (group === null || isDefaultGroup(group)) return filter;
  const ofGroup = `group.${isGroupArn(group) ? 'arn' : 'name'} = ${quoted(group, 'group')}`;
  return filter === null ? ofGroup : `${ofGroup} AND ${filter}`;
}

function quoted(value: string, what = 'version'): string {
  if (SAFE_VALUE.test(value)) return `"${value}"`;
  throw new GateError(
    `The ${what} ${JSON.stringify(value)} cannot be looked up in X-Ray.`,
    `Use letters, digits, spaces and _ . : / @ % + # = & - in ${what}s.`,
  );
}
