/** Milliseconds as the seconds that X-Ray's API carries, to the microsecond: 1795189814508.25 → 1795189814.50825. */
export function epochSeconds(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1_000_000;
}
