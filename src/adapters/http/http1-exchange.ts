import type { Dispatcher } from 'undici';
import { ConnectionClosed, UnsendableRequest } from './network-error.js';
import type { PendingRequest } from './pending-request.js';

/** What the connection of an exchange hears of it. */
export interface ExchangeOwner {
  /** It is over, well or not. */
  readonly ended: () => void;
  /** It failed before a byte was written. Returns whether it goes another way. */
  readonly unsent: (pending: PendingRequest) => boolean;
}

/** What undici tells of one exchange, told on. */
export class Http1Exchange implements Dispatcher.DispatchHandlers {
  readonly #pending: PendingRequest;
  readonly #owner: ExchangeOwner;
  #written = false;
  #status = 0;
  #sizeBytes = 0;

  constructor(pending: PendingRequest, owner: ExchangeOwner) {
    this.#pending = pending;
    this.#owner = owner;
  }

  onConnect(): void {
    this.#written = true;
  }

  /** At the first byte of each status line: the last one is the final answer's. */
  onResponseStarted(): void {
    this.#pending.statusCame();
  }

  onHeaders(status: number, rawHeaders: Buffer[]): boolean {
    if (status < 200) return true;
    this.#status = status;
    const { kept } = this.#pending;
    for (let i = 0; kept !== null && i + 1 < rawHeaders.length; i += 2) {
      kept.addHeader(rawHeaders[i]!.toString('latin1'), rawHeaders[i + 1]!.toString('latin1'));
    }
    if ((status === 204 || status === 304) && announcesBody(rawHeaders)) {
      this.#pending.answered(status, 0);
      this.#pending.abandon();
    }
    return true;
  }

  onData(chunk: Buffer): boolean {
    this.#sizeBytes += chunk.length;
    this.#pending.kept?.addBody(chunk);
    return true;
  }

  onComplete(): void {
    this.#owner.ended();
    this.#pending.answered(this.#status, this.#sizeBytes);
  }

  onError(error: Error): void {
    this.#owner.ended();
    if (!this.#written && this.#owner.unsent(this.#pending)) return;
    this.#pending.broke(inWords(error, this.#status));
  }
}

/** Such an answer says how long it would have been; undici 6 waits for that. */
function announcesBody(rawHeaders: readonly Buffer[]): boolean {
  const names = rawHeaders.filter((_, i) => i % 2 === 0).map((name) => name.toString('latin1').toLowerCase());
  return names.includes('content-length') || names.includes('transfer-encoding');
}

function inWords(error: Error & { readonly code?: string }, status: number): Error {
  switch (error.code) {
    case 'UND_ERR_SOCKET':
      if (error.message.startsWith('bad ')) return error;
      return new ConnectionClosed(status === 0 ? 'before it answered' : 'in the middle of its answer');
    case 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH':
      return new ConnectionClosed('in the middle of its answer');
    case 'UND_ERR_INVALID_ARG':
    case 'UND_ERR_NOT_SUPPORTED':
      return new UnsendableRequest(error.message);
    default:
      return error;
  }
}
