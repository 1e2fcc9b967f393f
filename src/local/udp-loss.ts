import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { isIPv6 } from 'node:net';

/**
 * Datagrams that the kernel dropped for want of room in the buffer of this process's socket: nobody else hears of them.
 * Linux tells (`drops`: https://man7.org/linux/man-pages/man5/proc_pid_net.5.html); null elsewhere.
 */
export function droppedBySystem(address: string, port: number): number | null {
  try {
    const table = readFileSync(isIPv6(address) ? '/proc/net/udp6' : '/proc/net/udp', 'utf8');
    const rows = table.split('\n').slice(1).map(readRow);
    const ours = ownSockets();
    return rows.find((row) => row.port === port && ours.has(`socket:[${row.inode}]`))?.drops ?? null;
  } catch {
    return null;
  }
}

/** `sl local_address rem_address st tx:rx tr:when retrnsmt uid timeout inode ref pointer drops`, addresses in hex. */
function readRow(line: string): { readonly port: number; readonly inode: string; readonly drops: number } {
  const fields = line.trim().split(/\s+/);
  return {
    port: Number.parseInt(fields[1]?.split(':')[1] ?? '', 16),
    inode: fields[9] ?? '',
    drops: Number(fields[12]),
  };
}

const OPEN_FILES = '/proc/self/fd';

/** As `socket:[inode]`, among the other files that are open. */
function ownSockets(): ReadonlySet<string> {
  return new Set(readdirSync(OPEN_FILES).map(linkOf));
}

function linkOf(file: string): string {
  try {
    return readlinkSync(`${OPEN_FILES}/${file}`);
  } catch {
    return ''; // Closed meanwhile.
  }
}
