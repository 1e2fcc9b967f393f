import { parentPort } from 'node:worker_threads';
import { simulatedPartNamed } from './parts/simulated-parts.js';
import { addUp, NOTHING, type Tally } from './tally.js';
import type { Task } from './workers.js';

parentPort?.on('message', ({ part, setting, from, to }: Task) => {
  const { replicate } = simulatedPartNamed(part);
  let tally: Tally = NOTHING;
  for (let number = from; number < to; number++) tally = addUp(tally, { reports: 1, sums: replicate(setting, number) });
  parentPort?.postMessage(tally);
});
