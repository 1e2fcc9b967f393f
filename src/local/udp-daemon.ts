import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';

export interface UdpDaemon {
  stop(): Promise<void>;
}

/** Room for bursts: a datagram that finds the buffer full is lost, and its sender never hears of it. */
const RECEIVE_BUFFER_BYTES = 4 * 1024 * 1024;

/** Hands every datagram on. Rejects with the system's error when the port cannot be had. */
export async function startUdpDaemon(
  address: string,
  port: number,
  onDatagram: (text: string) => void,
): Promise<UdpDaemon> {
  const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
  socket.on('message', (datagram) => onDatagram(datagram.toString('utf8')));
  const listening = once(socket, 'listening');
  socket.bind({ port, address, exclusive: true });
  try {
    await listening;
  } catch (error) {
    socket.close();
    throw error;
  }
  try {
    socket.setRecvBufferSize(RECEIVE_BUFFER_BYTES);
  } catch {
    // Linux caps the size by itself; other systems refuse one above their limit, and the default stays.
  }
  return {
    async stop() {
      const closed = once(socket, 'close');
      socket.close();
      await closed;
    },
  };
}
