import type { Segment } from './entity.js';

const IDENTIFIER = [
  /^\d+$/,
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i, // UUID
  /^[0-9A-HJKMNP-TV-Z]{26}$/, // ULID
  /^(?=.*\d)[0-9a-f]{8,}$/i, // hash or object id
  /^[a-z]{1,8}[-_]\d[\w-]*$/i, // order-42, cus_1a2b
  /^(?=(?:.*\d){2})(?=.*[a-z])[\w-]{16,}$/i, // opaque token
];

/**
 * A path with what identifies single things folded away, so that requests for different orders are one operation:
 * `/orders/42?full=1` → `/orders/{id}`. Query and fragment are dropped.
 */
export function foldPath(path: string): string {
  const bare = path.split(/[?#]/, 1)[0] ?? '';
  const folded = bare
    .split('/')
    .map((part) => (IDENTIFIER.some((pattern) => pattern.test(decoded(part))) ? '{id}' : part))
    .join('/');
  return folded === '' ? '/' : folded;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function httpOperation(method: string, path: string): string {
  return `${method.toUpperCase()} ${foldPath(path)}`;
}

/** What a node did: `GET /orders/{id}` for a segment with a request, else the segment's name. */
export function operationOf(segment: Segment): string {
  const { http } = segment;
  return http?.url == null ? segment.name : urlOperation(http.method, http.url);
}

/** What a request for a URL asked for. */
export function urlOperation(method: string | null, url: string): string {
  return httpOperation(method ?? 'GET', pathOf(url));
}

function pathOf(url: string): string {
  return URL.parse(url)?.pathname ?? url;
}
