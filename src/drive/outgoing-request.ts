import { render, renderJson, type Value, type Values } from '../scenario/template.js';
import type { Body, Step } from '../scenario/workload.js';
import { type TraceContext, traceHeaders } from './trace-header.js';
import type { OutgoingRequest } from './transport.js';

/** What a request takes from its run, beside its step. */
export interface Sender {
  readonly target: URL;
  readonly userAgent: string;
  readonly timeoutMs: number;
  readonly context: TraceContext;
  /** null where there is none to send. */
  readonly cookieFor: (url: URL) => string | null;
  readonly keepsAnswer: boolean;
}

/**
 * A step as it is sent, its placeholders filled in: percent-encoded in path, query and forms, as JSON in JSON, as they
 * are elsewhere. Why it cannot be sent, in words, where an answer's value would break a header.
 */
export function outgoingRequest(step: Step, values: Values, sender: Sender): OutgoingRequest | string {
  const unsendable = step.path.length > 1 ? dotSegment(render(step.path, values, encodeSegment)) : null;
  if (unsendable !== null) return unsendable;
  const headers = step.headers.map(({ name, value }) => [name, render(value, values)] as const);
  const broken = headers.find(([, value]) => !/^[\t\x20-\x7e\x80-\xff]*$/.test(value));
  if (broken !== undefined) return `header "${broken[0]}" would have a line break or a character beyond Latin 1`;
  const body = step.body === null ? null : renderBody(step.body, values);
  const url = urlOf(sender.target, step, values);
  const cookie = sender.cookieFor(url);
  return {
    url,
    method: step.method,
    headers: {
      accept: '*/*',
      ...(body === null ? {} : { 'content-type': body.contentType }),
      ...(cookie === null ? {} : { cookie }),
      ...Object.fromEntries(headers),
      'user-agent': sender.userAgent,
      ...traceHeaders(sender.context),
    },
    body: body?.text ?? null,
    timeoutMs: sender.timeoutMs,
    keepsAnswer: sender.keepsAnswer,
  };
}

function urlOf(target: URL, { path, query }: Step, values: Values): URL {
  // A function has no paths.
  if (target.protocol === 'lambda:') return target;
  // Not resolved against the target: `//host/path` would be taken for another host.
  const asked = render(path, values, encodeSegment);
  const { pathname, search } = new URL(`${target.origin}${target.pathname.replace(/\/$/, '')}${asked}`);
  const url = new URL(target);
  url.pathname = pathname;
  url.search = search;
  for (const { name, value } of query) url.searchParams.append(name, render(value, values));
  return url;
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
