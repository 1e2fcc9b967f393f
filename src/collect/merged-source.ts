import { GateError } from '../errors.js';
import { sum } from './enough.js';
import { inAccount } from './in-account.js';
import { newestOfAll } from './newest-of-all.js';
import { accountOf, type Source } from './source.js';
import {
  type AnnotationValue,
  CredentialsExpired,
  type FetchCall,
  type Fetched,
  type FetchedTrace,
  type FoundTraces,
  type TraceSearch,
  type TraceSource,
} from './trace-source.js';

/** A source, and the way to ask it. */
export interface OpenSource {
  readonly source: Source;
  readonly traces: TraceSource;
}

/**
 * Several sources as one. A trace is what all of them have of it: a call is answered once each has answered, and is busy
 * until then; who has answered is not asked again meanwhile. Where there are several, services that do not name their
 * account are in that of their source; what two sources have is the first one's. A search ends once it has enough in one
 * of them, or they have scanned enough together; one of a group is of the first alone. Errors name the source.
 */
export function mergedSource(parts: readonly OpenSource[]): TraceSource {
  const asked = parts.map((part) => new AskedSource(part, parts.length > 1));
  return {
    batchSize: () => Math.min(...parts.map(({ traces }) => traces.batchSize())),
    fetch: async (traceIds, call) => {
      const answers = await Promise.all(asked.map((source) => source.fetch(traceIds, call)));
      const busy = answers.find((reason) => reason !== null) ?? null;
      if (busy !== null) return { kind: 'busy', reason: busy };
      const held = asked.map((source) => source.take(traceIds));
      return { kind: 'traces', traces: traceIds.flatMap((id) => wholeTrace(id, held) ?? []) };
    },
    told: async () => (await Promise.all(parts.map(({ traces }) => traces.told()))).flat(),
    find: async (search) => {
      let isEnough = false;
      const scanned = new Map<AskedSource, number>();
      const within = (source: AskedSource): TraceSearch => ({
        ...search,
        isEnough: (soFar) => {
          scanned.set(source, soFar.scanned);
          // What two of them found may be the same traces; what each has scanned is paid for.
          isEnough ||= search.isEnough({ ...soFar, scanned: sum(scanned.values()) });
          return isEnough;
        },
      });
      // A group is its account's and region's own: in others it means nothing.
      const having = search.group === null ? asked : asked.slice(0, 1);
      const found = await Promise.all(having.map((source) => source.find(within(source))));
      return {
        traceIds: newestOfAll(
          found.map(({ traceIds }) => traceIds),
          search,
        ),
        annotations: valuesOf(found),
        scanned: sum(found.map((each) => each.scanned)),
        endedEarly: found.some((each) => each.endedEarly),
      };
    },
  };
}

/** One of several, which is not asked again for what it has answered already. */
class AskedSource {
  readonly #part: OpenSource;
  readonly #account: string | null;
  /** Null: it has nothing of the trace. */
  readonly #held = new Map<string, FetchedTrace | null>();

  constructor(part: OpenSource, namesAccount: boolean) {
    this.#part = part;
    this.#account = namesAccount ? accountOf(part.source) : null;
  }

  /** Null once it has answered for all of these; else why it has not, in words. */
  async fetch(traceIds: readonly string[], call: FetchCall | undefined): Promise<string | null> {
    const left = traceIds.filter((id) => !this.#held.has(id));
    if (left.length === 0) return null;
    const fetched = await this.#naming(this.#part.traces.fetch(left, call));
    if (fetched.kind === 'busy') return `${this.#part.source.name}: ${fetched.reason}`;
    for (const id of left) this.#held.set(id, null);
    for (const trace of fetched.traces) this.#held.set(trace.traceId, trace);
    return null;
  }

  /** What it has answered of these; after that they are asked for anew. */
  take(traceIds: readonly string[]): ReadonlyMap<string, Documents> {
    const taken = new Map<string, Documents>();
    for (const id of traceIds) {
      const trace = this.#held.get(id) ?? null;
      this.#held.delete(id);
      if (trace !== null) taken.set(id, { ...trace, account: this.#account });
    }
    return taken;
  }

  find(search: TraceSearch): Promise<FoundTraces> {
    return this.#naming(this.#part.traces.find(search));
  }

  async #naming<T extends Fetched | FoundTraces>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      if (!(error instanceof GateError)) throw error;
      const message = `Source ${this.#part.source.name}: ${error.message}`;
      const Kind = error instanceof CredentialsExpired ? CredentialsExpired : GateError;
      throw new Kind(message, error.remedy, { cause: error });
    }
  }
}

/** What one source has of a trace, and in which account that is; null where it is not to be told. */
interface Documents extends FetchedTrace {
  readonly account: string | null;
}

/** A document of two sources is the first one's; that goes last, since of two that have ended the last is taken. */
function wholeTrace(traceId: string, held: readonly ReadonlyMap<string, Documents>[]): FetchedTrace | null {
  const traces = held.flatMap((source) => source.get(traceId) ?? []);
  if (traces.length === 0) return null;
  const documents = new Map<string, string>();
  for (const { documents: texts, account } of traces) {
    for (const text of texts) {
      if (!documents.has(text)) documents.set(text, account === null ? text : inAccount(text, account));
    }
  }
  return {
    traceId,
    documents: [...documents.values()].reverse(),
    limitExceeded: traces.some(({ limitExceeded }) => limitExceeded),
  };
}

function valuesOf(found: readonly FoundTraces[]): Map<string, Set<AnnotationValue>> {
  const all = new Map<string, Set<AnnotationValue>>();
  for (const { annotations } of found) {
    for (const [key, values] of annotations) all.set(key, new Set([...(all.get(key) ?? []), ...values]));
  }
  return all;
}
