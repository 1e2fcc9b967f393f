import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Done, EngineMessage, Job } from './sent.js';
import { messageFrom, type Served, type Stall, type TargetOrder } from './served.js';

/** The server, in a process of its own. */
export interface Target {
  readonly url: string;
  /** Answers nothing between those times. */
  readonly stall: (stall: Stall) => void;
  /** What it has served since it was last asked. */
  readonly served: () => Promise<readonly Served[]>;
  readonly stop: () => void;
}

export async function startTarget(scripts: string): Promise<Target> {
  const child = start(scripts, 'target');
  const port = await messageFrom<number>(child);
  const order = (what: TargetOrder) => void child.send(what);
  return {
    url: `http://127.0.0.1:${port}/`,
    stall: (stall) => order({ kind: 'stall', stall }),
    served: () => {
      const report = messageFrom<Served[]>(child);
      order({ kind: 'report' });
      return report;
    },
    stop: () => void child.disconnect(),
  };
}

/** What an engine did, and the server's account of the same requests; null where its package is not installed. */
export async function runEngine(
  scripts: string,
  target: Target,
  job: Omit<Job, 'url'>,
  started: (atMs: number) => void = () => {},
): Promise<{ readonly done: Done; readonly served: readonly Served[] } | null> {
  await target.served();
  const child = start(scripts, 'engine-process', [JSON.stringify({ ...job, url: target.url })]);
  const first = await messageFrom<EngineMessage>(child);
  if (first.kind !== 'starts') return null;
  started(first.atMs);
  const last = await messageFrom<EngineMessage>(child);
  if (last.kind !== 'done') throw new Error(`The engine "${job.engine}" told no result.`);
  // The server has served the warm-up too.
  const served = (await target.served()).filter(({ answeredMs }) => answeredMs >= first.atMs);
  return { done: last.done, served };
}

/** As they would run without this benchmark: no loader, no flags. */
function start(scripts: string, name: string, args: readonly string[] = []): ChildProcess {
  const env = { ...process.env };
  delete env.NODE_OPTIONS;
  return fork(join(scripts, 'bench/drive', `${name}.js`), args, { execArgv: [], env });
}
