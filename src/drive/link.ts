import { asText, type Value } from '../scenario/template.js';

export type Link =
  /** Path and query. */
  { readonly kind: 'within'; readonly path: string } | { readonly kind: 'elsewhere'; readonly because: string };

/**
 * Where a value of an answer leads as a link: a reference is resolved against the URL of the request that was answered
 * (RFC 3986, section 5), and a fragment is left out. Functions have no paths: for them a link is what it says.
 */
export function readLink(value: Value, answered: URL): Link {
  if (answered.protocol === 'lambda:') return { kind: 'within', path: asText(value) };
  const url = typeof value === 'string' ? URL.parse(value, answered.href) : null;
  if (url === null) return { kind: 'elsewhere', because: 'is no address' };
  const { origin, protocol, pathname, search } = url;
  if (origin === answered.origin) return { kind: 'within', path: `${pathname}${search}` };
  const where = origin === 'null' ? protocol : origin;
  return { kind: 'elsewhere', because: `leads to another host, ${where}` };
}
