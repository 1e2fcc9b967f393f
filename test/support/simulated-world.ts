import type { OutgoingRequest } from '../../src/drive/transport.js';
import type { World } from '../../src/world.js';
import { FakeTraceSource } from './fake-trace-source.js';
import { FakeTransport } from './fake-transport.js';
import { EPOCH_MS, entityId, remoteCall, segmentDocument } from './segment-builder.js';
import { Chance } from './simulated-run.js';
import { VirtualClock } from './virtual-clock.js';

export const BLUE = 'http://blue.example.com';
export const GREEN = 'http://green.example.com';

/** How one version behaves. */
export interface Behaviour {
  /** Multiplies its time, so long after the start. */
  readonly slowness?: (elapsedMs: number) => number;
  /** Whether a request fails, by its path, its number among this version's, and the time. */
  readonly fails?: (path: string, number: number, elapsedMs: number) => boolean;
  /** Whether connections are refused. */
  readonly gone?: (elapsedMs: number) => boolean;
  /** Hosts that a request calls, by its number among this version's. */
  readonly calls?: (number: number) => readonly string[];
  /** Where all that is asked is redirected to. */
  readonly redirects?: string;
  /** What it is annotated with, and says in the header `x-version`; its name where this is not given. */
  readonly version?: (elapsedMs: number) => string;
}

export interface SimulatedWorld {
  readonly world: World;
  readonly clock: VirtualClock;
  readonly transport: FakeTransport;
  readonly steps: readonly string[];
  /** Requests that were sent, by user agent's first word. */
  readonly sent: (agent: string) => number;
}

/**
 * Two versions, `v1` at {@link BLUE} and `v2` at {@link GREEN}, that answer in about 100 ms and leave a trace of one
 * segment each, on a clock that is virtual.
 */
export function simulatedWorld(
  behaviours: { readonly v1?: Behaviour; readonly v2?: Behaviour },
  seed = 1,
): SimulatedWorld {
  const clock = new VirtualClock();
  const chance = new Chance(seed);
  const documents = new Map<string, unknown>();
  const counts = { v1: 0, v2: 0 };
  const steps: string[] = [];

  const answer = ({ url, method, headers, timeoutMs }: OutgoingRequest) => {
    const version = url.origin === BLUE ? 'v1' : 'v2';
    const { slowness = () => 1, fails = () => false, gone = () => false, ...rest } = behaviours[version] ?? {};
    const hosts = rest.calls?.(counts[version]) ?? [];
    const elapsedMs = clock.nowMs() - EPOCH_MS;
    if (gone(elapsedMs)) return { kind: 'failed', afterMs: 1, error: 'connect ECONNREFUSED' } as const;
    const durationMs = 100 * Math.exp(0.2 * chance.normal()) * slowness(elapsedMs);
    if (durationMs > timeoutMs) return { kind: 'timed out', afterMs: timeoutMs } as const;
    const status = fails(url.pathname, counts[version]++, elapsedMs) ? 500 : 200;
    const startSeconds = clock.nowMs() / 1000;
    const traceId = /Root=([^;]+)/.exec(headers['x-amzn-trace-id'] ?? '')?.[1] ?? '';
    documents.set(
      traceId,
      segmentDocument({
        trace_id: traceId,
        id: entityId(documents.size + 1),
        start_time: startSeconds,
        end_time: startSeconds + durationMs / 1000,
        annotations: { version: rest.version?.(elapsedMs) ?? version },
        http: { request: { method, url: url.href }, response: { status } },
        fault: status >= 500,
        subsegments: hosts.map((name, i) =>
          remoteCall(name, {
            id: entityId(1_000_000 + 100 * documents.size + i),
            start_time: startSeconds + 0.001,
            end_time: startSeconds + 0.011,
          }),
        ),
      }),
    );
    const named = { 'x-version': [rest.version?.(elapsedMs) ?? version] };
    const { redirects } = rest;
    const says = redirects === undefined ? named : { ...named, location: [redirects] };
    const answered = redirects === undefined ? status : 301;
    return { kind: 'answered', afterMs: durationMs, status: answered, answer: { headers: says, body: '' } } as const;
  };

  const transport = new FakeTransport(clock, answer);
  const world: World = {
    transport,
    clock,
    randomBytes: (count) => Uint8Array.from({ length: count }, () => Math.floor(256 * chance.uniform())),
    traces: new FakeTraceSource(clock, {
      holds: (traceId) => {
        const document = documents.get(traceId);
        return document === undefined ? null : [document];
      },
    }),
    xrayOf: () => {
      throw new Error('has no other X-Ray');
    },
    segments: { assertOpen: async () => {}, put: async () => ({ kind: 'put', refused: new Map() }) },
    groups: { all: async () => [], insights: async () => [] },
    history: { earlierVersions: async () => ({ lastDeployed: null, mergeBase: null }) },
    files: {
      readText: async () => null,
      readJson: async () => null,
      write: async () => {},
      writeLines: async () => {},
    },
    authorize: async (_, request) => request,
    environment: { variable: () => undefined, mask: () => {} },
    progress: { step: (sentence) => steps.push(sentence), sent: () => {}, settled: () => {} },
    awsRegion: null,
    tracesCostMoney: false,
    gateVersion: '0.0.0',
  };
  const sent = (agent: string) =>
    transport.departures.filter(({ request }) => request.headers['user-agent']?.startsWith(agent)).length;
  return { world, clock, transport, steps, sent };
}
