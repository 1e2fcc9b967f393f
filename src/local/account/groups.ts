import type { JsonObject } from '../../trace/json-object.js';
import { invalidRequest } from '../api-error.js';
import { matchesTrace, type TextCase } from '../filter/evaluation.js';
import type { Expression } from '../filter/expression.js';
import { mergeTrace } from '../merged-trace.js';
import type { TimeWindow } from '../request-fields.js';
import { limitedText } from '../request-values.js';
import type { StoredTrace, TraceStore } from '../trace-store.js';
import { DEFAULT_GROUP, type Group, type GroupSettings, groupArn, UNFILTERED } from './group.js';
import { TraceIds } from './trace-ids.js';

/** https://docs.aws.amazon.com/general/latest/gr/xray.html */
const MAX_GROUPS = 25;
/** Traces that wait to be put into groups, at most. */
const MAX_WAITING = 100;

/**
 * The groups of the account. A trace is put into those whose filter holds for it whenever a document of it is stored,
 * and stays as it is when a filter changes: https://docs.aws.amazon.com/xray/latest/devguide/xray-console-groups.html
 */
export class Groups {
  readonly #store: TraceStore;
  readonly #textCase: TextCase;
  readonly #byName = new Map<string, Group>();
  readonly #waiting = new Set<string>();
  #sequence = 0;

  constructor(store: TraceStore, textCase: TextCase) {
    this.#store = store;
    this.#textCase = textCase;
    this.#add(DEFAULT_GROUP, UNFILTERED, null);
  }

  all(): IterableIterator<Group> {
    return this.#byName.values();
  }

  create(name: string, settings: GroupSettings): Group {
    this.#classifyWaiting();
    if (name === DEFAULT_GROUP) throw invalidRequest(`"${DEFAULT_GROUP}" is a reserved name.`);
    if (this.#byName.has(name)) throw invalidRequest(`There is a group "${name}" already.`);
    if (this.#byName.size > MAX_GROUPS) throw invalidRequest(`An account has at most ${MAX_GROUPS} groups.`);
    return this.#add(name, settings, new TraceIds(this.#store));
  }

  update(group: Group, settings: GroupSettings, nowMs: number): Group {
    const isRefiltered = settings.filterText !== group.filterText;
    if (group.members === null && isRefiltered) throw invalidRequest('The group "Default" is of every trace.');
    const updated = { ...group, ...settings, refilteredAtMs: isRefiltered ? nowMs : group.refilteredAtMs };
    this.#byName.set(group.name, updated);
    return updated;
  }

  delete(group: Group): void {
    if (group.members === null) throw invalidRequest('The group "Default" cannot be deleted.');
    this.#byName.delete(group.name);
  }

  /** The group, up to date, that a request names by `GroupName` or `GroupARN`; null where it names none. */
  named(request: JsonObject): Group | null {
    this.#classifyWaiting();
    const name = limitedText(request, 'GroupName', { max: 32 });
    const arn = limitedText(request, 'GroupARN', { max: 400 });
    if (name !== undefined && arn !== undefined) throw invalidRequest('Give GroupName or GroupARN, not both.');
    const given = name ?? arn;
    if (given === undefined) return null;
    const found = name === undefined ? this.#withArn(given) : this.#byName.get(given);
    if (found === undefined) throw invalidRequest(`There is no group "${given}".`);
    return found;
  }

  require(request: JsonObject): Group {
    const group = this.named(request);
    if (group === null) throw invalidRequest('GroupName or GroupARN is required.');
    return group;
  }

  /** For filter expressions; null where there is no such group. */
  filterOf(nameOrArn: string): Expression | null {
    return (this.#byName.get(nameOrArn) ?? this.#withArn(nameOrArn))?.filter ?? null;
  }

  /**
   * Puts traces into the groups whose filters hold for them now, and takes them out of the others. That may wait for
   * more documents of them, as only the last counts, but not until a group is asked for or another: a trace of a
   * thousand documents need not be put together a thousand times.
   */
  classify(traceIds: readonly string[]): void {
    if (this.#byName.size === 1) return;
    for (const id of traceIds) this.#waiting.add(id);
    if (this.#waiting.size > MAX_WAITING) this.#classifyWaiting();
  }

  #classifyWaiting(): void {
    for (const id of this.#waiting) {
      const stored = this.#store.trace(id);
      if (stored === undefined) continue;
      const merged = mergeTrace(stored);
      for (const { filter, members } of this.#byName.values()) {
        members?.put(id, matchesTrace(filter, merged, this.#textCase));
      }
    }
    this.#waiting.clear();
  }

  #add(name: string, settings: GroupSettings, members: TraceIds | null): Group {
    this.#sequence += 1;
    const group = { ...settings, name, arn: groupArn(name), sequence: this.#sequence, refilteredAtMs: null, members };
    this.#byName.set(name, group);
    return group;
  }

  #withArn(arn: string): Group | undefined {
    return [...this.#byName.values()].find((group) => group.arn === arn);
  }
}

export function isMember(group: Group | null, { id }: StoredTrace): boolean {
  return group?.members?.has(id) ?? true;
}

/** Whether traces of the window may be in the group because of a filter that it no longer has. */
export function containsOldVersions(group: Group | null, { fromMs }: TimeWindow): boolean {
  return group !== null && group.refilteredAtMs !== null && group.refilteredAtMs > fromMs;
}
