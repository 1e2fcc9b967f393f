import { openLoop, type Send } from '../open-loop.js';
import type { Sent } from '../sent.js';

/** Drives at a rate for a time, over connections that it keeps from call to call. */
export type Engine = (perSecond: number, seconds: number) => Promise<Drove>;

export interface Drove {
  readonly requests: number;
  readonly answered: number;
  /** Every request; empty for those that tell nothing of single ones. Asked for once what it took was measured. */
  readonly sent: () => readonly Sent[];
}

export function inOpenLoop(send: Send): Engine {
  let firstId = 0;
  return async (perSecond, seconds) => {
    const sent = await openLoop(send, perSecond, seconds, firstId);
    firstId += sent.length;
    const answered = sent.filter(({ endedMs }) => endedMs !== null).length;
    return { requests: sent.length, answered, sent: () => sent };
  };
}
