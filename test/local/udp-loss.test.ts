import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { describe, expect, onTestFinished, test } from 'vitest';
import { droppedBySystem } from '../../src/local/udp-loss.js';

describe.runIf(process.platform === 'linux')('on Linux', () => {
  test.each([
    ['udp4', '127.0.0.1'],
    ['udp6', '::1'],
  ] as const)('what finds no room in the buffer of a socket (%s) is told, and nothing else', async (type, address) => {
    const receiver = createSocket(type).bind(0, address);
    onTestFinished(() => void receiver.close());
    await once(receiver, 'listening');
    receiver.setRecvBufferSize(4096);
    const { port } = receiver.address();
    let received = 0;
    receiver.on('message', () => {
      received += 1;
    });
    expect(droppedBySystem(address, port)).toBe(0);

    const sender = createSocket(type);
    onTestFinished(() => void sender.close());
    const sent = 200;
    const sending = Array.from(
      { length: sent },
      () => new Promise((resolve) => sender.send(Buffer.alloc(1000), port, address, resolve)),
    );
    await Promise.all(sending);
    await expect.poll(() => received + droppedBySystem(address, port)!).toBe(sent);
    expect(received).toBeLessThan(sent);
  });
});

test('a port that is not ours has no count', () => {
  expect(droppedBySystem('127.0.0.1', 9)).toBeNull();
});
