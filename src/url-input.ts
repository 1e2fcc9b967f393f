import { lambdaTarget } from './drive/lambda-target.js';
import type { InputName } from './input-list.js';
import type { InputReader } from './input-reader.js';

const EXAMPLE_URLS = 'https://staging.example.com or lambda:checkout:live';

/** Of a page or a function; null where none was given. What is wrong with it is told without its user and password. */
export function readUrl(read: InputReader, name: InputName, isRequired = false): URL | null {
  const text = isRequired ? read.required(name) || null : read.text(name);
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const shown = text.replace(/\/\/.*@/, '//***@');
  if (url !== null && !(isEncoded(url.username) && isEncoded(url.password))) {
    read.wrong(name, 'a URL whose user and password are percent-encoded', shown, 'https://user:100%25@host for 100%');
    return null;
  }
  if (url !== null && (isPlainHttp(url) || lambdaTarget(url) !== null)) return url;
  read.wrong(name, 'an http or https URL without query, or lambda: and a function', shown, EXAMPLE_URLS);
  return null;
}

function isPlainHttp({ protocol, search, hash }: URL): boolean {
  return /^https?:$/.test(protocol) && search === '' && hash === '';
}

/** Whether it can be decoded: a `%` has two hexadecimal digits behind it, and the bytes are UTF-8. */
function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
