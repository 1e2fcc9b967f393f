import { GateError } from '../errors.js';

/**
 * Throws GateError where a text or number anywhere in what is to be written has one of the secrets in it, also
 * percent-encoded, escaped as in JSON, or within basic authorization. `place` begins a sentence: `Variable "key"`.
 */
export function assertSecretFree(place: string, written: unknown, secrets: readonly string[]): void {
  const forms = secrets.filter((secret) => secret !== '').flatMap((secret) => [secret, escaped(secret)]);
  const texts = leavesOf(written).flatMap(readings);
  if (!forms.some((form) => texts.some((text) => text.includes(form)))) return;
  throw new GateError(
    `${place} has a secret in it, and an exported script must not.`,
    'Declare it as a variable of its own, { secret: NAME }, and write {{variable}} in bearer or in a header, not in basic: the script then reads it from the environment.',
  );
}

function leavesOf(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leavesOf);
  return value === null || value === undefined ? [] : [String(value)];
}

/** A text as it is, and what it says where it is encoded. */
function readings(text: string): string[] {
  const basic = [...text.matchAll(/basic\s+([\w+/=-]+)/gi)].map(([, word = '']) =>
    Buffer.from(word, 'base64').toString(),
  );
  return [text, percentDecoded(text), percentDecoded(text.replaceAll('+', ' ')), ...basic];
}

function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (codes) => Buffer.from(codes.replaceAll('%', ''), 'hex').toString());
}

function escaped(secret: string): string {
  return JSON.stringify(secret).slice(1, -1);
}
