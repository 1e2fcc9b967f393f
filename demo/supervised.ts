/** Ctrl-C, or SIGTERM. */
export class Interrupted extends Error {}

/** What a story is given that starts servers and processes. */
export interface Supervision {
  /** Aborted when the story is to end; its reason says why. */
  readonly signal: AbortSignal;
  /** Ends the story with this error. */
  readonly cancel: (reason: Error) => void;
  /** Remembers how to end what was started; what was started last ends first. */
  readonly beforeLeaving: (stop: () => Promise<void>) => void;
}

/**
 * Tells the story to its end, or until it is cancelled: then throws the reason, an Interrupted after Ctrl-C. Whatever
 * was started has ended when it returns or throws.
 */
export async function supervised<T>(story: (supervision: Supervision) => Promise<T>): Promise<T> {
  const cancelled = new AbortController();
  const interrupt = () => cancelled.abort(new Interrupted());
  // `on`, for npm passes on the Ctrl-C that the terminal has sent here too.
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const stops: (() => Promise<void>)[] = [];
  const stopAll = async () => {
    for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) await stop();
  };
  const told = story({
    signal: cancelled.signal,
    cancel: (reason) => cancelled.abort(reason),
    beforeLeaving: (stop) => stops.push(stop),
  });
  try {
    return await Promise.race([told, rejectionOf(cancelled.signal)]);
  } finally {
    cancelled.abort(new Interrupted());
    await stopAll();
    await told.catch(() => {}); // Cancelled halfway through a start, it may leave one more thing to stop.
    await stopAll();
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
}
