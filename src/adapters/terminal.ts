import type { WriteStream } from 'node:tty';
import type { Progress } from '../world.js';
import { logProgress } from './log-progress.js';
import { logText } from './log-text.js';

const EVERY_MS = 100;

/** Progress on one line that is written over, where a person watches; else as log lines. */
export function terminalProgress(stream: WriteStream, nowMs: () => number): Progress {
  if (!stream.isTTY) return logProgress((line) => stream.write(`${logText(line)}\n`), nowMs);
  let lastMs = 0;
  const over = (done: boolean, line: string): void => {
    if (!done && nowMs() - lastMs < EVERY_MS) return;
    lastMs = nowMs();
    stream.write(`\r\u001b[K  ${line}${done ? '\n' : ''}`);
  };
  return {
    step: (sentence) => stream.write(`${sentence}\n`),
    sent: ({ sent, planned }) => over(sent === planned, `${sent} of ${planned} requests sent`),
    settled: ({ settled, wanted }) => over(settled === wanted, `${settled} of ${wanted} traces settled`),
  };
}
