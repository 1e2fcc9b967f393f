/** A request's target without what says where the service is. */
export interface WrittenTarget {
  /** As it is written, with placeholders; null where the target is a path. */
  readonly authority: string | null;
  /** Path and query: starts with `/`. */
  readonly path: string;
}

/**
 * Splits `https://api.example.com/orders`, `{{host}}/orders`, `localhost:8080/orders` and `/orders`. `plain` gives the
 * value of a text whose placeholders the file defines, for a variable may hold a path as well:
 * `@api = https://example.com/v2`.
 */
export function writtenTarget(target: string, plain: (text: string) => string | null): WrittenTarget {
  if (target.startsWith('/')) return { authority: null, path: encoded(target) };
  const { authority, path } = split(target);
  const written = { authority, path: encoded(path) };
  const value = plain(written.authority);
  if (value === null) return written;
  const known = split(value);
  // "/" + "/orders", where the variable ends in a slash.
  const base = known.path.replace(/\/$/, '');
  return { authority: known.authority, path: base + written.path };
}

/** A target that ends in one placeholder where a path is expected: a link, if an answer gives it. */
export interface WrittenLink {
  readonly authority: string | null;
  readonly expression: string;
}

/** Reads `{{created.response.headers.Location}}`, also behind a host; null where the target is another. */
export function writtenLink(target: string, plain: (text: string) => string | null): WrittenLink | null {
  const [, authority = '', expression] = /^([^/?#]*|https?:\/\/[^/?#]+)\{\{([^{}]{1,200})\}\}$/i.exec(target) ?? [];
  if (expression === undefined || split(plain(authority) ?? authority).path !== '/') return null;
  return { authority: authority === '' ? null : authority, expression: expression.trim() };
}

function split(target: string): { authority: string; path: string } {
  const [, authority = '', rest = ''] =
    /^((?:https?:\/\/)?(?:\{\{[^{}]{1,200}\}\}|[^/?#{]|\{(?!\{))*)(.*)$/is.exec(target) ?? [];
  return { authority, path: rest.startsWith('/') ? rest : `/${rest}` };
}

/** Editors encode what may not stand in a request line; placeholders have blanks of their own. */
function encoded(path: string): string {
  return path.replaceAll(/\{\{[^{}]{1,200}\}\}|[^!-~]/gu, (part) =>
    part.startsWith('{{') ? part : encodeURIComponent(part),
  );
}
