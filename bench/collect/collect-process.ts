import { randomBytes } from 'node:crypto';
import { httpTransport } from '../../src/adapters/http-transport.js';
import { systemClock } from '../../src/adapters/system-clock.js';
import { xrayTraceSource } from '../../src/adapters/xray-trace-source.js';
import { collectTraces } from '../../src/collect/collect-traces.js';
import { Collector } from '../../src/collect/collector.js';
import { profileFound } from '../../src/collect/profiles.js';
import { drive } from '../../src/drive/driver.js';
import { type Plan, planDepartures } from '../../src/drive/plan.js';
import type { OutgoingRequest } from '../../src/drive/transport.js';
import { peakRssBytes } from '../drive/engine-memory.js';
import { WORKLOAD } from '../drive/engines/gate.js';
import type { CollectDone, CollectJob } from './messages.js';

/* The process that is measured: the gate's driver, its collection, and its client of X-Ray. */

const WARM_UP_SECONDS = 2;
const SETTLE_TIMEOUT_MS = 120_000;
const SETTINGS = { looks: 2, versionAnnotation: 'version' } as const;

const job = JSON.parse(await received()) as CollectJob;
const traces = xrayTraceSource({ region: 'us-east-1', endpoint: job.target.api }, systemClock);
const ports = { traces, clock: systemClock, randomBytes };
const before = process.cpuUsage();
const figures = job.kind === 'drive' ? await driveAndCollect(job) : await collectAll(job.target.traceIds);
const { user, system } = process.cpuUsage(before);
const done = { ...figures, cpuMs: (user + system) / 1000, peakRssMb: peakRssBytes([]) / 1e6 };
process.send?.(done satisfies CollectDone, () => process.exit());

function received(): Promise<string> {
  return new Promise((resolve) => process.once('message', (message) => resolve(String(message))));
}

function planOf(perSecond: number, seconds: number): Plan {
  return planDepartures({
    workload: WORKLOAD,
    slots: Math.round(perSecond * seconds),
    slotsPerSecond: perSecond,
    arrivals: 'constant',
    sideBySide: false,
    seed: 1,
  });
}

async function driveAndCollect({ target, perSecond, seconds, collects }: Extract<CollectJob, { kind: 'drive' }>) {
  const collector = new Collector(ports, { ...SETTINGS, delayMs: null });
  const settings = {
    candidateUrl: new URL(target.url),
    baselineUrl: null,
    userAgent: 'xray-gate/bench',
    warmUpAgent: 'xray-gate/bench',
    timeoutMs: 30_000,
    pairWaitMs: 1000,
    inFlightCap: 2000,
    mustAnswer: true,
  };
  const driving = {
    transport: httpTransport(systemClock),
    clock: systemClock,
    randomBytes,
    authorize: async (_: unknown, request: OutgoingRequest) => request,
  };
  await drive(planOf(perSecond, WARM_UP_SECONDS), settings, driving);
  const { exchanges } = await drive(planOf(perSecond, seconds), settings, {
    ...driving,
    onExchange: ({ traceId, outcome }) => {
      if (collects) collector.expect(traceId, outcome.endedMs);
    },
  });
  const late = Array.from(exchanges, ({ plannedMs, outcome }) => outcome.departedMs - plannedMs).sort((a, b) => a - b);
  const at = (share: number) => late[Math.floor(share * (late.length - 1))] ?? 0;
  const collected = await collector.finish(SETTLE_TIMEOUT_MS);
  return {
    requests: exchanges.length,
    settled: [...collected.traces.values()].filter(({ settled }) => settled).length,
    calls: collected.calls,
    endedMs: systemClock.nowMs(),
    tookMs: collected.elapsedMs,
    lateMs: { p50: at(0.5), p99: at(0.99) },
  };
}

async function collectAll(traceIds: readonly string[]) {
  const collected = await collectTraces(traceIds, ports, { ...SETTINGS, settleTimeoutMs: 10 * SETTLE_TIMEOUT_MS });
  const profile = profileFound(collected, traceIds.length, null);
  return {
    requests: profile.requests.length,
    settled: [...collected.traces.values()].filter(({ settled }) => settled).length,
    calls: collected.calls,
    endedMs: systemClock.nowMs(),
    tookMs: collected.elapsedMs,
    lateMs: { p50: 0, p99: 0 },
  };
}
