import { httpOperation } from '../../trace/operation.js';
import type { Parameter } from '../request-line.js';
import { JSON_WEB_TOKEN } from '../secrets.js';

/** One entry of a HAR file, as far as a scenario needs it. */
export interface RecordedRequest {
  readonly method: string;
  /** Absolute, http or https. */
  readonly url: URL;
  readonly headers: readonly Parameter[];
  readonly body: RecordedBody | null;
  /** 0 where no answer came. */
  readonly status: number;
  /** Media type of the answer in lower case; empty where there is none. */
  readonly answerType: string;
  /** Its body as text; empty where it was not recorded. */
  readonly answer: string;
  /** Its header `location`; empty where it has none. */
  readonly location: string;
  /** What Chrome calls it: document, xhr, fetch, script, …; empty in other browsers' files. */
  readonly resourceType: string;
  /** Id of the page that it belongs to. */
  readonly page: string | null;
  /** Since the epoch; NaN where the file has none. */
  readonly startedAtMs: number;
  readonly durationMs: number;
}

export interface RecordedBody {
  readonly contentType: string;
  readonly text: string;
}

export function headerValue(request: RecordedRequest, name: string): string {
  return request.headers.find((header) => header.name.toLowerCase() === name)?.value ?? '';
}

/** For names and notes, which must not show tokens: `GET /orders/{id}`. */
export function shownOperation({ method, url }: RecordedRequest): string {
  return httpOperation(method, shownPath(url.pathname));
}

export function shownPath(path: string): string {
  return path
    .split('/')
    .map((part) => (JSON_WEB_TOKEN.test(part) ? '{token}' : part))
    .join('/');
}
