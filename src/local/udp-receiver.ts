import type * as Dgram from 'node:dgram';
import type * as Threads from 'node:worker_threads';

/** What the thread is started with. */
export interface ReceiverSettings {
  readonly address: string;
  readonly port: number;
  readonly type: 'udp4' | 'udp6';
  /** Asked of the system, which may give less. */
  readonly receiveBufferBytes: number;
  /** For so many datagrams that nobody has taken yet there is room here; what comes beyond is dropped. */
  readonly maxWaitingBytes: number;
}

export type ReceiverMessage =
  | { readonly kind: 'listening' }
  | { readonly kind: 'failed'; readonly message: string; readonly code: string | undefined }
  /** Datagrams one after the other, each with its length; and how many were dropped so far. */
  | { readonly kind: 'datagrams'; readonly bytes: Uint8Array; readonly lengths: number[]; readonly dropped: number };

export type ReceiverOrder = { readonly kind: 'taken'; readonly bytes: number } | { readonly kind: 'close' };

/**
 * Empties a UDP socket and passes on what came, many datagrams at a time. It runs in a thread of its own, and is handed
 * over to it as text, as a bundle is one file: so it uses nothing but its parameters.
 */
export function receiveDatagrams(
  { createSocket }: typeof Dgram,
  { parentPort, workerData }: typeof Threads,
  collectMs: number,
): void {
  const { address, port, type, receiveBufferBytes, maxWaitingBytes }: ReceiverSettings = workerData;
  /** Senders that never pause do not keep it open. */
  const maxDrainTicks = 200;
  const socket = createSocket(type);
  const receiver = {
    isListening: false,
    /** Not yet passed on. */
    datagrams: [] as Uint8Array[],
    /** Of these, and of those that were passed on and not yet taken. */
    waitingBytes: 0,
    dropped: 0,
    /** Something came since somebody last asked. */
    hasHeard: false,

    tell(message: ReceiverMessage, transfer: ArrayBuffer[] = []) {
      parentPort?.postMessage(message, transfer);
    },

    receive(datagram: Uint8Array) {
      this.hasHeard = true;
      if (this.waitingBytes + datagram.length > maxWaitingBytes) {
        this.dropped += 1;
        return;
      }
      this.waitingBytes += datagram.length;
      this.datagrams.push(datagram);
      if (this.datagrams.length === 1) setTimeout(() => this.passOn(), collectMs);
    },

    passOn() {
      const lengths = this.datagrams.map(({ length }) => length);
      const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
      let at = 0;
      for (const datagram of this.datagrams) {
        bytes.set(datagram, at);
        at += datagram.length;
      }
      this.datagrams = [];
      this.tell({ kind: 'datagrams', bytes, lengths, dropped: this.dropped }, [bytes.buffer]);
    },

    /** Closes when the socket was quiet for two ticks: with it goes what the system has for it. */
    drain(ticksLeft: number, quietTicks = 0) {
      if (quietTicks === 2 || ticksLeft === 0) return this.close();
      this.hasHeard = false;
      setTimeout(() => this.drain(ticksLeft - 1, this.hasHeard ? 0 : quietTicks + 1), collectMs);
    },

    close() {
      socket.close(() => {
        this.passOn();
        parentPort?.close();
      });
    },
  };
  socket.on('message', (datagram) => receiver.receive(datagram));
  socket.on('error', ({ message, code }: NodeJS.ErrnoException) => {
    if (receiver.isListening) return; // Of one datagram: the others go on coming.
    receiver.tell({ kind: 'failed', message, code });
    parentPort?.close();
    socket.close();
  });
  socket.bind({ port, address, exclusive: true }, () => {
    try {
      socket.setRecvBufferSize(receiveBufferBytes);
    } catch {
      // Linux caps the size by itself; other systems refuse one above their limit, and the default stays.
    }
    receiver.isListening = true;
    receiver.tell({ kind: 'listening' });
  });
  parentPort?.on('message', (order: ReceiverOrder) => {
    if (order.kind === 'taken') receiver.waitingBytes -= order.bytes;
    else receiver.drain(maxDrainTicks);
  });
}
