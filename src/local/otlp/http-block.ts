import { isIP } from 'node:net';
import { type Attributes, numberOf, type Span, textOf } from './span.js';

/** Attributes that show that the span is HTTP; the names of today's semantic conventions and of those before 1.23. */
const HTTP_ATTRIBUTES = [
  'http.method',
  'http.request.method',
  'http.client_ip',
  'http.user_agent',
  'user_agent.original',
  'http.status_code',
  'http.response.status_code',
  'http.url',
  'url.full',
  'http.scheme',
  'url.scheme',
  'http.host',
  'http.target',
  'http.server_name',
  'net.host.port',
  'url.path',
  'url.query',
];

/** Attributes from which the host of a URL can be known. */
const HOST_ATTRIBUTES = [
  'http.url',
  'url.full',
  'http.host',
  'http.server_name',
  'host.name',
  'net.host.name',
  'net.peer.name',
  'net.peer.ip',
  'server.address',
];

/** The attributes that `http` takes up: they are not repeated in the metadata, even where the span is not HTTP. */
export const TAKEN_BY_HTTP: ReadonlySet<string> = new Set([
  ...HTTP_ATTRIBUTES,
  ...HOST_ATTRIBUTES,
  'net.peer.port',
  'network.peer.address',
  'network.peer.port',
  'client.address',
  'server.port',
]);

/** A segment's `http`; undefined where the span is not HTTP. As `makeHTTP` of the collector's X-Ray exporter. */
export function httpBlock(span: Span): object | undefined {
  const { attributes } = span;
  if (!HTTP_ATTRIBUTES.some((key) => attributes.has(key))) return undefined;
  const peer = peerAddress(attributes);
  const client = clientAddress(attributes);
  const knowsHost = peer !== '' || HOST_ATTRIBUTES.some((key) => attributes.has(key));
  return {
    request: {
      x_forwarded_for: client !== '' && peer === '' ? true : undefined,
      method: textOf(attributes, 'http.request.method', 'http.method') || undefined,
      url: knowsHost ? urlOf(span) : undefined,
      user_agent: textOf(attributes, 'user_agent.original', 'http.user_agent') || undefined,
      client_ip: client || peer || undefined,
    },
    response: {
      status: numberOf(attributes, 'http.response.status_code', 'http.status_code'),
      content_length: receivedBytes(span),
    },
  };
}

function clientAddress(attributes: Attributes): string {
  const address = textOf(attributes, 'client.address');
  return isIP(address) !== 0 ? address : textOf(attributes, 'http.client_ip');
}

function peerAddress(attributes: Attributes): string {
  const address = textOf(attributes, 'network.peer.address');
  return isIP(address) !== 0 ? address : textOf(attributes, 'net.peer.ip');
}

/** What instrumentation says of the answer's size, on the span or in an event; 0 where it says nothing. */
function receivedBytes({ attributes, events }: Span): number {
  for (const each of [attributes, ...events.map((event) => event.attributes)]) {
    if (each.get('message.type') !== 'RECEIVED') continue;
    const bytes = numberOf(each, 'messaging.message_payload_size_bytes', 'messaging.message.body.size');
    if (bytes !== undefined && bytes !== 0) return bytes;
  }
  return 0;
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { http: '80', https: '443' };

/** The URL where it was recorded whole, else put together from its parts. */
function urlOf({ attributes, kind }: Span): string {
  const whole = textOf(attributes, 'url.full', 'http.url');
  if (whole !== '') return whole;
  const scheme = textOf(attributes, 'url.scheme', 'http.scheme') || 'http';
  const { host, port } = kind === 'server' ? ownHost(attributes) : calledHost(attributes);
  const showsPort = port !== '' && port !== DEFAULT_PORTS[scheme];
  return `${scheme}://${host}${showsPort ? `:${port}` : ''}${targetOf(attributes)}`;
}

interface Host {
  readonly host: string;
  readonly port: string;
}

function ownHost(attributes: Attributes): Host {
  const given = textOf(attributes, 'http.host');
  if (given !== '') return { host: given, port: '' };
  const host = textOf(attributes, 'http.server_name', 'net.host.name', 'server.address', 'host.name');
  return { host, port: portOf(attributes, 'net.host.port', 'server.port') };
}

function calledHost(attributes: Attributes): Host {
  const given = textOf(attributes, 'http.host');
  if (given !== '') return { host: given, port: '' };
  const host = textOf(attributes, 'net.peer.name', 'net.peer.ip', 'server.address');
  return { host, port: portOf(attributes, 'net.peer.port', 'server.port', 'network.peer.port') };
}

/** Old instrumentation writes ports as text. */
function portOf(attributes: Attributes, ...keys: readonly string[]): string {
  return String(numberOf(attributes, ...keys) ?? textOf(attributes, ...keys));
}

function targetOf(attributes: Attributes): string {
  const target = textOf(attributes, 'http.target');
  if (target !== '') return target;
  const query = textOf(attributes, 'url.query');
  return `${textOf(attributes, 'url.path') || '/'}${query === '' ? '' : `?${query.replace(/^\?/, '')}`}`;
}
