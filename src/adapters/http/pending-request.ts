import type { Clock } from '../../drive/clock.js';
import type { Answer, Outcome, OutgoingRequest } from '../../drive/transport.js';
import { KeptAnswer } from './kept-answer.js';
import { faultOf } from './network-error.js';

/** One request under way. Takes its times as things happen to it, and settles its outcome, once. */
export class PendingRequest {
  readonly request: OutgoingRequest;
  /** Null unless the answer was asked for. */
  readonly kept: KeptAnswer | null;
  /** Frees the network of it when its time is up; set by whoever has it in hand. */
  abandon: () => void = () => {};

  readonly #clock: Pick<Clock, 'nowMs'>;
  readonly #settle: (outcome: Outcome) => void;
  readonly #departedMs: number;
  readonly #timer: NodeJS.Timeout;
  #connectedMs: number | null = null;
  #firstByteMs = 0;
  #settled = false;

  /** The request departs now, and the time that it is given starts: it covers the whole exchange. */
  constructor(request: OutgoingRequest, clock: Pick<Clock, 'nowMs'>, settle: (outcome: Outcome) => void) {
    this.request = request;
    this.kept = request.keepsAnswer ? new KeptAnswer() : null;
    this.#clock = clock;
    this.#settle = settle;
    this.#departedMs = clock.nowMs();
    this.#timer = setTimeout(() => this.#timeOut(), request.timeoutMs);
  }

  get settled(): boolean {
    return this.#settled;
  }

  /** A connection stands that was opened for it. */
  connected(): void {
    this.#connectedMs = this.#clock.nowMs();
  }

  /** The status line has come. */
  statusCame(): void {
    this.#firstByteMs = this.#clock.nowMs();
  }

  /** The whole answer has come. */
  answered(status: number, sizeBytes: number): void {
    if (this.#settled) return;
    this.#end();
    const endedMs = this.#clock.nowMs();
    if (this.kept === null) this.#settleAnswered(status, sizeBytes, endedMs, null);
    else void this.kept.read().then((answer) => this.#settleAnswered(status, sizeBytes, endedMs, answer));
  }

  /** It could not be sent, or its answer will never be whole. */
  broke(error: Error): void {
    if (this.#settled) return;
    this.#end();
    this.#settle({ ...faultOf(error), ...this.#timesUntil(this.#clock.nowMs()) });
  }

  #settleAnswered(status: number, sizeBytes: number, endedMs: number, answer: Answer | null): void {
    this.#settle({
      kind: 'answered',
      status,
      firstByteMs: this.#firstByteMs,
      sizeBytes,
      answer,
      departedMs: this.#departedMs,
      connectedMs: this.#connectedMs,
      endedMs,
    });
  }

  #timeOut(): void {
    this.#end();
    this.#settle({ kind: 'timed out', ...this.#timesUntil(this.#clock.nowMs()) });
    this.abandon();
  }

  #end(): void {
    this.#settled = true;
    clearTimeout(this.#timer);
  }

  #timesUntil(endedMs: number) {
    return { departedMs: this.#departedMs, connectedMs: this.#connectedMs, endedMs };
  }
}
