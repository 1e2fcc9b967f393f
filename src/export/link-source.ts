/** How a script for another engine follows a link of an answer, in the JavaScript of all engines: k6 knows no URLs. */
export const LINK_SOURCE = String.raw`// ---- How links in answers are followed.

const REFERENCE = /^([a-z][a-z0-9+.-]*:)?(\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?/i;

// Path and query of a link in the answer to a URL (RFC 3986, section 5.2); undefined where it is none, or leads to
// another host.
function linkOf(value, asked) {
  if (typeof value !== 'string') return undefined;
  const [, scheme, host, path, query = ''] = REFERENCE.exec(value.trim().replace(LONE_SURROGATE, '\uFFFD'));
  const from = REFERENCE.exec(asked);
  if (scheme !== undefined && host === undefined) return undefined;
  if (host !== undefined && originOf(scheme || from[1], host) !== originOf(from[1], from[2])) return undefined;
  const inPath = (text) => withoutDots(text.replace(/[^\x21-\x7e]|["<>^{}\x60]/gu, encoded));
  const inQuery = (text) => (text === '?' ? '' : text.replace(/[^\x21-\x7e]|["'<>]/gu, encoded));
  if (host !== undefined || path.startsWith('/')) return inPath(path || '/') + inQuery(query);
  if (path === '') return from[3] + (query === '' ? from[4] || '' : inQuery(query));
  return inPath(from[3].slice(0, from[3].lastIndexOf('/') + 1) + path) + inQuery(query);
}

function originOf(scheme, host) {
  const origin = (scheme + host.replace(/^\/\/.*@/, '//')).toLowerCase();
  return origin.replace(/^(http:.*):80$|^(https:.*):443$/, '$1$2');
}

function encoded(character) {
  return character === "'" ? '%27' : encodeURIComponent(character);
}
`;
