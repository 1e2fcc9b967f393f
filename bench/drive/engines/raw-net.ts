import { connect, type Socket } from 'node:net';
import type { Send } from '../open-loop.js';
import { headersFor } from './headers.js';

/**
 * The floor for Node: text to a socket that is free, and whatever comes back is the answer. Nothing is parsed, nothing
 * can fail, nothing has a limit.
 */
export function rawNet(url: URL): Send {
  const free: Socket[] = [];
  const ended = new Map<Socket, (answered: boolean) => void>();
  const open = (text: string, then: (answered: boolean) => void): void => {
    const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
    ended.set(socket, then);
    socket.once('connect', () => socket.write(text, 'latin1'));
    socket.on('data', () => {
      free.push(socket);
      ended.get(socket)!(true);
    });
  };
  return (traceId, then) => {
    let text = `GET / HTTP/1.1\r\nhost: ${url.host}\r\nconnection: keep-alive\r\n`;
    for (const [name, value] of Object.entries(headersFor(traceId))) text += `${name}: ${value}\r\n`;
    text += '\r\n';
    const socket = free.pop();
    if (socket === undefined) {
      open(text, then);
      return;
    }
    ended.set(socket, then);
    socket.write(text, 'latin1');
  };
}
