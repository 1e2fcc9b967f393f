/**
 * A pattern of names: `*` stands for any text, also none, and everything else for itself.
 *
 * ```
 * orders-pr-*        orders-pr-12
 * *-pr-*-table       shop-pr-12-table, with the texts "shop" and "12"
 * ```
 * No regular expression: however the pattern and the name are made, matching takes one pass over the name.
 */
export type NamePattern = readonly string[];

export function parsePattern(text: string): NamePattern {
  return text.split('*');
}

/** What each `*` stands for, the shortest that fits from the left; null where the name does not match. */
export function matchOf(pattern: NamePattern, name: string): string[] | null {
  const first = pattern[0] ?? '';
  if (pattern.length <= 1) return name === first ? [] : null;
  const last = pattern.at(-1)!;
  if (!name.startsWith(first)) return null;
  const stars: string[] = [];
  let at = first.length;
  for (const piece of pattern.slice(1, -1)) {
    const found = name.indexOf(piece, at);
    if (found === -1) return null;
    stars.push(name.slice(at, found));
    at = found + piece.length;
  }
  const end = name.length - last.length;
  if (end < at || !name.endsWith(last)) return null;
  return [...stars, name.slice(at, end)];
}
