/** Wilson's score interval for a proportion (Wilson 1927), `z` standard deviations to each side. */
export function wilson(count: number, of: number, z: number): readonly [number, number] {
  const share = count / of;
  const z2 = z * z;
  const centre = (share + z2 / (2 * of)) / (1 + z2 / of);
  const half = (z / (1 + z2 / of)) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of));
  // At the ends rounding would leave 1e-17 where the interval touches 0 or 1 exactly.
  return [count === 0 ? 0 : Math.max(0, centre - half), count === of ? 1 : Math.min(1, centre + half)];
}
