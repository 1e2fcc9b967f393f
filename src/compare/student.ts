import { incompleteBeta } from './special-functions.js';

/** P(T > t) for Student's t with `degrees` of freedom: Abramowitz & Stegun 26.7.1 and 26.5.27. */
export function studentTail(t: number, degrees: number): number {
  const beyond = incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5) / 2;
  return t >= 0 ? beyond : 1 - beyond;
}

/** The t that Student's t exceeds with the chance `tail`, 0 < tail ≤ 0.5; to 1e-10. */
export function studentQuantile(tail: number, degrees: number): number {
  let low = 0;
  let high = 1;
  while (studentTail(high, degrees) > tail) [low, high] = [high, 2 * high];
  while (high - low > 1e-10 * high) {
    const middle = (low + high) / 2;
    if (studentTail(middle, degrees) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
