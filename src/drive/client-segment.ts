import { CLIENT_NAME, RUN_ANNOTATION, SIDE_ANNOTATION } from '../trace/client-segment.js';
import { plainKey } from '../trace/version.js';
import type { Exchange } from './exchange.js';
import type { DrivenSide } from './plan.js';
import type { Outcome, OutgoingRequest } from './transport.js';

/** What the gate's own segments say beside what became of the request. */
export interface ClientAnnotations {
  readonly run: string;
  /** The key under which versions are looked for. */
  readonly versionAnnotation: string;
  /** Null: it is not known which version a side is. */
  readonly versions: Readonly<Record<DrivenSide, string | null>>;
  /** What must not be shown, should it be part of a path. */
  readonly secrets: readonly string[];
}

/** Strings other than annotations are cut there: X-Ray takes no longer ones. */
const LONGEST_TEXT = 250;

/**
 * The gate's own segment for a request that was sent, as a document's JSON text. Its id is the Parent that the request
 * carried, so that the application's root segment is below it; it lasts from the departure until the exchange had ended.
 * Of the URL no user, query or fragment is told.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html
 */
export function clientSegment(
  { traceId, parentId, side, outcome }: Exchange,
  { url, method, headers }: OutgoingRequest,
  { run, versionAnnotation, versions, secrets }: ClientAnnotations,
): string {
  const version = versions[side];
  return JSON.stringify({
    trace_id: traceId,
    id: parentId,
    name: CLIENT_NAME,
    start_time: secondsOf(outcome.departedMs),
    end_time: secondsOf(outcome.endedMs),
    http: {
      request: { method, url: shownUrl(url, secrets), user_agent: headers['user-agent']?.slice(0, LONGEST_TEXT) },
      ...(outcome.kind === 'answered'
        ? { response: { status: outcome.status, content_length: outcome.sizeBytes } }
        : null),
    },
    ...flagsOf(outcome),
    annotations: {
      ...(version === null ? null : { [plainKey(versionAnnotation)]: version }),
      [RUN_ANNOTATION]: run,
      [SIDE_ANNOTATION]: side,
    },
  });
}

/** As X-Ray understands them; a request without an answer is the target's fault. */
function flagsOf(outcome: Outcome): Readonly<Record<string, true>> {
  const status = outcome.kind === 'answered' ? outcome.status : 500;
  if (status >= 500) return { fault: true };
  if (status === 429) return { error: true, throttle: true };
  return status >= 400 ? { error: true } : {};
}

function shownUrl({ protocol, host, pathname }: URL, secrets: readonly string[]): string {
  // The longest first: of one that begins with another the rest would stay.
  const longestFirst = secrets.map(withCapitals).sort((a, b) => b.length - a.length);
  const shown = longestFirst.reduce((path, secret) => path.replaceAll(secret, '***'), withCapitals(pathname));
  return `${protocol}${host === '' ? '' : `//${host}`}${shown}`.slice(0, LONGEST_TEXT);
}

/** What is percent-encoded means the same in small letters. */
function withCapitals(text: string): string {
  return text.replaceAll(/%[0-9a-f]{2}/gi, (encoded) => encoded.toUpperCase());
}

/** Epoch seconds to the microsecond. */
function secondsOf(ms: number): number {
  return Math.round(ms * 1000) / 1e6;
}
