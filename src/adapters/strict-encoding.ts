/**
 * The same URL, with everything percent-encoded in path and query but RFC 3986's unreserved characters, and a space as
 * `%20`, never `+`. Signers and verifiers of AWS requests agree on that form alone: what a URL may leave as it is, one
 * takes as it came and the other encodes anew.
 *
 * ```
 * /reports/q1(draft)?q=a+b&flag    →    /reports/q1%28draft%29?q=a%20b&flag=
 * ```
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function strictlyEncoded(url: URL): URL {
  const strict = new URL(url);
  strict.pathname = url.pathname.split('/').map(recoded).join('/');
  strict.search = [...url.searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
  return strict;
}

function recoded(segment: string): string {
  try {
    return encoded(decodeURIComponent(segment));
  } catch {
    // Not UTF-8, or no percent-encoding at all: nobody could write it in another way.
    return segment;
  }
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
