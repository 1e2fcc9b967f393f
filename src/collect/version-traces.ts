import { plainKey } from '../trace/version.js';
import { collectTraces } from './collect-traces.js';
import { type Collected, type CollectPorts, versionNamed } from './collected.js';
import { isEnoughInAll, isEnoughOfEach, sum } from './enough.js';
import { agentFilter, isSafeKey, versionFilter, withinGroup } from './trace-filter.js';
import type { AnnotationValue, FoundTraces, SearchSoFar } from './trace-source.js';

/** Where a version's traces are looked for. */
export interface VersionSearch {
  /** The key under which versions are annotated. */
  readonly annotation: string;
  readonly version: string;
  /** Of the gate's own traffic. */
  readonly userAgentPrefix: string;
  /** Only traces of this X-Ray group, a name or ARN; null: of any. */
  readonly group: string | null;
  readonly sinceMs: number;
  readonly untilMs: number;
  /** How many of each operation one run has; null where that is not known. */
  readonly requests: ReadonlyMap<string, number> | null;
  /** Whether the gate's own traffic is looked for before anybody's. */
  readonly traffic: 'own first' | "anybody's";
}

export interface VersionTraces {
  readonly collected: Collected;
  /** Its traces, and those of which nobody knows whether they are its, because they could not be read. */
  readonly found: number;
  /** Share of all that were to be read, 0 to 1, of which nothing tells whose they are. */
  readonly unread: number;
  readonly scanned: number;
  /** Whether they are of the gate's own traffic. */
  readonly own: boolean;
  /** Versions that other traces name, where none of this one was found. */
  readonly otherVersions: readonly string[];
}

/** As many earlier runs of the candidate's size are asked for: what a history takes, and one to spare. */
const RUNS = 6;
/** Beyond what one run takes, no more traces than this: five a call, some ten calls a second. */
const MOST_TRACES = 3000;
/** So many of the newest traces tell which annotations there are. */
const SURVEYED = 300;

/**
 * The traces of a version that is not being driven: those of the gate's own earlier traffic where there are any,
 * so that like is compared with like, else anybody's; newest first. Of the gate's own traffic several runs are asked for,
 * so that the shift between runs of unchanged code can be told.
 *
 * Where no trace has the annotation, the newest traces tell which they have: it may be written with `_` for dots, or
 * another may hold the version. Versions that are in no annotation at all are read in the documents of the gate's own
 * traffic: X-Ray cannot be searched for `service.version`.
 */
export async function collectVersion(
  search: VersionSearch,
  ports: CollectPorts,
  settleTimeoutMs: number,
): Promise<VersionTraces> {
  const finding = new Finding(search, ports);
  const prefersOwn = search.traffic === 'own first';
  const asked: Annotated = { key: search.annotation, value: search.version };
  const first = prefersOwn ? await finding.ofOwn(asked) : await finding.ofAnybody(asked);
  if (first.traceIds.length > 0) return finding.collect(first, asked.key, prefersOwn, settleTimeoutMs);
  const survey = await finding.survey();
  const keys = likelyKeys(search, survey.annotations);
  const likely = annotatedAs(search.version, keys, survey.annotations);
  // The gate's own segments have the plain key, whatever those have that are newest.
  const ofOwn = annotatedAs(search.version, new Set([...keys, plainKey(search.annotation)]), survey.annotations);
  for (const each of prefersOwn ? apartFrom(asked, ofOwn) : []) {
    const found = await finding.ofOwn(each);
    if (found.traceIds.length > 0) return finding.collect(found, each.key, true, settleTimeoutMs);
  }
  for (const each of prefersOwn ? likely : apartFrom(asked, likely)) {
    const found = await finding.ofAnybody(each);
    if (found.traceIds.length > 0) return finding.collect(found, each.key, false, settleTimeoutMs);
  }
  const read = await finding.inDocuments(settleTimeoutMs);
  if (read.found > 0) return read;
  const annotated = keys.flatMap((key) => Array.from(survey.annotations.get(key) ?? [], String));
  return { ...read, otherVersions: [...new Set([...annotated, ...read.otherVersions])].sort() };
}

type Seen = FoundTraces['annotations'];

/**
 * Keys under which the version may be: as they were seen, else as OpenTelemetry's exporters of today and before, and the
 * gate's own segments, write it.
 */
function likelyKeys({ annotation, version }: VersionSearch, seen: Seen): readonly string[] {
  const holds = (values: ReadonlySet<AnnotationValue>) => [...values].some((value) => String(value) === version);
  const holding = [...seen].filter(([key, values]) => isSafeKey(key) && holds(values)).map(([key]) => key);
  const usual = [...new Set([annotation, plainKey(annotation)])];
  const known = usual.filter((key) => seen.has(key));
  return [...new Set([...(known.length > 0 ? known : usual), ...holding])];
}

/** How a version may have been annotated. */
interface Annotated {
  readonly key: string;
  readonly value: AnnotationValue;
}

