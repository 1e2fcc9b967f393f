import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { LocalCounts } from '../../src/local/local-xray.js';
import { messageFrom } from '../drive/served.js';

export interface Listening {
  /** host:port */
  readonly daemon: string;
  readonly api: string;
}

/** What the process of the local X-Ray has taken so far. */
export interface Cost {
  readonly cpuMs: number;
  readonly rssBytes: number;
  readonly peakRssBytes: number;
  readonly counts: LocalCounts;
}

export interface SendJob {
  readonly port: number;
  readonly perSecond: number;
  readonly seconds: number;
  /** Number of the first trace. */
  readonly firstTrace: number;
}

export interface SendResult {
  readonly sent: number;
  readonly tookS: number;
}

/** A local X-Ray in a process of its own. */
export interface MeasuredXRay extends Listening {
  cost(): Promise<Cost>;
  stop(): void;
}

export async function startXRay(scripts: string): Promise<MeasuredXRay> {
  const child = start(scripts, 'xray-process');
  const listening = await messageFrom<Listening>(child);
  return {
    ...listening,
    cost() {
      const cost = messageFrom<Cost>(child);
      child.send('cost');
      return cost;
    },
    stop: () => void child.disconnect(),
  };
}

/** Sends segments from another process, until all have left. */
export function sendSegments(scripts: string, job: SendJob): Promise<SendResult> {
  return messageFrom<SendResult>(start(scripts, 'udp-sender', [JSON.stringify(job)]));
}

/** As they would run without this benchmark: no loader, no flags. */
function start(scripts: string, name: string, args: readonly string[] = []): ChildProcess {
  const env = { ...process.env };
  delete env.NODE_OPTIONS;
  return fork(join(scripts, 'bench/local', `${name}.js`), args, { execArgv: [], env });
}
