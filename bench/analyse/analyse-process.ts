import { NO_USE } from '../../src/aws-cost.js';
import { DEFAULT_RULE } from '../../src/compare/comparison.js';
import { NO_POLICY } from '../../src/compare/edge-policy.js';
import { oneStage } from '../../src/compare/evidence.js';
import { outcomeOf } from '../../src/compare/outcome.js';
import { decide } from '../../src/compare/verdict.js';
import { reportOn } from '../../src/main.js';
import { coverageOf } from '../../src/trace/coverage.js';
import { type Observation, TraceObserver } from '../../src/trace/observation.js';
import { type ObservedRequest, type Profile, profileOf } from '../../src/trace/profile.js';
import { readAnyDocument } from '../../src/trace/span-document.js';
import { assembleTrace } from '../../src/trace/trace.js';
import { madeTrace } from '../collect/made-trace.js';
import { peakRssBytes } from '../drive/engine-memory.js';
import type { AnalyseDone, AnalyseJob } from './messages.js';

/* The process that is measured: documents as text, to a verdict. JSON.parse of the same texts takes turns with it. */

const START_MS = 1_795_189_814_000;
const TRACES_A_TURN = 20;
const SETTINGS = {
  ...DEFAULT_RULE,
  tolerances: { typical: 0.05, p95: 0.1, faults: 0.005, floorMs: 2 },
  minimumTraces: 30,
  failOnNewEdges: true,
  seed: 1,
};
const DECISION = { ...SETTINGS, minimumCoverage: 0.9 };

const job = JSON.parse(process.argv[2] ?? '') as AnalyseJob;
process.send?.(analyse(job) satisfies AnalyseDone, () => process.exit());

function analyse({ traces, segments }: AnalyseJob): AnalyseDone {
  warmUp(segments);
  const heldBefore = process.memoryUsage.rss();
  let [documentBytes, parseMs, observeMs] = [0, 0, 0];
  const observed = { baseline: [] as Observation[], candidate: [] as Observation[] };
  for (const side of ['baseline', 'candidate'] as const) {
    const observer = new TraceObserver('version');
    for (let from = 0; from < traces / 2; from += TRACES_A_TURN) {
      const turn = turnOf(side, from, segments);
      documentBytes += turn.flatMap(({ documents }) => documents).reduce((sum, { length }) => sum + length, 0);
      parseMs += spent(() => {
        for (const { documents } of turn) for (const document of documents) JSON.parse(document);
      });
      observeMs += spent(() => {
        for (const each of turn) observed[side].push(observe(observer, each));
      });
    }
  }
  let profiles: { baseline: Profile; candidate: Profile } | null = null;
  const profileMs = spent(() => {
    profiles = { baseline: profile(observed.baseline), candidate: profile(observed.candidate) };
  });
  let hypotheses = 0;
  const compareMs = spent(() => {
    const outcome = outcomeOf(oneStage(profiles!), SETTINGS);
    decide(outcome, DECISION);
    hypotheses = outcome.changes.length;
  });
  const memoryBytes = peakRssBytes([]) - heldBefore;
  const reportMs = spent(() => void reportOf(profiles!));
  const figures = { documentBytes, parseMs, observeMs, profileMs, compareMs, reportMs, hypotheses, memoryBytes };
  return { traces, segments, ...figures };
}

function reportOf(profiles: { baseline: Profile; candidate: Profile }): unknown {
  const saved = {
    candidateVersion: '1.7.4',
    baselineChoice: 'driven side by side',
    seed: SETTINGS.seed,
    inputs: DECISION,
    policy: NO_POLICY,
    evidence: oneStage(profiles),
    timelines: [],
    awsRegion: null,
  };
  return reportOn(saved, {
    id: '0a1b2c3d',
    gateVersion: 'bench',
    startedAtMs: START_MS,
    driven: null,
    collected: null,
    unversioned: [],
    uncovered: [],
    clientSegments: null,
    insights: null,
    awsRegion: null,
    awsUse: NO_USE,
  });
}

interface MadeTrace {
  readonly traceId: string;
  readonly documents: readonly string[];
}

function turnOf(side: 'baseline' | 'candidate', from: number, segments: number): MadeTrace[] {
  return Array.from({ length: TRACES_A_TURN }, (_, i) => {
    const number = from + i;
    const traceId = `1-6b006c36-${side === 'baseline' ? '0' : '1'}${number.toString(16).padStart(23, '0')}`;
    const usualMs = 40 + ((number * 7919) % 97);
    const responseMs = side === 'candidate' ? 1.2 * usualMs : usualMs;
    return { traceId, documents: madeTrace(traceId, START_MS + number * 10, segments, responseMs) };
  });
}

function observe(observer: TraceObserver, { traceId, documents }: MadeTrace): Observation {
  return observer.observe(assembleTrace(traceId, documents.map(readAnyDocument)));
}

/** In pairs, as side by side. */
function profile(observations: readonly Observation[]): Profile {
  const requests = observations.map(
    (told, order): ObservedRequest => ({
      traceId: `${order}`,
      run: 'run',
      order,
      slot: order,
      startMs: told.root?.startMs ?? 0,
      operation: told.root?.operation ?? '',
      seen: null,
      told,
    }),
  );
  const coverage = coverageOf(requests.map(({ operation }) => ({ operation, answered: true, trace: 'whole' })));
  return profileOf(requests, { version: '1.7.3', run: 'run', coverage });
}

/** Until the compiler has seen all of it. */
function warmUp(segments: number): void {
  const observer = new TraceObserver('version');
  for (let from = 0; from < 500; from += TRACES_A_TURN) {
    for (const each of turnOf('baseline', from, segments)) observe(observer, each);
  }
}

function spent(work: () => void): number {
  const startMs = performance.now();
  work();
  return performance.now() - startMs;
}
