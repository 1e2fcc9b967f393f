import type { ChildProcess } from 'node:child_process';

/** One request by the account of the server. */
export interface Served {
  readonly traceId: string;
  /** From its last byte read to the answer written. */
  readonly tookMs: number;
  /** Epoch milliseconds. */
  readonly answeredMs: number;
  /** Whether it came while the server stood still. */
  readonly metStall: boolean;
}

/** Epoch milliseconds: between them nothing is answered. */
export interface Stall {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** What is asked of the server's process. */
export type TargetOrder = { readonly kind: 'stall'; readonly stall: Stall } | { readonly kind: 'report' };

/** The next message of a process; rejects when it ends instead. */
export function messageFrom<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`A process of the benchmark ended with ${code}.`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as T);
    });
  });
}
