import { isHeaderText } from '../../scenario/scope.js';
import { authorizationEntry } from '../authorization.js';
import { type BodyTexts, bodyEntry } from '../body-entry.js';
import { isOfTheSending } from '../header-choice.js';
import { requestEntry } from '../request-line.js';
import type { AuthEntry, BodyEntry, StepEntry } from '../scenario-document.js';
import { isSecretParameter, type Secrets } from '../secrets.js';
import { WRITTEN_PLACEHOLDER } from '../template-text.js';
import { jsonWithoutSecrets, textWithoutSecrets } from '../without-secrets.js';
import type { WrittenRequest } from './written-request.js';
import { writtenLink, writtenTarget } from './written-target.js';
import type { Findings, WrittenValues } from './written-values.js';

const METHODS = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/;

export interface WrittenStep extends Findings {
  readonly step: StepEntry;
  /** Where the file says the service is; null where it does not. */
  readonly authority: string | null;
}

/** A written request as a step. `findings.reasons` say why it cannot be sent; it can where there are none. */
export function writtenStep(request: WrittenRequest, values: WrittenValues, secrets: Secrets): WrittenStep {
  const findings: Findings = { reasons: [], answers: new Map(), fromOutside: new Set() };
  if (request.unknown !== null) findings.reasons.push(request.unknown);
  else if (!METHODS.test(request.method)) findings.reasons.push(`${request.method} is not sent by scenarios`);
  const plain = (text: string) => values.plain(text);
  const link = writtenLink(request.target, plain);
  const followed = link === null ? null : values.answered(link.expression, findings);
  const { authority, path } =
    link !== null && followed !== null ? { ...link, path: '/' } : writtenTarget(request.target, plain);
  const asTemplate = (text: string) => values.template(text, findings);
  const hidden = (name: string, value: string) =>
    isSecretParameter(name, value) && !WRITTEN_PLACEHOLDER.test(value)
      ? secrets.instead(name, value)
      : asTemplate(value);
  const line =
    followed === null
      ? requestEntry(request.method, path, ({ name, value }) => hidden(name, value), asTemplate)
      : { request: `${request.method} ${followed}` };
  const body = bodyOf(request, {
    json: (value) => jsonWithoutSecrets(value, secrets),
    field: hidden,
    text: (text) => textWithoutSecrets(text, secrets, asTemplate),
  });
  if (request.body !== null && /^(GET|HEAD)$/.test(request.method)) {
    findings.reasons.push(`a ${request.method} request with a body is not sent by scenarios`);
  }
  const { headers, auth } = headersOf(request, hidden, asTemplate, secrets);
  if (body.contentType !== null) headers['content-type'] = asTemplate(body.contentType);
  if (headers['x-request-type']?.toLowerCase() === 'graphql') findings.reasons.push('its body is GraphQL, not JSON');
  if (!Object.values(headers).every(isHeaderText))
    findings.reasons.push('a header has characters that headers cannot carry');
  const step = {
    ...line,
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
    ...(auth === null ? {} : { auth }),
    ...body.entry,
  };
  return { step, authority, ...findings };
}

type Hidden = (name: string, value: string) => string;

function headersOf(request: WrittenRequest, hidden: Hidden, asTemplate: (text: string) => string, secrets: Secrets) {
  const headers: Record<string, string> = {};
  let auth: AuthEntry | null = null;
  for (const { name, value } of request.headers) {
    const lower = name.toLowerCase();
    if (isOfTheSending(lower) || lower === 'content-type') continue;
    if (lower === 'authorization') {
      const said = authorizationEntry(value, secrets, asTemplate);
      if (said.kind === 'auth') auth = said.auth;
      else headers[lower] = said.value;
    } else headers[lower] = hidden(lower, value);
  }
  return { headers, auth };
}

/**
 * A body with placeholders stays text: editors replace them without looking at what the text is, and only text does
 * the same.
 */
function bodyOf({ body, headers }: WrittenRequest, texts: BodyTexts): { entry: BodyEntry; contentType: string | null } {
  const contentType = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '';
  const header = contentType === '' ? null : contentType;
  if (body === null) return { entry: {}, contentType: header };
  if (body.kind === 'file') return { entry: { 'body-file': body.path }, contentType: header };
  const isForm = contentType.toLowerCase().startsWith('application/x-www-form-urlencoded');
  if (!isForm && WRITTEN_PLACEHOLDER.test(body.text))
    return { entry: { body: texts.text(body.text) }, contentType: header };
  // Forms may be written with a field on each line.
  return bodyEntry(
    isForm
      ? body.text
          .split('\n')
          .map((line) => line.trim())
          .join('')
      : body.text,
    contentType,
    texts,
  );
}
