import { isHeaderText } from '../../scenario/scope.js';
import { authorizationEntry } from '../authorization.js';
import { type BodyTexts, bodyEntry } from '../body-entry.js';
import { isOfTheBrowser, isOfTheSending } from '../header-choice.js';
import { requestEntry } from '../request-line.js';
import type { AuthEntry, BodyEntry, StepEntry } from '../scenario-document.js';
import { isSecretField, isSecretParameter, type Secrets } from '../secrets.js';
import { literalText } from '../template-text.js';
import { jsonWithoutSecrets, textWithoutSecrets } from '../without-secrets.js';
import { headerValue, type RecordedRequest } from './recorded-request.js';

/** A recorded request as a step, with no secret in it. */
export function recordedStep(recorded: RecordedRequest, secrets: Secrets): StepEntry {
  const { method, url, status } = recorded;
  const request = requestEntry(
    method,
    `${url.pathname}${url.search}`,
    ({ name, value }) => (isSecretParameter(name, value) ? secrets.instead(name, value) : literalText(value)),
    (text) => textWithoutSecrets(text, secrets),
  );
  const body = bodyOf(recorded, secrets);
  const { headers, auth } = headersOf(recorded, body.contentType, secrets);
  return {
    ...request,
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
    ...(auth === null ? {} : { auth }),
    ...body.entry,
    // Without the browser's cache the answer is whole.
    expect: status === 304 ? 200 : status,
  };
}

function headersOf(recorded: RecordedRequest, contentType: string | null, secrets: Secrets) {
  const said = headerValue(recorded, 'authorization');
  const authorization = said === '' ? null : authorizationEntry(said, secrets, literalText);
  const auth: AuthEntry | null = authorization?.kind === 'auth' ? authorization.auth : null;
  const signed = typeof auth === 'object' && auth !== null && 'sigv4' in auth;
  const headers: [string, string][] = [];
  if (authorization?.kind === 'header') headers.push(['authorization', authorization.value]);
  for (const { name, value } of recorded.headers) {
    const lower = name.toLowerCase();
    if (isOfTheSending(lower) || isOfTheBrowser(lower) || !isHeaderText(value)) continue;
    if (lower === 'authorization' || lower === 'content-type' || (signed && lower.startsWith('x-amz-'))) continue;
    headers.push([lower, isSecretParameter(lower, value) ? secrets.instead(lower, value) : literalText(value)]);
  }
  if (contentType !== null) headers.push(['content-type', literalText(contentType)]);
  return { headers: Object.fromEntries(headers), auth };
}

function bodyOf(recorded: RecordedRequest, secrets: Secrets): { entry: BodyEntry; contentType: string | null } {
  if (recorded.body === null) return { entry: {}, contentType: null };
  const texts: BodyTexts = {
    json: (value) => jsonWithoutSecrets(value, secrets),
    field: (name, value) => (isSecretField(name, value) ? secrets.instead(name, value) : literalText(value)),
    text: (text) => textWithoutSecrets(text, secrets),
  };
  const contentType = recorded.body.contentType || headerValue(recorded, 'content-type');
  return bodyEntry(recorded.body.text, contentType, texts);
}
