import { dollarsFor } from '../aws-cost.js';
import type { Report } from './report.js';

/** Raised whenever a field of `result.json` changes its meaning or goes. */
const RESULT_SCHEMA = 2;

/**
 * `result.json`: the whole report for machines. Times in milliseconds, shares 0–1, `interval` 90 % of what
 * `intervalOf` says (an end without limit is null), `p` family-wise. `cost.dollars` is the list price of us-east-1, the free
 * tier not counted.
 */
export function reportJson(report: Report): string {
  const { compared } = report;
  const { awsUse, ...run } = report.run;
  const result = {
    schemaVersion: RESULT_SCHEMA,
    verdict: report.verdict,
    candidate: { version: report.candidateVersion },
    baseline: { version: report.baselineVersion, choice: report.baselineChoice },
    reasons: compared?.reasons ?? [],
    findings: compared?.findings ?? [],
    others: compared?.others ?? [],
    edges: compared?.edgeDifferences ?? [],
    coverage: compared?.coverage ?? { candidate: report.candidateCoverage },
    operations: compared?.operations ?? [],
    whereTimeWent: (compared?.whereTimeWent ?? []).map(({ operation, meanMs, parts }) => ({
      operation,
      meanMs,
      parts: parts.map(({ node, step, meanMs }) => ({ node: node.name, step, meanMs })),
    })),
    design:
      compared === null
        ? null
        : {
            kind: compared.design,
            units: compared.units,
            alpha: compared.alpha,
            alphaAtMargin: compared.alphaAtMargin,
            nullMargin: compared.nullMargin,
            seed: compared.seed,
            stages: compared.stages,
            pairCorrelation: compared.pairing?.correlation ?? null,
            offset: compared.pairing?.offset ?? null,
            sequential: compared.sequential,
          },
    run,
    cost: { dollars: Number(dollarsFor(awsUse).toPrecision(4)), ...awsUse },
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}
