import { lookup } from 'node:dns/promises';
import { isIP, isIPv6 } from 'node:net';
import { GateError } from '../errors.js';

/** One address for UDP and TCP alike; a name such as `localhost` may stand for several. */
export async function addressOf(host: string): Promise<string> {
  if (isIP(host) !== 0) return host;
  if (host.trim() === '') {
    throw new GateError('The local X-Ray has no host to listen on.', 'Use 127.0.0.1 or 0.0.0.0.');
  }
  try {
    return (await lookup(host, { family: 4 })).address;
  } catch (error) {
    throw new GateError(`The host "${host}" of the local X-Ray is not known.`, 'Use 127.0.0.1 or 0.0.0.0.', {
      cause: error,
    });
  }
}

/** Where a client on this machine reaches a listener; one that listens everywhere is reached on the loopback. */
export function hostAndPort(address: string, port: number): string {
  // IPv4 also where IPv6 listens everywhere: X-Ray SDKs cut the daemon's address at its colons.
  if (address === '0.0.0.0' || address === '::') return `127.0.0.1:${port}`;
  return isIPv6(address) ? `[${address}]:${port}` : `${address}:${port}`;
}
