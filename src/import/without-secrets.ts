import { isSecretField, JSON_WEB_TOKEN, type Secrets } from './secrets.js';
import { joined, literalText } from './template-text.js';

/** Secrets that may be numbers; numbers of tokens are none. */
const SECRET_NUMBER = /passw|passcode|\botp\b|\bcv[vc]\b|\bpin\b|card-?_?number/i;

/** A JSON value as a template, with placeholders for what is secret by its name or looks like a token. */
export function jsonWithoutSecrets(value: unknown, secrets: Secrets, secretName: string | null = null): unknown {
  if (typeof value === 'string') {
    return secretName !== null && value !== ''
      ? secrets.instead(secretName, value)
      : textWithoutSecrets(value, secrets);
  }
  if (Array.isArray(value)) return value.map((element) => jsonWithoutSecrets(element, secrets, secretName));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      if (typeof member === 'number' && SECRET_NUMBER.test(name)) return [name, secrets.instead(name, String(member))];
      const secret = secretName ?? (isSecretField(name, 'any') ? name : null);
      return [name, jsonWithoutSecrets(member, secrets, secret)];
    }),
  );
}

/** A member of a JSON text whose value is a text, or a token anywhere. */
const CANDIDATE = new RegExp(
  `"([^"\\\\]{1,100})"\\s*:\\s*"((?:[^"\\\\]|\\\\.){1,2000})"|(${JSON_WEB_TOKEN.source})`,
  'g',
);

/** A text as a template, the same way; `asTemplate` is applied to what is left. Values with placeholders are no secrets. */
export function textWithoutSecrets(text: string, secrets: Secrets, asTemplate = literalText): string {
  const pieces: string[] = [];
  let end = 0;
  for (const { 0: whole, 1: name, 2: value, index } of text.matchAll(CANDIDATE)) {
    if (name !== undefined && (value!.includes('{{') || !isSecretField(name, value!))) continue;
    const secret = value ?? whole;
    const start = index + whole.lastIndexOf(secret);
    pieces.push(asTemplate(text.slice(end, start)), secrets.instead(name ?? 'token', secret));
    end = start + secret.length;
  }
  return joined([...pieces, asTemplate(text.slice(end))]);
}
