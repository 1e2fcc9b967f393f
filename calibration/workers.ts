import { Worker } from 'node:worker_threads';
import type { RunOptions } from './part.js';
import { addUp, NOTHING, type Tally } from './tally.js';

/** Replications `from` to `to` (not included) of one setting. */
export interface Task {
  readonly part: string;
  readonly setting: string;
  readonly from: number;
  readonly to: number;
}

const AT_ONCE = 8;

/** Does replications on `count` threads until closed. `progress` is told of each task done. */
export function openWorkers(
  count: number,
  progress: (done: number, of: number) => void,
): { readonly measure: RunOptions['measure']; readonly close: () => Promise<void> } {
  const waiting: { task: Task; resolve: (tally: Tally) => void; reject: (error: unknown) => void }[] = [];
  const idle = Array.from({ length: count }, () => new Worker(new URL('./worker.ts', import.meta.url)));
  const all = [...idle];
  let asked = 0;
  let done = 0;

  const next = () => {
    if (waiting.length === 0 || idle.length === 0) return;
    const { task, resolve, reject } = waiting.shift()!;
    const worker = idle.pop()!;
    worker.once('error', reject);
    worker.once('message', (tally: Tally) => {
      worker.off('error', reject);
      idle.push(worker);
      done += task.to - task.from;
      progress(done, asked);
      resolve(tally);
      next();
    });
    worker.postMessage(task);
  };

  return {
    measure: async (part, setting, reports) => {
      asked += reports;
      const tallies: Promise<Tally>[] = [];
      for (let from = 1; from <= reports; from += AT_ONCE) {
        const task = { part, setting, from, to: Math.min(from + AT_ONCE, reports + 1) };
        tallies.push(new Promise((resolve, reject) => waiting.push({ task, resolve, reject })));
        next();
      }
      return (await Promise.all(tallies)).reduce(addUp, NOTHING);
    },
    close: async () => {
      await Promise.all(all.map((worker) => worker.terminate()));
    },
  };
}
