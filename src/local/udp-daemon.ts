import { once } from 'node:events';
import { isIPv6 } from 'node:net';
import { Worker } from 'node:worker_threads';
import { droppedBySystem } from './udp-loss.js';
import { type ReceiverMessage, type ReceiverOrder, type ReceiverSettings, receiveDatagrams } from './udp-receiver.js';

export interface UdpDaemon {
  /** Datagrams that came and found no room, so far or until it was stopped; null where the system does not tell. */
  lostDatagrams(): number | null;
  stop(): Promise<void>;
}

/** Room for bursts: a datagram that finds the socket's buffer full is lost, and its sender never hears of it. */
const RECEIVE_BUFFER_BYTES = 4 * 1024 * 1024;
/** Room for what comes while an operation takes its time: 12 seconds of 5000 segments of 1 kB. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024;
/** Datagrams that come within so long are handed over together. */
const COLLECT_MS = 5;

/**
 * Hands every datagram on. A thread of its own empties the socket, so that none is lost while this one is at work.
 * Rejects with the system's error when the port cannot be had.
 */
export async function startUdpDaemon(
  address: string,
  port: number,
  onDatagram: (text: string) => void,
): Promise<UdpDaemon> {
  const workerData: ReceiverSettings = {
    address,
    port,
    type: isIPv6(address) ? 'udp6' : 'udp4',
    receiveBufferBytes: RECEIVE_BUFFER_BYTES,
    maxWaitingBytes: MAX_WAITING_BYTES,
  };
  const source = `(${receiveDatagrams})(require('node:dgram'), require('node:worker_threads'), ${COLLECT_MS})`;
  const thread = new Worker(source, { eval: true, execArgv: [], workerData });
  const order = (what: ReceiverOrder) => thread.postMessage(what);
  let dropped = 0;
  thread.on('message', (message: ReceiverMessage) => {
    if (message.kind !== 'datagrams') return;
    dropped = message.dropped;
    for (const text of textsOf(message)) onDatagram(text);
    order({ kind: 'taken', bytes: message.bytes.length });
  });
  const ended = once(thread, 'exit');
  const [first] = (await once(thread, 'message')) as [ReceiverMessage];
  if (first.kind === 'failed') {
    await ended;
    throw Object.assign(new Error(first.message), { code: first.code });
  }
  let bySystem: number | null | undefined;
  return {
    lostDatagrams() {
      const now = bySystem === undefined ? droppedBySystem(address, port) : bySystem;
      return now === null ? null : now + dropped;
    },
    async stop() {
      bySystem = droppedBySystem(address, port);
      order({ kind: 'close' });
      await ended;
    },
  };
}

function* textsOf({ bytes, lengths }: ReceiverMessage & { kind: 'datagrams' }): Generator<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let from = 0;
  for (const length of lengths) {
    yield buffer.toString('utf8', from, from + length);
    from += length;
  }
}
