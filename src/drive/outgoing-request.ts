import { followedName } from '../scenario/followed.js';
import {
  type Placeholder,
  placeholdersOf,
  placeholdersOfJson,
  render,
  renderJson,
  type Value,
  type Values,
} from '../scenario/template.js';
import type { Body, Step } from '../scenario/workload.js';
import { cookieHeader } from './cookie-header.js';
import { type TraceContext, traceHeaders } from './trace-header.js';
import type { OutgoingRequest } from './transport.js';

/** What a request takes from its run, beside its step and its target. */
export interface Sender {
  readonly userAgent: string;
  readonly timeoutMs: number;
  readonly context: TraceContext;
  /** null where there is none to send. */
  readonly cookieFor: (url: URL) => string | null;
  readonly keepsAnswer: boolean;
}

/** A step as it is sent to one target; or why it cannot be sent, in words, where an answer's value would break it. */
export type RequestMaker = (values: Values, sender: Sender) => OutgoingRequest | string;

/**
 * Makes requests of a step, its placeholders filled in: percent-encoded in path, query and forms, as JSON in JSON, as
 * they are elsewhere. What no value changes is rendered once, as most steps have nothing else.
 */
export function requestMaker(step: Step, target: URL): RequestMaker {
  const { path, query, headers, body } = step;
  const urlFor = renderer([path, ...query.map(({ value }) => value)].flatMap(placeholdersOf), (values) =>
    urlOf(target, step, values),
  );
  const headersFor = renderer(
    headers.flatMap(({ value }) => placeholdersOf(value)),
    (values) => headersOf(step, values),
  );
  const bodyFor = renderer(body === null ? [] : placeholdersOfBody(body), (values) => body && renderBody(body, values));
  return (values, { cookieFor, context, userAgent, timeoutMs, keepsAnswer }) => {
    const url = urlFor(values);
    if (typeof url === 'string') return url;
    const headers = headersFor(values);
    if (typeof headers === 'string') return headers;
    const content = bodyFor(values);
    const cookie = cookieFor(url);
    return {
      url,
      method: step.method,
      headers: {
        accept: '*/*',
        ...(content === null ? null : { 'content-type': content.contentType }),
        ...headers,
        ...(cookie === null ? null : { cookie: cookieHeader(headers.cookie ?? '', cookie) }),
        'user-agent': userAgent,
        ...traceHeaders(context),
      },
      body: content?.text ?? null,
      timeoutMs,
      keepsAnswer,
    };
  };
}

/** Renders now what no placeholder changes, and each time what they do. */
function renderer<T>(placeholders: readonly Placeholder[], render: (values: Values) => T): (values: Values) => T {
  if (placeholders.length > 0) return render;
  const once = render(NO_VALUES);
  return () => once;
}

const NO_VALUES: Values = new Map();

function headersOf({ headers }: Step, values: Values): Readonly<Record<string, string>> | string {
  const rendered = headers.map(({ name, value }) => [name, render(value, values)] as const);
  const broken = rendered.find(([, value]) => !/^[\t\x20-\x7e\x80-\xff]*$/.test(value));
  if (broken !== undefined) return `header "${broken[0]}" would have a line break or a character beyond Latin 1`;
  return Object.fromEntries(rendered);
}

function urlOf(target: URL, { path, query }: Step, values: Values): URL | string {
  // A function has no paths.
  if (target.protocol === 'lambda:') return target;
  const isLink = followedName(path) !== null;
  const asked = render(path, values, isLink ? undefined : encodeSegment);
  const unsendable = placeholdersOf(path).length > 0 ? dotSegment(asked) : null;
  if (unsendable !== null) return unsendable;
  // Not resolved against the target: `//host/path` would be taken for another host.
  const url = new URL(`${withoutPath(target)}${isLink ? '' : target.pathname.replace(/\/$/, '')}${asked}`);
  url.hash = '';
  // A question mark with nothing behind it.
  if (url.search === '') url.search = '';
  for (const { name, value } of query) url.searchParams.append(name, render(value, values));
  return url;
}

/** `https://user:password@host:port` */
function withoutPath({ protocol, username, password, host }: URL): string {
  const user = password === '' ? username : `${username}:${password}`;
  return `${protocol}//${user === '' ? '' : `${user}@`}${host}`;
}

function encodeSegment(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** `..` from an answer would ask for another path than the step's. */
function dotSegment(path: string): string | null {
  const dots = path
    .split(/[?#]/, 1)[0]!
    .split('/')
    .find((segment) => segment === '.' || segment === '..');
  return dots === undefined ? null : `its path would have the part "${dots}", which leads elsewhere`;
}

function placeholdersOfBody(body: Body): Placeholder[] {
  switch (body.kind) {
    case 'text':
      return placeholdersOf(body.text);
    case 'json':
      return placeholdersOfJson(body.value);
    case 'form':
      return body.fields.flatMap(({ value }) => placeholdersOf(value));
  }
}

function renderBody(body: Body, values: Values): { readonly text: string; readonly contentType: string } {
  switch (body.kind) {
    case 'text':
      return { text: render(body.text, values), contentType: body.contentType };
    case 'json':
      return { text: JSON.stringify(renderJson(body.value, values)), contentType: 'application/json' };
    case 'form': {
      const fields = body.fields.map(({ name, value }): [string, string] => [name, render(value, values)]);
      return { text: new URLSearchParams(fields).toString(), contentType: 'application/x-www-form-urlencoded' };
    }
  }
}

/** What a JSON pointer (RFC 6901) finds; undefined where there is nothing. */
export function atPointer(value: unknown, pointer: string): Value | undefined {
  let found = value as Value | undefined;
  for (const token of pointer.split('/').slice(1)) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    found =
      typeof found === 'object' && found !== null && Object.hasOwn(found, name)
        ? (found as { readonly [name: string]: Value })[name]
        : undefined;
  }
  return found;
}
