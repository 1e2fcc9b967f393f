import { GateError } from '../errors.js';
import type { Authorization } from '../scenario/workload.js';
import { isJsonObject, type JsonObject } from '../trace/json-object.js';

export type ClientCredentials = Extract<Authorization, { kind: 'oauth' }>;

export interface AccessToken {
  readonly value: string;
  /** From when it was asked for. */
  readonly lifeMs: number;
}

const TIMEOUT_MS = 10_000;
/** Of a token whose server does not say. */
const USUAL_LIFE_MS = 5 * 60_000;

/**
 * Asks for a token by the grant for a client's own credentials, RFC 6749 section 4.4: with the credentials as HTTP
 * Basic, which every server must know; where they are not accepted like that, once more in the body.
 * https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1
 *
 * Throws GateError with what the server answered.
 */
export async function requestToken(client: ClientCredentials): Promise<AccessToken> {
  const answer = await ask(client, 'basic');
  if (answer.kind === 'token') return answer.token;
  if (!answer.ofClient) throw refusal(client, [answer.words]);
  const second = await ask(client, 'body');
  if (second.kind === 'token') return second.token;
  throw refusal(client, [`${answer.words} with HTTP Basic`, `${second.words} with the credentials in the body`]);
}

/** `ofClient`: whether its credentials were refused, rather than what it asked for. */
type Answer =
  | { readonly kind: 'token'; readonly token: AccessToken }
  | { readonly kind: 'refused'; readonly words: string; readonly ofClient: boolean };

async function ask(client: ClientCredentials, credentials: 'basic' | 'body'): Promise<Answer> {
  const { tokenUrl, clientId, clientSecret, scope, audience } = client;
  const form = new URLSearchParams({ grant_type: 'client_credentials' });
  if (scope !== null) form.set('scope', scope);
  // Not in the RFC: Auth0 and others want it. https://auth0.com/docs/api/authentication#client-credentials-flow
  if (audience !== null) form.set('audience', audience);
  const headers = new Headers({ accept: 'application/json' });
  if (credentials === 'basic') {
    const pair = `${formEncoded(clientId)}:${formEncoded(clientSecret)}`;
    headers.set('authorization', `Basic ${Buffer.from(pair).toString('base64')}`);
  } else {
    form.set('client_id', clientId);
    form.set('client_secret', clientSecret);
  }
  try {
    const response = await fetch(tokenUrl, {
      method: 'POST',
      headers,
      body: form,
      // The credentials are for this address only.
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return read(response.status, await response.text());
  } catch (error) {
    throw unreachable(client, error);
  }
}

/** https://www.rfc-editor.org/rfc/rfc6749#section-5 */
function read(status: number, text: string): Answer {
  const body = parsed(text);
  const { error, error_description, access_token, token_type, expires_in } = body ?? {};
  const refused = (...words: (string | null)[]): Answer => ({
    kind: 'refused',
    words: [`HTTP ${status}`, ...words].filter((each) => each !== null).join(': '),
    ofClient: status === 401 || error === 'invalid_client',
  });
  if (status !== 200) return refused(shown(error), shown(error_description) ?? (body === null ? shown(text) : null));
  if (body === null) return refused('the answer is not a JSON object');
  if (typeof access_token !== 'string' || !/^[\x20-\x7e]+$/.test(access_token)) {
    return refused('the answer has no "access_token"', shown(error), shown(error_description));
  }
  if (typeof token_type === 'string' && token_type.toLowerCase() !== 'bearer') {
    return refused(`the token is of type "${shown(token_type)}", and only Bearer is known here`);
  }
  // Some servers write the number as text.
  const lifeS = Number(expires_in ?? Number.NaN);
  return {
    kind: 'token',
    token: { value: access_token, lifeMs: Number.isFinite(lifeS) ? Math.max(0, lifeS * 1000) : USUAL_LIFE_MS },
  };
}

function parsed(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** What a server wrote, on one line of a log; null where it wrote nothing. */
function shown(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line === '' ? null : line.length > 200 ? `${line.slice(0, 200)}…` : line;
}

/**
 * As `application/x-www-form-urlencoded`, RFC 6749 appendix B. Of what servers that do not decode would misread, most
 * ids and secrets have only `-`, `.` and `_`, which stay as they are.
 */
function formEncoded(text: string): string {
  return new URLSearchParams([[text, '']]).toString().slice(0, -1);
}

function refusal({ tokenUrl, clientId }: ClientCredentials, answers: readonly string[]): GateError {
  return new GateError(
    `${tokenUrl.origin}${tokenUrl.pathname} gave no access token to client "${clientId}": ${answers.join('; ')}.`,
    'Check "token-url", "client-id", "client-secret", "scope" and "audience", and that the client may use the grant "client_credentials".',
  );
}

function unreachable({ tokenUrl }: ClientCredentials, cause: unknown): GateError {
  const { name, message, cause: reason } = cause as Error & { readonly cause?: unknown };
  const why =
    name === 'TimeoutError'
      ? `no answer within ${TIMEOUT_MS / 1000} s`
      : reason instanceof Error
        ? words(reason)
        : message;
  return new GateError(
    `No access token could be asked for at ${tokenUrl.origin}${tokenUrl.pathname}: ${why}.`,
    'Check "token-url", and that this runner may reach it.',
    { cause },
  );
}

/** Where several addresses were tried Node's message is empty. */
function words(error: Error): string {
  return error.message || (error as NodeJS.ErrnoException).code || error.name;
}
