import { rounded, timed } from '../timing.js';
import { readRecordings, SEGMENTS_A_TRACE, traceDocuments, traceIdOf } from './corpus.js';
import type { MeasuredXRay } from './processes.js';
import { ask, type CallFigures, timedCalls } from './requests.js';

/** Epoch seconds, as requests write them. */
export interface Window {
  readonly StartTime: number;
  readonly EndTime: number;
}

export interface HeldFigures {
  readonly traces: number;
  readonly documentsMb: number;
  /** Of the process, when all were stored, and the highest until all was read. */
  readonly rssMb: number;
  readonly peakRssMb: number;
  readonly putSegmentsPerSecond: number;
  /** 5 traces a call; `JSON.parse` of their documents in the client, after the same answers. */
  readonly batchGetTraces: CallFigures & { readonly jsonParseMs: number; readonly medianOverJsonParse: number };
  /** Pages of GetTraceSummaries: of all traces, and with a filter that none matches. */
  readonly summaries: { readonly page: CallFigures; readonly noneMatches: CallFigures };
  /** GetServiceGraph over all traces. */
  readonly serviceGraphMs: number;
  readonly window: Window;
}

const TRACES_PER_SECOND = 100;

/** Fills a local X-Ray with traces, and reads them. */
export async function heldFigures(
  xray: MeasuredXRay,
  { traces, reads }: { readonly traces: number; readonly reads: number },
): Promise<HeldFigures> {
  const firstS = Math.floor(Date.now() / 1000);
  const startS = (number: number) => firstS + number / TRACES_PER_SECOND;
  const window = { StartTime: firstS, EndTime: Math.ceil(startS(traces)) + 60 };
  const filled = await fill(xray, traces, startS);
  const few = (call: number) => fiveTraces(call, traces, startS);
  const batches = await timedCalls(reads, (call) => ask(xray.api, '/Traces', { TraceIds: few(call) }));
  const jsonParseMs = await jsonParse(xray, few(0));
  const none = { ...window, FilterExpression: 'annotation.version = "none"' };
  const page = await timedCalls(50, () => ask(xray.api, '/TraceSummaries', window), 5);
  const noneMatches = await timedCalls(20, () => ask(xray.api, '/TraceSummaries', none), 5);
  const graph = await timedCalls(1, () => ask(xray.api, '/ServiceGraph', window), 0);
  const { peakRssBytes } = await xray.cost();
  return {
    traces,
    ...filled,
    peakRssMb: rounded(peakRssBytes / 1e6),
    batchGetTraces: { ...batches, jsonParseMs, medianOverJsonParse: rounded(batches.medianMs / jsonParseMs) },
    summaries: { page, noneMatches },
    serviceGraphMs: graph.medianMs,
    window,
  };
}

const TRACES_A_CALL = 10;

async function fill(xray: MeasuredXRay, traces: number, startS: (number: number) => number) {
  const recordings = readRecordings();
  let documentBytes = 0;
  const startMs = performance.now();
  for (let number = 0; number < traces; number += TRACES_A_CALL) {
    const documents = Array.from({ length: TRACES_A_CALL }, (_, index) =>
      traceDocuments(recordings, number + index, startS(number + index)),
    ).flat();
    documentBytes += documents.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    await ask(xray.api, '/TraceSegments', { TraceSegmentDocuments: documents });
  }
  const tookS = (performance.now() - startMs) / 1000;
  const { rssBytes, counts } = await xray.cost();
  if (counts.documents !== traces * SEGMENTS_A_TRACE) throw new Error(`${counts.documents} documents were stored.`);
  return {
    documentsMb: rounded(documentBytes / 1e6),
    rssMb: rounded(rssBytes / 1e6),
    putSegmentsPerSecond: rounded(counts.documents / tookS),
  };
}

/** Ids of five traces far from each other, others for each call. */
function fiveTraces(call: number, traces: number, startS: (number: number) => number): string[] {
  return Array.from({ length: 5 }, (_, index) => {
    const number = (call * 7919 + index * 104_729) % traces;
    return traceIdOf(number, startS(number));
  });
}

interface Batch {
  readonly Traces: readonly { readonly Segments: readonly { readonly Document: string }[] }[];
}

async function jsonParse(xray: MeasuredXRay, ids: readonly string[]): Promise<number> {
  const { Traces } = JSON.parse(await ask(xray.api, '/Traces', { TraceIds: ids })) as Batch;
  const texts = Traces.flatMap(({ Segments }) => Segments.map(({ Document }) => Document));
  return timed(1000, () => texts.map((text) => JSON.parse(text))).medianMs;
}
