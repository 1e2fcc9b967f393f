import { describe, expect, test } from 'vitest';
import type { Uncovered } from '../../src/collect/coverage-cause.js';
import type { Reason } from '../../src/compare/verdict.js';
import { reasonTexts } from '../../src/report/reason-text.js';
import { coverageOf } from '../../src/trace/coverage.js';

function reason(trace: 'none' | 'in part' | 'of another version'): Reason {
  const lost = { operation: 'GET /orders', answered: true, trace };
  const coverage = coverageOf(Array.from({ length: 10 }, () => lost));
  return { kind: 'coverage', stage: 'only', side: 'baseline', share: 0, minimumCoverage: 0.9, coverage };
}

describe('the remedy for a side with too few whole traces, where no cause is known', () => {
  test.each([
    ['none', /Sampled=1/, /^(?!.*Sampled=1).*"settle-timeout".*"baseline-url"\.$/],
    ['in part', /Raise "settle-timeout"/, /^(?!.*"settle-timeout").*"baseline-url"\.$/],
    ['of another version', /Let the deployment finish/, /^(?!.*deployment finish).*"since" and "until"/],
  ] as const)('fits who drove it: %s', (trace, driven, found) => {
    expect(reasonTexts([reason(trace)], [], ['candidate', 'baseline'])[0]).toMatch(driven);
    expect(reasonTexts([reason(trace)], [], ['candidate'])[0]).toMatch(found);
  });

  test('is left to the cause where one is', () => {
    const causes = [{ kind: 'not fetched', requests: 10, waitedMs: 1, mayBeDeleted: false }] as const;
    const uncovered: Uncovered = { side: 'baseline', stage: 'first', traffic: 'found', causes };
    expect(reasonTexts([reason('none')], [uncovered], [])[0]).toMatch(/0 a trace of another version\.$/);
  });
});
