import { describe, expect, test } from 'vitest';
import { NO_USE } from '../../src/aws-cost.js';
import { GateError } from '../../src/errors.js';
import { failedRun } from '../../src/failed-run.js';
import { failureCost, failureMarkdown } from '../../src/report/failure.js';

const FAILURE = new GateError('X-Ray has none of the traces.', 'See docs/aws.md.');

describe('a run that measured nothing', () => {
  test('tells what it cost all the same', () => {
    const failed = failedRun(FAILURE, { ...NO_USE, tracesScanned: 100_000, tracesRecorded: 40 }) as GateError;
    expect(failed).toMatchObject({ message: FAILURE.message, remedy: FAILURE.remedy, cause: FAILURE });
    expect(failed).toBeInstanceOf(GateError);
    const cost =
      'Cost: about $0.05 at the list price of us-east-1, free tier not counted: 40 traces recorded, 0 retrieved, 100,000 scanned.';
    expect(failureMarkdown(failed).endsWith(cost)).toBe(true);
    expect(failureCost(failed)).toBe(cost);
  });

  test('tells none where it used nothing', () => {
    expect(failureCost(failedRun(FAILURE, NO_USE))).toBeNull();
    expect(failureCost(FAILURE)).toBeNull();
    expect(failureMarkdown(FAILURE)).not.toContain('Cost');
  });

  test('is no defect', () => {
    const defect = new TypeError('x is not a function');
    expect(failedRun(defect, NO_USE)).toBe(defect);
  });
});
