import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { messageFrom } from '../drive/served.js';
import type { CollectDone, CollectJob, TargetAddress, TargetReport, TargetSettings } from './messages.js';

/** The target and the local X-Ray, in a process of their own. */
export interface TracedTarget {
  readonly address: TargetAddress;
  readonly report: () => Promise<TargetReport>;
  readonly stop: () => void;
}

export async function startTracedTarget(scripts: string, settings: TargetSettings): Promise<TracedTarget> {
  const child = start(scripts, 'target-process', [JSON.stringify(settings)]);
  const address = await messageFrom<TargetAddress>(child);
  return {
    address,
    report: () => {
      const report = messageFrom<TargetReport>(child);
      child.send('report');
      return report;
    },
    stop: () => void child.disconnect(),
  };
}

export function collectIn(scripts: string, job: CollectJob): Promise<CollectDone> {
  const child = start(scripts, 'collect-process');
  const done = messageFrom<CollectDone>(child);
  child.send(JSON.stringify(job)); // As an argument, many ids would be too long.
  return done;
}

/** As they would run without this benchmark: no loader, no flags. */
function start(scripts: string, name: string, args: readonly string[] = []): ChildProcess {
  const env = { ...process.env };
  delete env.NODE_OPTIONS;
  return fork(join(scripts, 'bench/collect', `${name}.js`), args, { execArgv: [], env });
}
