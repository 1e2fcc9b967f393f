import { startMeasuringLoad } from '../demo/machine-load.js';

/** How busy the machine is while the gate drives: not while it starts, waits for traces or computes. */
export interface DrivingLoad {
  /** Hears the action's log, in which the gate says when it starts to drive, and then how many requests it has sent. */
  readonly hear: (line: string) => void;
  /** Of all cores' time, 0–1; null where the log did not show it driving. */
  readonly share: () => number | null;
}

/** From the line that announces traffic to the last one that counts it: a stage may end early, and say no more. */
interface Stage {
  readonly startMs: number;
  readonly loadSoFar: () => number;
  drivenMs: number;
  busyMs: number;
}

/** Starts listening; stages of driving are taken together, however many there are. */
export function measureDrivingLoad(): DrivingLoad {
  const stages: Stage[] = [];
  return {
    hear(line) {
      if (/\bSending \d/.test(line)) {
        stages.push({ startMs: performance.now(), loadSoFar: startMeasuringLoad(), drivenMs: 0, busyMs: 0 });
      }
      const stage = stages.at(-1);
      if (stage === undefined || !/\brequests sent$/.test(line)) return;
      stage.drivenMs = performance.now() - stage.startMs;
      stage.busyMs = stage.drivenMs * stage.loadSoFar();
    },
    share() {
      const drivenMs = stages.reduce((sum, stage) => sum + stage.drivenMs, 0);
      return drivenMs === 0 ? null : stages.reduce((sum, stage) => sum + stage.busyMs, 0) / drivenMs;
    },
  };
}
