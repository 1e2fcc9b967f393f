import type { FinishedTrace } from '../local/finished-trace.js';
import type { LocalCounts, LocalXRay } from '../local/local-xray.js';
import { plain } from '../report/escape.js';
import { formatMs } from '../report/format.js';

/** What `local` prints: for people, or for machines. */
export interface LocalLines {
  listening(xray: LocalXRay): string;
  trace(trace: FinishedTrace): string;
  ended(counts: LocalCounts): string;
}

/** An object a line, with its `event`. */
export const JSON_LINES: LocalLines = {
  listening: ({ daemonAddress: daemon, apiUrl: api, otlpUrl: otlp }) => event('listening', { daemon, api, otlp }),
  trace: (trace) => event('trace', trace),
  ended: (counts) => event('ended', counts),
};

function event(name: string, fields: object): string {
  return JSON.stringify({ event: name, ...fields });
}

export const TEXT_LINES: LocalLines = {
  listening: ({ daemonAddress, apiUrl, otlpUrl }) =>
    [
      'The local X-Ray is running; Ctrl-C ends it.',
      `  services:  AWS_XRAY_DAEMON_ADDRESS=${daemonAddress}`,
      ...(otlpUrl === null ? [] : [`             OTEL_EXPORTER_OTLP_ENDPOINT=${otlpUrl}`]),
      `  clients:   AWS_ENDPOINT_URL_XRAY=${apiUrl}`,
      `  state:     curl ${apiUrl}/_local/state`,
    ].join('\n'),
  trace: traceLine,
  ended: endLine,
};

/** `12:04:05.123  1-6b006c36-…  GET /checkout/42 200  103 ms  3 segments  v2  fault`; names come from applications. */
function traceLine(trace: FinishedTrace): string {
  const { traceId, startMs, durationMs, segments, version, waitsFor } = trace;
  return [
    startMs === null ? '--:--:--.---' : new Date(startMs).toISOString().slice(11, 23),
    traceId,
    requestOf(trace),
    durationMs === null ? '– ms' : formatMs(durationMs),
    segments === 1 ? '1 segment' : `${segments} segments`,
    ...(version === null ? [] : [plain(version)]),
    ...marksOf(trace),
    ...(waitsFor === null ? [] : [`incomplete: waits for ${waitsFor}`]),
  ].join('  ');
}

function requestOf({ method, path, status, name }: FinishedTrace): string {
  if (path === null) return plain(name ?? 'no root segment');
  return [method ?? 'GET', path, ...(status === null ? [] : [String(status)])].map(plain).join(' ');
}

function marksOf({ fault, error, throttle }: FinishedTrace): string[] {
  const marks = Object.entries({ fault, error, throttle }).filter(([, isSet]) => isSet);
  return marks.length === 0 ? [] : [marks.map(([mark]) => mark).join(', ')];
}

/** `Ended: 12 documents in 4 traces; 2 rejected (1 InvalidHeader, 1 MissingId); 0 datagrams lost; 0 traces evicted.` */
function endLine({
  documents,
  traces,
  dropped,
  rejected,
  rejectedBy,
  lostDatagrams,
  evictedTraces,
}: LocalCounts): string {
  const reasons = Object.entries(rejectedBy).map(([reason, count]) => `${count} ${reason}`);
  return `Ended: ${[
    `${documents} documents, ${traces} traces held`,
    `${rejected} rejected${rejected === 0 ? '' : ` (${reasons.join(', ')})`}`,
    `${lostDatagrams ?? 'unknown'} datagrams lost`,
    `${evictedTraces} traces evicted`,
    ...(dropped === 0 ? [] : [`${dropped} documents dropped on request`]),
  ].join('; ')}.`;
}
