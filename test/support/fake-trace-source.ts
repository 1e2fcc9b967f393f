import type { CollectPorts } from '../../src/collect/collected.js';
import type { Fetched, FoundTraces, SourceTold, TraceSearch, TraceSource } from '../../src/collect/trace-source.js';
import type { Clock } from '../../src/drive/clock.js';

/** What the source holds of a trace at a time: documents, documents cut at the size limit, or nothing. */
export type Held = readonly unknown[] | { readonly documents: readonly unknown[]; readonly limitExceeded: true } | null;

export interface FakeTraceSourceScript {
  /** What is held of a trace, so long after the clock's start. */
  readonly holds?: (traceId: string, elapsedMs: number) => Held;
  /** The reason why a call is not answered now; null: it is. Or throws. */
  readonly busy?: (call: number, traceIds: readonly string[]) => string | null;
  /** How long a call takes. */
  readonly callMs?: number;
  readonly told?: readonly SourceTold[];
  /** What a search finds. */
  readonly found?: (search: TraceSearch) => Pick<FoundTraces, 'traceIds' | 'scanned'> & Partial<FoundTraces>;
}

interface Call {
  readonly elapsedMs: number;
  readonly traceIds: readonly string[];
  readonly underWay: number;
}

/** What collecting asks for, where chance is always the middle of its range. */
export function portsOf(clock: Clock, traces: TraceSource): CollectPorts {
  return { clock, traces, randomBytes: (count) => new Uint8Array(count).fill(128) };
}

/** Traces that a script holds, on a clock that is given. */
export class FakeTraceSource implements TraceSource {
  readonly batchSize = () => 5;
  readonly calls: Call[] = [];
  readonly searches: TraceSearch[] = [];
  readonly #clock: Clock;
  readonly #script: FakeTraceSourceScript;
  readonly #startMs: number;
  #underWay = 0;

  constructor(clock: Clock, script: FakeTraceSourceScript = {}) {
    this.#clock = clock;
    this.#script = script;
    this.#startMs = clock.nowMs();
  }

  readonly fetch = async (traceIds: readonly string[]): Promise<Fetched> => {
    const { holds = () => null, busy = () => null, callMs = 0 } = this.#script;
    const elapsedMs = this.#clock.nowMs() - this.#startMs;
    this.#underWay += 1;
    const number = this.calls.push({ elapsedMs, traceIds, underWay: this.#underWay }) - 1;
    await this.#clock.until(this.#clock.nowMs() + callMs);
    this.#underWay -= 1;
    const reason = busy(number, traceIds);
    if (reason !== null) return { kind: 'busy', reason };
    return {
      kind: 'traces',
      traces: traceIds.flatMap((traceId) => {
        const held = holds(traceId, elapsedMs);
        if (held === null) return [];
        const cut = 'limitExceeded' in held;
        const documents = (cut ? held.documents : held).map((document) => JSON.stringify(document));
        return [{ traceId, documents, limitExceeded: cut }];
      }),
    };
  };

  readonly told = async (): Promise<readonly SourceTold[]> => this.#script.told ?? [];

  readonly find = async (search: TraceSearch): Promise<FoundTraces> => {
    this.searches.push(search);
    return { traceIds: [], annotations: new Map(), scanned: 0, endedEarly: false, ...this.#script.found?.(search) };
  };
}
