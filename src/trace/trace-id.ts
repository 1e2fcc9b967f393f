/** `1-<8 hex>-<24 hex>`, or the W3C form of 32 hex digits, either case. */
const X_RAY_TRACE_ID = /^1-([0-9a-f]{8})-([0-9a-f]{24})$/i;
const W3C_TRACE_ID = /^([0-9a-f]{8})([0-9a-f]{24})$/i;

/** The documents of a trace come one after the other, each with its id. */
let last: { readonly text: string; readonly id: string | null } = { text: '', id: null };

/** A trace id in X-Ray's lower-case form, or null where the text is none. */
export function canonicalTraceId(text: string): string | null {
  if (text === last.text) return last.id;
  const match = X_RAY_TRACE_ID.exec(text) ?? W3C_TRACE_ID.exec(text);
  last = { text, id: match ? `1-${match[1]}-${match[2]}`.toLowerCase() : null };
  return last.id;
}
