import { atMost, type Goal } from './drive/goals.js';
import { type Machine, machineAtRest } from './drive/machine.js';
import { withPlainScripts } from './drive/plain-scripts.js';
import { type HeldFigures, heldFigures } from './local/held.js';
import { type IngestionFigures, ingestionFigures } from './local/ingestion.js';
import { startXRay } from './local/processes.js';

interface Effort {
  readonly traces: number;
  readonly reads: number;
  readonly sendSeconds: number;
}

const FULL: Effort = { traces: 100_000, reads: 1000, sendSeconds: 10 };
const QUICK: Effort = { traces: 10_000, reads: 200, sendSeconds: 3 };

/**
 * What the local X-Ray takes: memory and reading with 100,000 traces of 5 segments held, and taking 5000 segments a
 * second, while nobody reads and while somebody does. Takes a minute, with `--quick` 20 s.
 */
export async function localFigures(args: readonly string[]): Promise<object> {
  const quick = args.includes('--quick');
  const effort = quick ? QUICK : FULL;
  return withPlainScripts(async (scripts) => {
    const machine: Machine = await machineAtRest();
    const { sendSeconds: seconds } = effort;
    const empty = await startXRay(scripts);
    const alone = await ingestionFigures(scripts, empty, { seconds });
    empty.stop();
    const full = await startXRay(scripts);
    const held = await heldFigures(full, effort);
    const whileReading = await ingestionFigures(scripts, full, { seconds, window: held.window });
    full.stop();
    return {
      part: 'local',
      node: process.version,
      quick,
      machine,
      toReach: goals(held, alone, whileReading),
      held,
      ingestion: { alone, whileReading },
    };
  });
}

function goals(held: HeldFigures, alone: IngestionFigures, whileReading: IngestionFigures): Goal[] {
  return [
    atMost(`memory with ${held.traces} traces of 5 segments`, 1500, 'MB', held.rssMb),
    atMost('BatchGetTraces of 5, p99', 5, 'ms', held.batchGetTraces.p99Ms),
    atMost('segments lost of 5000 a second', 0, 'segments', alone.lost),
    atMost('segments lost of 5000 a second while somebody reads', 0, 'segments', whileReading.lost),
    atMost('CPU for 5000 segments', 1000, 'ms', 5 * alone.cpuMsPer1000),
  ];
}
