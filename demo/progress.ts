export interface Progress {
  /** What `source` does now. */
  show(source: string, status: string): void;
  /** Shows no more, and leaves the screen at the start of an empty line. */
  stop(): void;
}

interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const EVERY_MS = 5000;
const ERASE_LINE = '\r\x1b[2K';

/**
 * What each of the sources does, in one line that is kept up to date on a terminal; elsewhere, a line every few
 * seconds where something changed.
 */
export function startProgress(
  sources: readonly string[],
  log: (line: string) => void,
  terminal: Terminal = process.stdout,
): Progress {
  const startMs = performance.now();
  const statuses = new Map(sources.map((source) => [source, 'starting']));
  let logged = '';

  const line = (width: number) => {
    const seconds = `${Math.round((performance.now() - startMs) / 1000)} s`.padStart(5);
    const share = Math.floor((width - seconds.length) / statuses.size) - 3;
    return [seconds, ...[...statuses].map(([source, status]) => `${source}: ${status}`.slice(0, share))].join(' | ');
  };
  const logChanged = () => {
    const now = [...statuses.values()].join('\n');
    if (now !== logged) log(line(Number.POSITIVE_INFINITY));
    logged = now;
  };
  const redraw = () => terminal.write(ERASE_LINE + line((terminal.columns || 80) - 1));

  const timer = terminal.isTTY ? setInterval(redraw, 1000) : setInterval(logChanged, EVERY_MS);
  let stopped = false;
  return {
    show(source, status) {
      if (stopped) return;
      statuses.set(source, status);
      if (terminal.isTTY) redraw();
    },
    stop() {
      if (stopped) return;
      stopped = true;
      clearInterval(timer);
      if (terminal.isTTY) terminal.write(ERASE_LINE);
    },
  };
}
