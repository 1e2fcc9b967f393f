/** One kind of request to drive, and how often in proportion to the others. */
export interface RequestTemplate {
  readonly weight: number;
  readonly method: string;
  /** Starts with `/`; may carry a query. */
  readonly path: string;
  /** JSON text to send, or null. */
  readonly body: string | null;
}

export type ReadRequestLine =
  | { readonly kind: 'template'; readonly template: RequestTemplate }
  | { readonly kind: 'wrong'; readonly line: string; readonly reason: string };

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * Reads the lines of the input `requests`. Empty lines and lines that start with `#` are skipped.
 *
 * ```
 * line   := weight method path [ body ]
 * weight := whole number from 1 to 1000
 * body   := JSON, to the end of the line
 *
 * 3 POST /orders {"sku": "A-1", "quantity": 2}
 * 1 GET  /orders/42
 * ```
 */
export function readRequestLines(text: string): ReadRequestLine[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(readRequestLine);
}

function readRequestLine(line: string): ReadRequestLine {
  const wrong = (reason: string): ReadRequestLine => ({ kind: 'wrong', line, reason });
  const match = /^(\S+)\s+(\S+)\s+(\S+)(?:\s+(.+))?$/.exec(line);
  if (match === null) return wrong('has no weight, method and path');
  const [, weightText = '', methodText = '', path = '', body = null] = match;
  const weight = Number(weightText);
  if (!/^\d+$/.test(weightText) || weight < 1 || weight > 1000) {
    return wrong(`has the weight "${weightText}", not a whole number from 1 to 1000`);
  }
  const method = methodText.toUpperCase();
  if (!METHODS.includes(method)) return wrong(`has the method "${methodText}", not one of ${METHODS.join(', ')}`);
  if (!path.startsWith('/')) return wrong(`has the path "${path}", which does not start with "/"`);
  if (body !== null && !isJson(body)) return wrong('has a body that is not JSON');
  return { kind: 'template', template: { weight, method, path, body } };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
