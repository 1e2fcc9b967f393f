import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TracedTargetOptions {
  /** `127.0.0.1:2000`; null: the target sends no segments. */
  readonly daemon: string | null;
  /** What its segments are annotated with; null: nothing. */
  readonly version: string | null;
  /** Duration that the n-th request's segment tells, in milliseconds; the answer itself comes at once. */
  readonly durationMs?: (request: number) => number;
  readonly faults?: (request: number) => boolean;
  /** What is sent instead of the n-th request's segment. */
  readonly segments?: (segment: Readonly<Record<string, unknown>>, request: number) => readonly object[];
}

export interface TracedTarget {
  readonly url: string;
  /** Headers of every request, in order. */
  readonly requests: readonly Readonly<Record<string, string | string[] | undefined>>[];
  stop(): Promise<void>;
}

/** A service that answers over HTTP and sends one segment for each request, as an instrumented one would. */
export async function startTracedTarget(options: TracedTargetOptions): Promise<TracedTarget> {
  const { daemon, version, durationMs = () => 50, faults = () => false } = options;
  const { segments = (segment) => [segment] } = options;
  const socket = createSocket('udp4').unref();
  const requests: TracedTarget['requests'][number][] = [];
  const server = createServer((request, response) => {
    const n = requests.push(request.headers) - 1;
    const status = faults(n) ? 500 : 200;
    response.writeHead(status).end();
    const [, root, parent] = /Root=([^;]+);Parent=(\w+)/.exec(String(request.headers['x-amzn-trace-id'])) ?? [];
    if (daemon === null || root === undefined) return;
    const startSeconds = Date.now() / 1000;
    const segment = {
      trace_id: root,
      id: randomBytes(8).toString('hex'),
      parent_id: parent,
      name: 'target',
      start_time: startSeconds,
      end_time: startSeconds + durationMs(n) / 1000,
      ...(version === null ? {} : { annotations: { version } }),
      http: {
        request: {
          method: request.method,
          url: `http://target${request.url}`,
          user_agent: request.headers['user-agent'],
        },
        response: { status },
      },
      ...(status === 500 ? { fault: true } : {}),
    };
    const [host, port] = daemon.split(':');
    for (const each of segments(segment, n)) {
      socket.send(`{"format":"json","version":1}\n${JSON.stringify(each)}`, Number(port), host);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      socket.close();
    },
  };
}

/** Durations around `medianMs` that differ from request to request by a fifth, the same for the same n. */
export function scattered(medianMs: number): (request: number) => number {
  return (n) => medianMs * (0.8 + 0.4 * (((n + 1) * 0.618_033_988_75) % 1));
}
