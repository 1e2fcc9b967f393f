import { type MergedTrace, mergeTrace } from '../../src/local/merged-trace.js';
import { TraceStore } from '../../src/local/trace-store.js';
import { type DocumentFields, traceId } from './documents.js';

export function storeOf(documents: readonly unknown[], limits = {}): TraceStore {
  const store = new TraceStore({ maxTraces: 1000, maxBytes: 1e9, maxTraceBytes: 500_000, ...limits });
  for (const document of documents) {
    const stored = store.put(JSON.stringify(document));
    if (stored.kind === 'refused') throw new Error(stored.reason);
  }
  return store;
}

/** The documents of trace 1, merged in the order given. */
export function merged(documents: readonly DocumentFields[]): MergedTrace {
  const stored = storeOf(documents).trace(traceId(1));
  if (stored === undefined) throw new Error('Nothing was stored for trace 1.');
  return mergeTrace(stored);
}
