import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { calibrationDocument } from '../../calibration/document.js';
import { readResults } from '../../calibration/results.js';

test('docs/calibration.md says what calibration/results.json holds', () => {
  expect(readFileSync('docs/calibration.md', 'utf8')).toBe(calibrationDocument(readResults()));
});
