import { GateError } from '../errors.js';

/** Throws a GateError that says why the port cannot be had. */
export async function orExplain<T>(port: number, listen: () => Promise<T>): Promise<T> {
  try {
    return await listen();
  } catch (error) {
    throw explained(error, port);
  }
}

export function explained(error: unknown, port: number): GateError {
  const reason = isInUse(error) ? 'it is already in use' : error instanceof Error ? error.message : String(error);
  if (codeOf(error) === 'EADDRNOTAVAIL') {
    return new GateError(
      'The local X-Ray cannot listen on its host: this machine has no such address.',
      'Use 127.0.0.1, or 0.0.0.0 for all addresses.',
      { cause: error },
    );
  }
  return new GateError(
    `The local X-Ray cannot listen on port ${port}: ${reason}.`,
    'Stop what listens there (perhaps an X-Ray daemon or another run), or choose another port; 0 takes a free one.',
    { cause: error },
  );
}

export function isInUse(error: unknown): boolean {
  return codeOf(error) === 'EADDRINUSE';
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