/** As text under each key; and as a number or a boolean that reads so, unless the key is known to have none. */
function annotatedAs(version: string, keys: Iterable<string>, seen: Seen): Annotated[] {
  const typed = typedValue(version);
  return Array.from(keys).flatMap((key) => {
    const values = seen.get(key);
    const isTyped = values === undefined || [...values].some((value) => typeof value === typeof typed);
    const asText = { key, value: version };
    return typed === null || !isTyped ? [asText] : [asText, { key, value: typed }];
  });
}

/** The number or boolean that is written so, and no other way; null where there is none. */
function typedValue(version: string): number | boolean | null {
  if (version === 'true' || version === 'false') return version === 'true';
  return /^-?\d+(\.\d+)?$/.test(version) && String(Number(version)) === version ? Number(version) : null;
}

function apartFrom({ key, value }: Annotated, all: readonly Annotated[]): Annotated[] {
  return all.filter((each) => each.key !== key || each.value !== value);
}

/** The searches for one version, and what they have scanned. */
class Finding {
  readonly #search: VersionSearch;
  readonly #ports: CollectPorts;
  #scanned = 0;

  constructor(search: VersionSearch, ports: CollectPorts) {
    this.#search = search;
    this.#ports = ports;
  }

  get #what(): string {
    return `traces of version ${this.#search.version}`;
  }

  ofOwn({ key, value }: Annotated): Promise<FoundTraces> {
    const { requests, userAgentPrefix } = this.#search;
    const filter = versionFilter({ annotation: key, version: value, userAgentPrefix });
    if (requests === null) return this.#find(filter, MOST_TRACES, (soFar) => isEnoughOfEach(soFar, null));
    const wanted = sum(requests.values());
    const limit = Math.max(wanted, Math.min(RUNS * wanted, MOST_TRACES));
    return this.#find(filter, limit, (soFar) => isEnoughInAll(soFar, wanted));
  }

  ofAnybody({ key, value }: Annotated): Promise<FoundTraces> {
    const filter = versionFilter({ annotation: key, version: value, userAgentPrefix: null });
    const wanted = sum(this.#search.requests?.values() ?? []);
    return this.#find(filter, Math.max(wanted, MOST_TRACES), (soFar) => isEnoughOfEach(soFar, this.#search.requests));
  }

  survey(): Promise<FoundTraces> {
    return this.#find(null, SURVEYED);
  }

  /**
   * The gate's own traffic of this version, by what its documents say. Of a trace that could not be read nobody knows whose
   * it is: where there is anything of this version, all of those may be, and count as its.
   */
  async inDocuments(settleTimeoutMs: number): Promise<VersionTraces> {
    const found = await this.#find(agentFilter(this.#search.userAgentPrefix), MOST_TRACES);
    const all = await this.collect(found, this.#search.annotation, true, settleTimeoutMs);
    const traces = [...all.collected.traces];
    const ours = traces.filter(([, trace]) => versionNamed(trace) === this.#search.version);
    const named = traces.flatMap(([, trace]) => versionNamed(trace) ?? []);
    // Without a root, what would tell its version has not been read either.
    const rootless = traces.filter(([, trace]) => versionNamed(trace) === null && trace.told.root === null);
    const unread = found.traceIds.length - all.collected.traces.size + rootless.length;
    return {
      ...all,
      collected: { ...all.collected, traces: new Map([...ours, ...rootless]) },
      found: ours.length === 0 ? 0 : ours.length + unread,
      unread: shareOf(unread, found.traceIds.length),
      otherVersions: [...new Set(named)],
    };
  }

  async collect(found: FoundTraces, key: string, own: boolean, settleTimeoutMs: number): Promise<VersionTraces> {
    const { annotation } = this.#search;
    const { traceIds, endedEarly } = found;
    // Where the gate wrote the plain key, the application may say otherwise under the one that is asked for.
    const versionAnnotation = key === plainKey(annotation) ? annotation : key;
    const read = await collectTraces(traceIds, this.#ports, { settleTimeoutMs, looks: 1, versionAnnotation });
    const search = endedEarly ? { what: this.#what, found: traceIds.length } : null;
    const collected = { ...read, shortcomings: { ...read.shortcomings, search } };
    const unread = shareOf(traceIds.length - collected.traces.size, traceIds.length);
    return { collected, found: traceIds.length, unread, scanned: this.#scanned, own, otherVersions: [] };
  }

  async #find(
    filter: string | null,
    limit: number,
    isEnough: (soFar: SearchSoFar) => boolean = () => false,
  ): Promise<FoundTraces> {
    const { group, sinceMs, untilMs } = this.#search;
    const found = await this.#ports.traces.find({
      filter: withinGroup(group, filter),
      what: this.#what,
      group,
      sinceMs,
      untilMs,
      limit,
      isEnough,
    });
    this.#scanned += found.scanned;
    return found;
  }
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
