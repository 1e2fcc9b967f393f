import { posix } from 'node:path';
import { artilleryScenario } from './export/artillery-scenario.js';
import type { Exported } from './export/exported.js';
import { k6Script } from './export/k6-script.js';
import type { Settings } from './inputs.js';
import { slotsWithin } from './run/traffic.js';
import type { ReadWorkload } from './scenario/scenario-file.js';

export const ENGINES = ['k6', 'artillery'] as const;
export type Engine = (typeof ENGINES)[number];

export interface HandOver {
  /** Text by path. */
  readonly files: ReadonlyMap<string, string>;
  /** How to go on, a line each. */
  readonly next: readonly string[];
}

/** The traffic that the inputs describe, as a script for another engine. Throws GateError where only the gate can send it. */
export function handOver(
  engine: Engine,
  { workload, secrets }: ReadWorkload,
  settings: Settings,
  about: { readonly runId: string; readonly gateVersion: string; readonly folder: string },
): HandOver {
  const { requestsPerSecond, pairs, warmUpMs } = settings;
  const exported: Exported = {
    workload,
    candidateUrl: settings.url,
    baselineUrl: settings.baseline.url,
    runId: about.runId,
    gateVersion: about.gateVersion,
    slotsPerSecond: requestsPerSecond,
    slots: pairs === 'auto' ? slotsWithin(settings) : pairs,
    warmUpSlots: Math.round((warmUpMs / 1000) * requestsPerSecond),
    timeoutMs: settings.timeoutMs,
    secrets,
  };
  const inFolder = (name: string) => posix.join(about.folder, name);
  const { files, start } =
    engine === 'k6'
      ? { files: { 'k6.js': k6Script(exported) }, start: `k6 run ${inFolder('k6.js')}` }
      : { files: artilleryFiles(exported), start: `npx artillery run ${inFolder('artillery.yml')}` };
  return {
    files: new Map(Object.entries(files).map(([name, text]) => [inFolder(name), text])),
    next: [
      `Drive:  ${start}`,
      `Judge:  xray-gate gate --traffic external --external-run ${about.runId}, with the same inputs as this export`,
    ],
  };
}

const PROCESSOR = 'artillery-processor.mjs';

function artilleryFiles(exported: Exported): Record<string, string> {
  const { yaml, processor } = artilleryScenario(exported, PROCESSOR);
  return { 'artillery.yml': yaml, [PROCESSOR]: processor };
}

/** `<epoch seconds><chance>`, 16 hexadecimal digits: the gate looks for traces from then on. */
export function externalRunId(nowMs: number, randomBytes: (count: number) => Uint8Array): string {
  const seconds = Math.floor(nowMs / 1000)
    .toString(16)
    .padStart(8, '0');
  return `${seconds}${Buffer.from(randomBytes(4)).toString('hex')}`;
}
