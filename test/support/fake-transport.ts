import type { Clock } from '../../src/drive/clock.js';
import type { Answer, Outcome, OutgoingRequest, Transport } from '../../src/drive/transport.js';

/** What becomes of a request, and after how long. */
export type Reply = { readonly afterMs: number } & (
  | { readonly kind: 'answered'; readonly status: number; readonly answer?: Answer }
  | { readonly kind: 'timed out' }
  | { readonly kind: 'failed' | 'not sent'; readonly error: string }
);

export function answers(afterMs: number, status = 200): Reply {
  return { kind: 'answered', afterMs, status };
}

export interface Departure {
  readonly atMs: number;
  readonly request: OutgoingRequest;
  readonly underWay: number;
}

/** A network that a script answers, on a clock that is given. */
export class FakeTransport implements Transport {
  readonly departures: Departure[] = [];
  readonly #reply: (request: OutgoingRequest, number: number) => Reply;
  readonly #clock: Clock;
  #underWay = 0;

  constructor(clock: Clock, reply: (request: OutgoingRequest, number: number) => Reply = () => answers(5)) {
    this.#clock = clock;
    this.#reply = reply;
  }

  readonly send = async (request: OutgoingRequest): Promise<Outcome> => {
    const departedMs = this.#clock.nowMs();
    this.#underWay += 1;
    const number = this.departures.push({ atMs: departedMs, request, underWay: this.#underWay }) - 1;
    const { afterMs, ...reply } = this.#reply(request, number);
    await this.#clock.until(departedMs + afterMs);
    this.#underWay -= 1;
    const times = { departedMs, connectedMs: null, endedMs: this.#clock.nowMs() };
    if (reply.kind !== 'answered') return { ...reply, ...times };
    const answer = request.keepsAnswer ? (reply.answer ?? { headers: {}, body: '' }) : null;
    return { kind: 'answered', status: reply.status, sizeBytes: 2, answer, firstByteMs: times.endedMs, ...times };
  };

  readonly close = async (): Promise<void> => {};
}
