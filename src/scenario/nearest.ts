/** The known name that was most likely meant; null where none is near. */
export function nearest(name: string, known: readonly string[]): string | null {
  const meant = known
    .map((each) => ({ each, edits: editDistance(plain(name), plain(each)) }))
    .sort((a, b) => a.edits - b.edits)[0];
  return meant !== undefined && meant.edits <= Math.min(2, meant.each.length / 3) ? meant.each : null;
}

/** `bodyFile`, `body_file` and `body-file` are one name. */
function plain(name: string): string {
  return name
    .slice(0, 100)
    .replaceAll(/[\s_-]/g, '')
    .toLowerCase();
}

/**
 * Optimal string alignment: how many insertions, deletions, substitutions and swaps of neighbours make one text of the
 * other. Damerau, F. (1964), "A technique for computer detection and correction of spelling errors".
 */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(Math.min(last[j]! + 1, row[j - 1]! + 1, change, swapped ? beforeLast[j - 2]! + 1 : Infinity));
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}
