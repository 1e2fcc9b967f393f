import { type AddressInfo, createServer, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { Served, Stall, TargetOrder } from './served.js';

/*
 * The process that is driven at: answers each request after 5 ms, and keeps its own account of how long each took. On
 * plain sockets, so that it takes little of the machine that the driver is measured on.
 */

const SERVICE_MS = 5;
const BODY = '{"ok":true}';
const ANSWER = [
  'HTTP/1.1 200 OK',
  'content-type: application/json',
  `content-length: ${BODY.length}`,
  'connection: keep-alive',
  '',
  BODY,
].join('\r\n');

let served: Served[] = [];
let stall: Stall = { fromMs: 0, untilMs: 0 };

const nowMs = () => performance.timeOrigin + performance.now();

function serve(socket: Socket, head: string): void {
  const readMs = nowMs();
  const root = head.indexOf('Root=') + 'Root='.length;
  const traceId = head.slice(root, root + 35);
  const metStall = readMs >= stall.fromMs && readMs < stall.untilMs;
  const delayMs = (metStall ? stall.untilMs - readMs : 0) + SERVICE_MS;
  setTimeout(() => {
    const answeredMs = nowMs();
    socket.write(ANSWER, 'latin1');
    served.push({ traceId, tookMs: answeredMs - readMs, answeredMs, metStall });
  }, delayMs);
}

const server = createServer({ noDelay: true }, (socket) => {
  let read = '';
  socket.on('error', () => socket.destroy());
  socket.setEncoding('latin1').on('data', (text: string) => {
    read += text;
    for (;;) {
      const end = read.indexOf('\r\n\r\n');
      if (end < 0) return;
      serve(socket, read.slice(0, end));
      read = read.slice(end + 4);
    }
  });
});

server.listen({ host: '127.0.0.1', port: 0, backlog: 4096 }, () => {
  process.send?.((server.address() as AddressInfo).port);
});

process.on('message', (order: TargetOrder) => {
  if (order.kind === 'stall') {
    stall = order.stall;
    return;
  }
  const report = served;
  served = [];
  process.send?.(report);
});
process.on('disconnect', () => process.exit());
