import { CallWindow } from '../collect/call-window.js';
import type { Clock } from '../drive/clock.js';
import { GateError } from '../errors.js';
import type { PutSegments, SegmentStore } from './segment-store.js';

/** What became of the gate's own segments. */
export interface ClientSegmentsPut {
  readonly taken: number;
  /** X-Ray did not take them, however often they were put. */
  readonly lost: number;
  /** Why not, in words, of the last one; null where none is lost. */
  readonly because: string | null;
}

/** Over several stages; null where none put any. */
export function putInAll(stages: readonly ClientSegmentsPut[]): ClientSegmentsPut | null {
  if (stages.length === 0) return null;
  const total = (count: (stage: ClientSegmentsPut) => number) => stages.reduce((sum, stage) => sum + count(stage), 0);
  return {
    taken: total(({ taken }) => taken),
    lost: total(({ lost }) => lost),
    because: stages.findLast(({ because }) => because !== null)?.because ?? null,
  };
}

export interface ClientSegmentPorts {
  readonly segments: SegmentStore;
  readonly clock: Clock;
  readonly randomBytes: (count: number) => Uint8Array;
}

/** Hears of each segment: X-Ray has taken it, or never will. */
type OnPut = (traceId: string, taken: boolean) => void;

/**
 * X-Ray does not say how many documents a call may have; its own daemon sends 50.
 * https://github.com/aws/aws-xray-daemon/blob/master/pkg/cfg/cfg.go
 */
const MOST_DOCUMENTS = 50;
const MOST_BYTES = 128 * 1024;
/** Segments that come one shortly after the other are put together. */
const GATHER_MS = 1000;
/** So often X-Ray may refuse to process a segment before it is given up; while it is busy, that says nothing of the segment. */
const ATTEMPTS = 8;

interface Waiting {
  readonly traceId: string;
  readonly id: string;
  readonly document: string;
  attempts: number;
}

/**
 * Puts the gate's own segments into X-Ray, in batches, one call at a time: while requests are being sent, that must not make
 * them late. What X-Ray is too busy for, or did not process, is put again, later each time. Where it refuses for good, no
 * more are put: that costs later runs these segments, but not this run what it measures.
 */
export class ClientSegments {
  readonly #ports: ClientSegmentPorts;
  readonly #onPut: OnPut;
  readonly #window: CallWindow;
  #waiting: Waiting[] = [];
  #gatheredMs = 0;
  #added = 0;
  #taken = 0;
  #because: string | null = null;
  /** Why no more are put, in words. */
  #closed: string | null = null;
  #defect: { readonly error: unknown } | null = null;
  #finishing: (() => void) | null = null;
  #callOff: () => void = () => {};

  constructor(ports: ClientSegmentPorts, onPut: OnPut) {
    this.#ports = ports;
    this.#onPut = onPut;
    this.#window = new CallWindow(ports.clock, () => (ports.randomBytes(1)[0] ?? 0) / 256);
  }

  /** `id`: the segment's. */
  add(traceId: string, id: string, document: string): void {
    if (this.#waiting.length === 0) this.#gatheredMs = this.#ports.clock.nowMs() + GATHER_MS;
    this.#added += 1;
    const waiting = this.#waiting.push({ traceId, id, document, attempts: 0 });
    if (waiting === 1 || waiting >= MOST_DOCUMENTS) this.#goOn();
  }

  /** Once all that was added has been put or given up; what is left after so long is given up. */
  async finish(timeoutMs: number): Promise<ClientSegmentsPut> {
    const { clock } = this.#ports;
    await new Promise<void>((resolve) => {
      const callOff = clock.at(clock.nowMs() + timeoutMs, () =>
        this.#close(this.#because ?? 'X-Ray did not answer in time'),
      );
      this.#finishing = () => {
        callOff();
        resolve();
      };
      this.#goOn();
    });
    if (this.#defect !== null) throw this.#defect.error;
    const lost = this.#added - this.#taken;
    return { taken: this.#taken, lost, because: lost === 0 ? null : (this.#because ?? this.#closed) };
  }

  /** Nothing more is put. */
  stop(): void {
    this.#close('the run has ended');
  }

  #goOn(): void {
    this.#callOff();
    this.#callOff = () => {};
    if (this.#closed !== null) this.#giveUp(this.#waiting.splice(0));
    if (this.#window.underWay > 0 && this.#closed === null) return;
    if (this.#waiting.length === 0) {
      this.#finishing?.();
      return;
    }
    const { clock } = this.#ports;
    const gathering = this.#finishing === null && this.#waiting.length < MOST_DOCUMENTS;
    const nextMs = Math.max(this.#window.resumesMs, gathering ? this.#gatheredMs : 0);
    if (nextMs > clock.nowMs()) this.#callOff = clock.at(nextMs, () => this.#goOn());
    else void this.#put(this.#nextBatch());
  }

  #nextBatch(): Waiting[] {
    let [count, bytes] = [0, 0];
    for (const { document } of this.#waiting) {
      bytes += Buffer.byteLength(document);
      if (count === MOST_DOCUMENTS || (count > 0 && bytes > MOST_BYTES)) break;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }

  /** Never rejects. */
  async #put(batch: readonly Waiting[]): Promise<void> {
    this.#window.begin();
    const result = await this.#ports.segments
      .put(new Map(batch.map(({ id, document }) => [id, document])))
      .catch((error: unknown): PutSegments => {
        if (!(error instanceof GateError)) this.#defect = { error };
        this.#closed ??= error instanceof GateError ? error.message : 'a defect';
        return { kind: 'busy', reason: this.#closed };
      });
    const refused: Waiting[] = [];
    for (const each of batch) {
      const reason = result.kind === 'busy' ? result.reason : result.refused.get(each.id);
      if (reason === undefined) {
        this.#taken += 1;
        this.#onPut(each.traceId, true);
        continue;
      }
      if (result.kind === 'put') each.attempts += 1;
      this.#because = reason;
      if (each.attempts < ATTEMPTS) refused.push(each);
      else this.#giveUp([each]);
    }
    if (refused.length > 0 || result.kind === 'busy') this.#window.refused();
    else this.#window.answered();
    this.#waiting.unshift(...refused);
    this.#goOn();
  }

  #close(because: string): void {
    this.#closed ??= because;
    this.#goOn();
  }

  #giveUp(segments: readonly Waiting[]): void {
    for (const { traceId } of segments) this.#onPut(traceId, false);
  }
}
