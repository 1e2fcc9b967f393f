import { randomBytes } from 'node:crypto';
import type { JsonObject } from '../../trace/json-object.js';
import { invalidRequest } from '../api-error.js';
import type { Expression } from '../filter/expression.js';
import { parseFilter } from '../filter/parser.js';
import { optionalFlag, optionalObject, optionalText } from '../request-values.js';
import { arnOf } from './resource-names.js';
import type { TraceIds } from './trace-ids.js';

/** X-Ray's own group of every trace. */
export const DEFAULT_GROUP = 'Default';
/** Holds for every trace. */
const ANY_TRACE: Expression = { kind: 'all', of: [] };

export interface GroupSettings {
  /** As it was written; null where the group has none and is of every trace. */
  readonly filterText: string | null;
  readonly filter: Expression;
  readonly insightsEnabled: boolean;
  readonly notificationsEnabled: boolean;
}

export interface Group extends GroupSettings {
  readonly name: string;
  readonly arn: string;
  /** Counts up in the order of creation. */
  readonly sequence: number;
  /** When its filter became another; null where it is still the first. */
  readonly refilteredAtMs: number | null;
  /** The traces that its filter held for when they were last updated; null for those of the default group, all. */
  readonly members: TraceIds | null;
}

export const UNFILTERED: GroupSettings = {
  filterText: null,
  filter: ANY_TRACE,
  insightsEnabled: false,
  notificationsEnabled: false,
};

/** `group/<name>/<id>`; the default group has no id. */
export function groupArn(name: string): string {
  const id = name === DEFAULT_GROUP ? '' : `/${randomBytes(26).toString('hex').toUpperCase()}`;
  return arnOf(`group/${name}${id}`);
}

/** The settings in a request to create or to change a group; what it leaves out stays as it is in `before`. */
export function readGroupSettings(request: JsonObject, before: GroupSettings): GroupSettings {
  const filterText = optionalText(request, 'FilterExpression');
  const insights = optionalObject(request, 'InsightsConfiguration') ?? {};
  const settings = {
    ...(filterText === undefined ? before : readFilter(filterText)),
    insightsEnabled: optionalFlag(insights, 'InsightsEnabled') ?? before.insightsEnabled,
    notificationsEnabled: optionalFlag(insights, 'NotificationsEnabled') ?? before.notificationsEnabled,
  };
  if (settings.notificationsEnabled && !settings.insightsEnabled) {
    throw invalidRequest('NotificationsEnabled needs InsightsEnabled.');
  }
  return settings;
}

function readFilter(text: string): Pick<GroupSettings, 'filterText' | 'filter'> {
  return text.trim() === '' ? UNFILTERED : { filterText: text, filter: parseFilter(text, null) };
}

/** https://docs.aws.amazon.com/xray/latest/api/API_Group.html */
export function groupFields({ name, arn, filterText, insightsEnabled, notificationsEnabled }: Group): JsonObject {
  return {
    GroupName: name,
    GroupARN: arn,
    ...(filterText === null ? {} : { FilterExpression: filterText }),
    InsightsConfiguration: { InsightsEnabled: insightsEnabled, NotificationsEnabled: notificationsEnabled },
  };
}
