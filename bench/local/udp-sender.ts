import { createSocket } from 'node:dgram';
import { readRecordings, SEGMENTS_A_TRACE, traceDocuments } from './corpus.js';
import type { SendJob } from './processes.js';

/* The process that sends segments at a rate, in time: what is late leaves with the next. */

const HEADER = '{"format":"json","version":1}\n';

const { port, perSecond, seconds, firstTrace } = JSON.parse(process.argv[2] ?? '') as SendJob;
const total = perSecond * seconds;
const recordings = readRecordings();
const nowS = Date.now() / 1000;
const datagrams: Buffer[] = [];
for (let number = firstTrace; datagrams.length < total; number++) {
  const documents = traceDocuments(recordings, number, nowS + ((number - firstTrace) * SEGMENTS_A_TRACE) / perSecond);
  datagrams.push(...documents.map((document) => Buffer.from(HEADER + document)));
}

const socket = createSocket('udp4');
await new Promise<void>((connected) => socket.connect(port, '127.0.0.1', connected));
const startMs = performance.now();
let sent = 0;
let acknowledged = 0;

function sendDue(): void {
  const due = Math.min(total, Math.floor(((performance.now() - startMs) / 1000) * perSecond));
  while (sent < due) {
    socket.send(datagrams[sent]!, (error) => {
      if (error) throw error;
      acknowledged += 1;
      if (acknowledged === total) finish();
    });
    sent += 1;
  }
  if (sent < total) setTimeout(sendDue, 1);
}

function finish(): void {
  process.send?.({ sent, tookS: (performance.now() - startMs) / 1000 }, () => process.exit());
}

sendDue();
