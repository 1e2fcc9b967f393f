import { plainKey } from '../trace/version.js';
import { collectTraces } from './collect-traces.js';
import { type Collected, type CollectPorts, versionNamed } from './collected.js';
import { isEnoughInAll, isEnoughOfEach, sum } from './enough.js';
import { agentFilter, type VersionSought, versionFilter, withinGroup } from './trace-filter.js';
import type { FoundTraces, SearchSoFar } from './trace-source.js';

/** Where a version's traces are looked for. */
export interface VersionSearch extends VersionSought {
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
  readonly found: number;
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
  const first = prefersOwn ? await finding.ofOwn(search.annotation) : await finding.ofAnybody(search.annotation);
  if (first.traceIds.length > 0) return finding.collect(first, search.annotation, prefersOwn, settleTimeoutMs);
  const survey = await finding.survey();
  const keys = likelyKeys(search, survey.annotations);
  const others = keys.filter((each) => each !== search.annotation);
  // The gate's own segments have the plain key, whatever those have that are newest.
  const ofOwn = new Set([...keys, plainKey(search.annotation)]);
  ofOwn.delete(search.annotation);
  for (const key of prefersOwn ? ofOwn : []) {
    const found = await finding.ofOwn(key);
    if (found.traceIds.length > 0) return finding.collect(found, key, true, settleTimeoutMs);
  }
  for (const key of prefersOwn ? keys : others) {
    const found = await finding.ofAnybody(key);
    if (found.traceIds.length > 0) return finding.collect(found, key, false, settleTimeoutMs);
  }
  const read = await finding.inDocuments(settleTimeoutMs);
  if (read.found > 0) return read;
  const annotated = keys.flatMap((key) => [...(survey.annotations.get(key) ?? [])]);
  return { ...read, otherVersions: [...new Set([...annotated, ...read.otherVersions])].sort() };
}

/**
 * Keys under which the version may be: as they were seen, else as OpenTelemetry's exporters of today and before, and the
 * gate's own segments, write it.
 */
function likelyKeys(
  { annotation, version }: VersionSearch,
  seen: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  const holding = [...seen].filter(([, values]) => values.has(version)).map(([key]) => key);
  const usual = [...new Set([annotation, plainKey(annotation)])];
  const known = usual.filter((key) => seen.has(key));
  return [...new Set([...(known.length > 0 ? known : usual), ...holding])];
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

  ofOwn(annotation: string): Promise<FoundTraces> {
    const { requests } = this.#search;
    const filter = versionFilter({ ...this.#search, annotation });
    if (requests === null) return this.#find(filter, MOST_TRACES, (soFar) => isEnoughOfEach(soFar, null));
    const wanted = sum(requests.values());
    const limit = Math.max(wanted, Math.min(RUNS * wanted, MOST_TRACES));
    return this.#find(filter, limit, (soFar) => isEnoughInAll(soFar, wanted));
  }

  ofAnybody(annotation: string): Promise<FoundTraces> {
    const filter = versionFilter({ ...this.#search, annotation, userAgentPrefix: null });
    const wanted = sum(this.#search.requests?.values() ?? []);
    return this.#find(filter, Math.max(wanted, MOST_TRACES), (soFar) => isEnoughOfEach(soFar, this.#search.requests));
  }

  survey(): Promise<FoundTraces> {
    return this.#find(null, SURVEYED);
  }

  /** The gate's own traffic of this version, by what its documents say. */
  async inDocuments(settleTimeoutMs: number): Promise<VersionTraces> {
    const found = await this.#find(agentFilter(this.#search.userAgentPrefix), MOST_TRACES);
    const all = await this.collect(found, this.#search.annotation, true, settleTimeoutMs);
    const traces = [...all.collected.traces];
    const ours = traces.filter(([, trace]) => versionNamed(trace) === this.#search.version);
    const named = traces.flatMap(([, trace]) => versionNamed(trace) ?? []);
    return {
      ...all,
      collected: { ...all.collected, traces: new Map(ours) },
      found: ours.length,
      otherVersions: [...new Set(named)],
    };
  }

  async collect({ traceIds }: FoundTraces, key: string, own: boolean, settleTimeoutMs: number): Promise<VersionTraces> {
    const { annotation } = this.#search;
    // Where the gate wrote the plain key, the application may say otherwise under the one that is asked for.
    const versionAnnotation = key === plainKey(annotation) ? annotation : key;
    const collected = await collectTraces(traceIds, this.#ports, { settleTimeoutMs, looks: 1, versionAnnotation });
    return { collected, found: traceIds.length, scanned: this.#scanned, own, otherVersions: [] };
  }

  async #find(
    filter: string | null,
    limit: number,
    isEnough: (soFar: SearchSoFar) => boolean = () => false,
  ): Promise<FoundTraces> {
    const { version, group, sinceMs, untilMs } = this.#search;
    const found = await this.#ports.traces.find({
      filter: withinGroup(group, filter),
      what: `traces of version ${version}`,
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
