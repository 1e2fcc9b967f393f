import http from 'node:http';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { listening } from '../../support/http-target.js';

/** What a server may write before it closes the connection. */
const ANSWERS: readonly string[] = [
  'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello',
  'HTTP/1.1 200\r\nContent-Length: 5\r\n\r\nhello',
  'HTTP/1.0 200 OK\r\n\r\nhello',
  'HTTP/1.1 200 OK\r\n\r\nuntil the end',
  'HTTP/1.1 200 OK\r\nContent-Length: 5, 5\r\n\r\nhello',
  'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!',
  'HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello',
  'HTTP/1.1 200 OK\r\nContent-Length: five\r\n\r\nhello',
  'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\nA\r\n0123456789\r\n0\r\n\r\n',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nhello',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello world\r\n0\r\n\r\n',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n',
  'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno',
  'HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n',
  'HTTP/1.1 304 Not Modified\r\nContent-Length: 100\r\n\r\n',
  'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello',
  'HTTP/1.1 200 OK\r\nno colon here\r\n\r\n',
  'HTTP/2 200 OK\r\n\r\n',
  'HTTP/1.1 2000 OK\r\n\r\n',
  'SSH-2.0-OpenSSH_9.6\r\n',
  'HTTP/1.1 200 OK\r\nContent-',
  '',
];

describe('an answer that is odd', () => {
  it.each(ANSWERS)("is what Node's own client takes it for: %j", async (text) => {
    const server = createServer((socket) => socket.on('error', () => {}).once('data', () => socket.end(text)));
    const { base, send } = await listening(server);
    const ours = await send();
    const nodes = await askedByNode(base);
    expect(ours.kind === 'answered' ? { status: ours.status, sizeBytes: ours.sizeBytes } : ours.kind).toEqual(nodes);
  });
});

function askedByNode(url: URL): Promise<object | 'failed'> {
  return new Promise((resolve) => {
    const request = http.get(url, { agent: false }, (response) => {
      let sizeBytes = 0;
      response.on('data', (chunk: Buffer) => {
        sizeBytes += chunk.length;
      });
      response.on('error', () => resolve('failed'));
      response.on('end', () => resolve({ status: response.statusCode, sizeBytes }));
    });
    request.on('error', () => resolve('failed'));
  });
}
