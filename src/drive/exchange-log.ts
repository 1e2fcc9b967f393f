import type { Exchange } from './exchange.js';
import type { DrivenSide, Slot } from './plan.js';
import type { Outcome } from './transport.js';

/**
 * What became of each request of a run, in the order of their ends, in a tenth of the room that objects take: a heap
 * that grows is cleaned again and again while requests are due, and they leave late for it. Answers are not kept.
 */
export class ExchangeLog implements Iterable<Exchange> {
  readonly #chunks: Chunk[] = [];
  readonly #texts = new Texts();
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(exchange: Exchange): void {
    const at = this.#length % CHUNK;
    if (at === 0) this.#chunks.push(new Chunk());
    this.#chunks.at(-1)!.write(at, exchange, this.#texts);
    this.#length += 1;
  }

  *[Symbol.iterator](): Generator<Exchange, undefined> {
    for (let i = 0; i < this.#length; i++) yield this.#chunks[Math.floor(i / CHUNK)]!.read(i % CHUNK, this.#texts);
  }
}

const CHUNK = 4096;
const KINDS = ['answered', 'timed out', 'failed', 'not sent'] as const satisfies readonly Outcome['kind'][];
const SIDES = ['baseline', 'candidate'] as const satisfies readonly DrivenSide[];

/** So many exchanges, a column for each of their facts. */
class Chunk {
  readonly #slots: Slot[] = [];
  readonly #plannedMs = new Float64Array(CHUNK);
  readonly #heldMs = new Float64Array(CHUNK);
  readonly #departedMs = new Float64Array(CHUNK);
  /** NaN: none. */
  readonly #connectedMs = new Float64Array(CHUNK);
  readonly #firstByteMs = new Float64Array(CHUNK);
  readonly #endedMs = new Float64Array(CHUNK);
  readonly #sizeBytes = new Float64Array(CHUNK);
  readonly #traceIds = Buffer.alloc(CHUNK * ID_BYTES);
  readonly #steps = new Uint32Array(CHUNK);
  readonly #statuses = new Uint16Array(CHUNK);
  readonly #kinds = new Uint8Array(CHUNK);
  readonly #sides = new Uint8Array(CHUNK);
  readonly #errors = new Uint32Array(CHUNK);
  readonly #unexpected = new Uint32Array(CHUNK);

  write(at: number, exchange: Exchange, texts: Texts): void {
    const { outcome } = exchange;
    this.#slots[at] = exchange.slot;
    this.#plannedMs[at] = exchange.plannedMs;
    this.#heldMs[at] = exchange.heldMs;
    this.#departedMs[at] = outcome.departedMs;
    this.#connectedMs[at] = outcome.connectedMs ?? Number.NaN;
    this.#endedMs[at] = outcome.endedMs;
    // `1-5759e988-bd862e3fe1be46a994272793`
    this.#traceIds.write(exchange.traceId.slice(2, 10), at * ID_BYTES, 'hex');
    this.#traceIds.write(exchange.traceId.slice(11), at * ID_BYTES + EPOCH_BYTES, 'hex');
    this.#steps[at] = exchange.step;
    this.#kinds[at] = KINDS.indexOf(outcome.kind);
    this.#sides[at] = SIDES.indexOf(exchange.side);
    this.#unexpected[at] = texts.numberOf(exchange.unexpected);
    if (outcome.kind === 'answered') {
      this.#statuses[at] = outcome.status;
      this.#firstByteMs[at] = outcome.firstByteMs;
      this.#sizeBytes[at] = outcome.sizeBytes;
    } else if (outcome.kind !== 'timed out') this.#errors[at] = texts.numberOf(outcome.error);
  }

  read(at: number, texts: Texts): Exchange {
    const id = this.#traceIds.toString('hex', at * ID_BYTES, (at + 1) * ID_BYTES);
    return {
      slot: this.#slots[at]!,
      step: this.#steps[at]!,
      side: SIDES[this.#sides[at]!]!,
      traceId: `1-${id.slice(0, 2 * EPOCH_BYTES)}-${id.slice(2 * EPOCH_BYTES)}`,
      plannedMs: this.#plannedMs[at]!,
      heldMs: this.#heldMs[at]!,
      outcome: this.#outcome(at, texts),
      unexpected: texts.textOf(this.#unexpected[at]!),
    };
  }

  #outcome(at: number, texts: Texts): Outcome {
    const connectedMs = this.#connectedMs[at]!;
    const times = {
      departedMs: this.#departedMs[at]!,
      connectedMs: Number.isNaN(connectedMs) ? null : connectedMs,
      endedMs: this.#endedMs[at]!,
    };
    const kind = KINDS[this.#kinds[at]!]!;
    switch (kind) {
      case 'answered': {
        const [status, sizeBytes] = [this.#statuses[at]!, this.#sizeBytes[at]!];
        return { kind, status, sizeBytes, firstByteMs: this.#firstByteMs[at]!, answer: null, ...times };
      }
      case 'timed out':
        return { kind, ...times };
      case 'failed':
      case 'not sent':
        return { kind, error: texts.textOf(this.#errors[at]!) ?? '', ...times };
    }
  }
}

const EPOCH_BYTES = 4;
const ID_BYTES = 16;

/** The few texts that come again and again, by number; 0 is none. */
class Texts {
  readonly #numbers = new Map<string, number>();
  readonly #texts: (string | null)[] = [null];

  numberOf(text: string | null): number {
    if (text === null) return 0;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }

  textOf(number: number): string | null {
    return this.#texts[number] ?? null;
  }
}
