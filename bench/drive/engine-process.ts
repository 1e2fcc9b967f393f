import { performance } from 'node:perf_hooks';
import { peakRssBytes } from './engine-memory.js';
import { autocannon } from './engines/autocannon.js';
import { type Engine, inOpenLoop } from './engines/engine.js';
import { gate } from './engines/gate.js';
import type { Done, EngineMessage, Job } from './sent.js';

/* The process of one engine: warms up, does its one job, and tells what that took. */

const WARM_UP = { perSecond: 500, seconds: 2 };
const RSS_EVERY_MS = 10_000;

const tell = (message: EngineMessage) => new Promise((resolve) => process.send?.(message, resolve));
const megabytes = (bytes: number) => bytes / 1e6;

async function engineOf({ engine, url }: Job): Promise<Engine | null> {
  const target = new URL(url);
  switch (engine) {
    case 'gate':
      return gate(target);
    case 'raw net':
      return inOpenLoop((await import('./engines/raw-net.js')).rawNet(target));
    case 'node:http':
      return inOpenLoop((await import('./engines/node-http.js')).nodeHttp(target));
    case 'undici dispatch':
      return inOpenLoop((await import('./engines/undici-dispatch.js')).undiciDispatch(target));
    case 'autocannon':
      return autocannon(target);
    default:
      throw new RangeError(`There is no engine "${engine}".`);
  }
}

async function perform(engine: Engine, { perSecond, seconds, tellsRequests }: Job): Promise<Done> {
  const rssMb: number[] = [];
  const sampling = setInterval(() => rssMb.push(megabytes(process.memoryUsage.rss())), RSS_EVERY_MS).unref();
  const before = process.cpuUsage();
  const { requests, answered, sent } = await engine(perSecond, seconds);
  const { user, system } = process.cpuUsage(before);
  clearInterval(sampling);
  return {
    requests,
    answered,
    cpuMs: (user + system) / 1000,
    peakRssMb: megabytes(peakRssBytes(rssMb)),
    rssMb,
    sent: tellsRequests ? sent() : [],
  };
}

const job = JSON.parse(process.argv[2] ?? '') as Job;
const engine = await engineOf(job);
if (engine === null) {
  await tell({ kind: 'absent' });
} else {
  await engine(WARM_UP.perSecond, WARM_UP.seconds);
  await tell({ kind: 'starts', atMs: performance.timeOrigin + performance.now() });
  await tell({ kind: 'done', done: await perform(engine, job) });
}
process.exit();
