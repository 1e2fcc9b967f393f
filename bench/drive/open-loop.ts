import { performance } from 'node:perf_hooks';
import type { Sent } from './sent.js';

/** Sends one request with that trace header and calls back when its answer is whole, or will not come. */
export type Send = (traceId: string, ended: (answered: boolean) => void) => void;

/**
 * A plain open loop: departures evenly spaced, on time by one timer, whatever came back before. The least that keeping
 * a plan takes, so that what an engine costs on top can be told. Trace ids count from `firstId`.
 */
export function openLoop(send: Send, perSecond: number, seconds: number, firstId: number): Promise<Sent[]> {
  const count = Math.round(perSecond * seconds);
  const startMs = performance.now() + 20;
  const sent: Sent[] = [];
  let next = 0;
  return new Promise((resolve) => {
    const depart = (plannedMs: number): void => {
      const departedMs = performance.now();
      const traceId = countedTraceId(firstId + next);
      send(traceId, (answered) => {
        const endedMs = answered ? performance.timeOrigin + performance.now() : null;
        sent.push({
          traceId,
          plannedMs: plannedMs + performance.timeOrigin,
          departedMs: departedMs + performance.timeOrigin,
          endedMs,
        });
        if (sent.length === count) resolve(sent);
      });
    };
    const tick = (): void => {
      for (; next < count; next++) {
        const plannedMs = startMs + (next * 1000) / perSecond;
        const leftMs = plannedMs - performance.now();
        if (leftMs > 0) {
          setTimeout(tick, leftMs);
          return;
        }
        depart(plannedMs);
      }
    };
    tick();
  });
}

/** As long as a real one. */
function countedTraceId(number: number): string {
  return `1-00000000-${number.toString(16).padStart(24, '0')}`;
}
