import { readFileSync } from 'node:fs';
import { startLocalXRay } from '../../src/local/local-xray.js';
import type { Cost, Listening } from './processes.js';

/* The process of the local X-Ray that is measured: nothing else runs in it. */

const xray = await startLocalXRay({ host: '127.0.0.1', port: 0, apiPort: 0, maxBytes: 4_000_000_000 });

function memoryBytes(field: 'VmRSS' | 'VmHWM'): number {
  try {
    const [, kib] = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    return Number(kib) * 1024;
  } catch {
    return process.memoryUsage.rss(); // Not Linux.
  }
}

function cost(): Cost {
  const { user, system } = process.cpuUsage();
  return {
    cpuMs: (user + system) / 1000,
    rssBytes: memoryBytes('VmRSS'),
    peakRssBytes: memoryBytes('VmHWM'),
    counts: xray.counts(),
  };
}

process.on('message', () => process.send?.(cost()));
process.on('disconnect', () => process.exit());
process.send?.({ daemon: xray.daemonAddress, api: xray.apiUrl } satisfies Listening);
