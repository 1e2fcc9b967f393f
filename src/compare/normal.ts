import { errorFunction } from 'simple-statistics';

/** Φ(z), the standard normal distribution function, to 1e-7. */
export function normalCdf(z: number): number {
  return (1 + errorFunction(z / Math.SQRT2)) / 2;
}

/**
 * Φ⁻¹(p) by Wichura's AS 241, PPND7 (Applied Statistics 37:477, 1988): relative error about 1e-7.
 * p strictly between 0 and 1.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (
      (q * polynomial(r, [3.3871327179, 50.434271938, 159.29113202, 59.10937472])) /
      polynomial(r, [1, 17.895169469, 78.757757664, 67.1875636])
    );
  }
  const r = Math.sqrt(-Math.log(Math.min(p, 1 - p)));
  const [at, above, below] =
    r <= 5
      ? ([r - 1.6, [1.4234372777, 2.75681539, 1.3067284816, 0.17023821103], [1, 0.7370016425, 0.12021132975]] as const)
      : ([
          r - 5,
          [6.657905115, 3.081226386, 0.42868294337, 0.017337203997],
          [1, 0.24197894225, 0.012258202635],
        ] as const);
  return (Math.sign(q) * polynomial(at, above)) / polynomial(at, below);
}

function polynomial(x: number, coefficients: readonly number[]): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}
