import type { XRayClient } from '@aws-sdk/client-xray';

/** What a client's own calls tell of who calls and of the runner's clock, without a call more. */
export class XRayWatch {
  readonly #denied = new Set<string>();
  #clockAheadMs = 0;

  constructor(clients: readonly XRayClient[]) {
    for (const client of new Set(clients)) this.#watch(client);
  }

  /** Actions that the role may not call, such as `xray:StartTraceRetrieval`. */
  get denied(): readonly string[] {
    return [...this.#denied];
  }

  /** How far X-Ray's clock was ahead of the runner's at the last answer that said so, to about a second. */
  get clockAheadMs(): number {
    return this.#clockAheadMs;
  }

  #watch({ middlewareStack }: XRayClient): void {
    middlewareStack.add(
      (next, { commandName = '' }) =>
        async (args) => {
          try {
            return await next(args);
          } catch (error) {
            if (isDenied(error)) this.#denied.add(`xray:${commandName.replace(/Command$/, '')}`);
            throw error;
          }
        },
      { step: 'initialize', priority: 'high', name: 'watchDenials', override: true },
    );
    middlewareStack.add(
      (next) => async (args) => {
        const askedMs = Date.now();
        const result = await next(args);
        this.#hear(result.response, (askedMs + Date.now()) / 2);
        return result;
      },
      { step: 'deserialize', name: 'watchClock', override: true },
    );
  }

  #hear(response: unknown, atMs: number): void {
    const { headers } = response as { readonly headers?: Readonly<Record<string, string>> };
    const saidMs = Date.parse(headers?.date ?? '');
    // It names the second that had begun.
    if (Number.isFinite(saidMs)) this.#clockAheadMs = saidMs + 500 - atMs;
  }
}

/** Whether the role may not call what it called. */
export function isDenied(error: unknown): boolean {
  const { name, $metadata } = error as {
    readonly name?: unknown;
    readonly $metadata?: { readonly httpStatusCode?: unknown };
  };
  if (/^(AccessDenied|NotAuthorized)/.test(String(name))) return true;
  return $metadata?.httpStatusCode === 403 && !/Token|Client|Signature|TooSkewed/.test(String(name));
}
