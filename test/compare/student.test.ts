import { describe, expect, test } from 'vitest';
import { chanceOfLargest, largestQuantile } from '../../src/compare/largest-t.js';
import { studentQuantile, studentTail } from '../../src/compare/student.js';
import values from '../fixtures/statistics.json' with { type: 'json' };

describe("Student's t", () => {
  test.each(values.student)(
    'exceeds its $tail quantile at $degrees degrees as scipy says',
    ({ tail, degrees, quantile }) => {
      expect(studentQuantile(tail, degrees) / quantile).toBeCloseTo(1, 7);
      expect(studentTail(quantile, degrees) / tail).toBeCloseTo(1, 7);
    },
  );

  test('is symmetric', () => {
    expect(studentTail(-1.3, 4) + studentTail(1.3, 4)).toBeCloseTo(1, 14);
    expect(studentTail(0, 4)).toBe(0.5);
  });
});

describe('the largest of several t', () => {
  test.each(values.largestT)(
    'exceeds $t among $size at $degrees degrees, correlated by $correlation, as quadrature says',
    ({ t, value, ...family }) => {
      expect(chanceOfLargest(t, family)).toBeCloseTo(value, 4);
    },
  );

  // Dunnett 1955, J. Am. Stat. Assoc. 50:1096, table 1a: one-sided, P = 0.95, correlation ½.
  test.each([
    [5, 2, 2.44],
    [5, 3, 2.68],
    [20, 2, 2.03],
    [20, 3, 2.19],
    [60, 5, 2.28],
  ])('at %i degrees among %i exceeds %d in 5 %%, as Dunnett printed', (degrees, size, printed) => {
    expect(largestQuantile(0.05, { size, degrees, correlation: 0.5 })).toBeCloseTo(printed, 2);
  });

  test('is that of one t where all are the same', () => {
    expect(chanceOfLargest(3, { size: 1, degrees: 7, correlation: 0 })).toBeCloseTo(studentTail(3, 7), 4);
  });
});
