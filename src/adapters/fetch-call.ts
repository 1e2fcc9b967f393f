import type { FetchCall } from '../collect/trace-source.js';
import type { Clock } from '../drive/clock.js';

/** The same call with a signal of its own: Node warns of more than ten listeners on one. Without a call: nobody's. */
export function ownCall(call?: FetchCall): FetchCall {
  return {
    calledOff: AbortSignal.any(call === undefined ? [] : [call.calledOff]),
    waitsFor: call?.waitsFor ?? (() => {}),
  };
}

/** Waits so long; false where the call is called off, at once then. */
export async function paused(ms: number, clock: Clock, { calledOff }: FetchCall): Promise<boolean> {
  if (calledOff.aborted) return false;
  await new Promise<void>((resolve) => {
    const wake = () => {
      stopWaiting();
      calledOff.removeEventListener('abort', wake);
      resolve();
    };
    const stopWaiting = clock.at(clock.nowMs() + ms, wake);
    calledOff.addEventListener('abort', wake);
  });
  return !calledOff.aborted;
}
