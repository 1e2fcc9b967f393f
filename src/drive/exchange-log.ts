import type { Scenario } from '../scenario/workload.js';
import type { Exchange, SentSlot } from './exchange.js';
import type { DrivenSide } from './plan.js';
import { Repeated } from './repeated.js';
import type { Outcome } from './transport.js';

/**
 * What became of each request of a run, in the order of their ends, in a tenth of the room that objects take: a heap
 * that grows is cleaned again and again while requests are due, and they leave late for it. Answers are not kept, nor what
 * was drawn for a slot.
 */
export class ExchangeLog implements Iterable<Exchange> {
  readonly #chunks: Chunk[] = [];
  readonly #known: Known = { scenarios: new Repeated(), texts: new Repeated() };
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(exchange: Exchange): void {
    const at = this.#length % CHUNK;
    if (at === 0) this.#chunks.push(new Chunk());
    this.#chunks.at(-1)!.write(at, exchange, this.#known);
    this.#length += 1;
  }

  *[Symbol.iterator](): Generator<Exchange, undefined> {
    for (let i = 0; i < this.#length; i++) yield this.#chunks[Math.floor(i / CHUNK)]!.read(i % CHUNK, this.#known);
  }
}

const CHUNK = 4096;
const KINDS = ['answered', 'timed out', 'failed', 'not sent'] as const satisfies readonly Outcome['kind'][];
const SIDES = ['baseline', 'candidate'] as const satisfies readonly DrivenSide[];

/** What the columns have a number for. */
interface Known {
  readonly scenarios: Repeated<Scenario>;
  readonly texts: Repeated<string | null>;
}

/** So many exchanges, a column for each of their facts. */
class Chunk {
  readonly #slots = new Uint32Array(CHUNK);
  readonly #orders = new Uint32Array(CHUNK);
  readonly #scenarios = new Uint32Array(CHUNK);
  readonly #warmUps = new Uint8Array(CHUNK);
  readonly #plannedMs = new Float64Array(CHUNK);
  readonly #heldMs = new Float64Array(CHUNK);
  readonly #departedMs = new Float64Array(CHUNK);
  /** NaN: none. */
  readonly #connectedMs = new Float64Array(CHUNK);
  readonly #firstByteMs = new Float64Array(CHUNK);
  readonly #endedMs = new Float64Array(CHUNK);
  readonly #sizeBytes = new Float64Array(CHUNK);
  readonly #ids = Buffer.alloc(CHUNK * IDS_BYTES);
  readonly #steps = new Uint32Array(CHUNK);
  readonly #statuses = new Uint16Array(CHUNK);
  readonly #kinds = new Uint8Array(CHUNK);
  readonly #sides = new Uint8Array(CHUNK);
  readonly #errors = new Uint32Array(CHUNK);
  readonly #unexpected = new Uint32Array(CHUNK);

  write(at: number, exchange: Exchange, { scenarios, texts }: Known): void {
    const { slot, outcome } = exchange;
    this.#slots[at] = slot.number;
    this.#orders[at] = slot.order;
    this.#scenarios[at] = scenarios.numberOf(slot.scenario);
    this.#warmUps[at] = Number(slot.warmUp);
    this.#plannedMs[at] = exchange.plannedMs;
    this.#heldMs[at] = exchange.heldMs;
    this.#departedMs[at] = outcome.departedMs;
    this.#connectedMs[at] = outcome.connectedMs ?? Number.NaN;
    this.#endedMs[at] = outcome.endedMs;
    // `1-5759e988-bd862e3fe1be46a994272793` and `53995c3f42cd8ad8`
    const { traceId, parentId } = exchange;
    this.#ids.write(`${traceId.slice(2, 10)}${traceId.slice(11)}${parentId}`, at * IDS_BYTES, 'hex');
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

  read(at: number, { scenarios, texts }: Known): Exchange {
    const ids = this.#ids.toString('hex', at * IDS_BYTES, (at + 1) * IDS_BYTES);
    return {
      slot: this.#slot(at, scenarios),
      step: this.#steps[at]!,
      side: SIDES[this.#sides[at]!]!,
      traceId: `1-${ids.slice(0, 8)}-${ids.slice(8, 32)}`,
      parentId: ids.slice(32),
      plannedMs: this.#plannedMs[at]!,
      heldMs: this.#heldMs[at]!,
      outcome: this.#outcome(at, texts),
      unexpected: texts.valueOf(this.#unexpected[at]!),
    };
  }

  #slot(at: number, scenarios: Known['scenarios']): SentSlot {
    return {
      number: this.#slots[at]!,
      order: this.#orders[at]!,
      scenario: scenarios.valueOf(this.#scenarios[at]!),
      warmUp: this.#warmUps[at] === 1,
    };
  }

  #outcome(at: number, texts: Known['texts']): Outcome {
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
        return { kind, error: texts.valueOf(this.#errors[at]!) ?? '', ...times };
    }
  }
}

/** Of a trace id the 16 that differ, and the 8 of a segment's id. */
const IDS_BYTES = 24;
