import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { OutgoingRequest } from '../../drive/transport.js';
import { UnsendableRequest } from './network-error.js';

type Headers = Readonly<Record<string, string>>;

/**
 * The headers that leave: those given, as they are, and the user of the URL as `authorization`. How long the body is
 * and how it is framed each protocol says by itself. Throws UnsendableRequest where another framing is given.
 */
export function headersOf({ url, headers }: OutgoingRequest): Headers {
  if (headers['transfer-encoding'] !== undefined) {
    throw new UnsendableRequest('the header "transfer-encoding" cannot be chosen');
  }
  const { 'content-length': length, authorization } = headers;
  const asUser = url.username !== '' && authorization === undefined;
  if (length === undefined && !asUser) return headers;
  const { 'content-length': _, ...sent } = headers;
  return asUser ? { ...sent, authorization: basic(url) } : sent;
}

/** Throws UnsendableRequest where a name is none, or a value would break out of its line. */
export function assertSendable(headers: Headers): void {
  try {
    for (const [name, value] of Object.entries(headers)) {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    }
  } catch (error) {
    throw new UnsendableRequest((error as Error).message);
  }
}

/** https://www.rfc-editor.org/rfc/rfc7617#section-2 */
function basic({ username, password }: URL): string {
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return `Basic ${Buffer.from(credentials).toString('base64')}`;
}
