import { dollarsFor } from '../aws-cost.js';
import type { Edge } from '../compare/edges.js';
import type { WhereTimeWent } from '../compare/where-time-went.js';
import { blameJson, MOST_JSON_STEPS } from './blame-json.js';
import { msOfAll } from './blame-words.js';
import { causeWords } from './cause-words.js';
import { findingsOf } from './denied-alone.js';
import { findingOf } from './finding.js';
import type { Compared, Report } from './report.js';

/** Raised whenever a field of `result.json` changes its meaning or goes. */
const RESULT_SCHEMA = 3;

/**
 * `result.json`: the whole report for machines. Times in milliseconds, shares 0–1, `interval` 90 % of what
 * `intervalOf` says (an end without limit is null), `p` family-wise. `cost.dollars` is the list price of us-east-1, the free
 * tier not counted. `insights` is null where no group was given, or X-Ray did not tell.
 */
export function reportJson(report: Report): string {
  const { compared } = report;
  const { awsUse, insights, uncovered, ...run } = report.run;
  const result = {
    schemaVersion: RESULT_SCHEMA,
    verdict: report.verdict,
    candidate: { version: report.candidateVersion },
    baseline: { version: report.baselineVersion, choice: report.baselineChoice },
    reasons: compared?.reasons ?? (report.verdict === 'inconclusive' ? [report.baselineChoice] : []),
    findings: findingsOf(report),
    others: compared?.others ?? [],
    edges: compared?.edgeDifferences ?? [],
    graph: compared === null ? null : graphJson(compared.graph),
    coverage: compared?.coverage ?? { candidate: report.candidateCoverage },
    uncovered: uncovered.map(({ causes, ...side }) => ({
      ...side,
      causes: causes.map((cause) => ({ ...cause, ...causeWords(cause, side.traffic) })),
    })),
    operations: compared?.operations ?? [],
    exceptions: compared?.exceptions ?? [],
    coldStarts: compared?.coldStarts ?? [],
    whereTimeWent: (compared?.whereTimeWent ?? []).map(({ operation, meanMs, parts }) => ({
      operation,
      meanMs,
      parts: parts.slice(0, MOST_JSON_STEPS).map(({ node, step, meanMs }) => ({ node: node.name, step, meanMs })),
      others: othersJson(parts.slice(MOST_JSON_STEPS)),
    })),
    blame: (compared?.blame ?? []).map(blameJson),
    undivided: compared?.undivided ?? 0,
    sharper: (compared?.sharper ?? []).map(({ part, whole }) => ({
      part: findingOf(part, null),
      whole: findingOf(whole, null),
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
    insights,
    run,
    cost: { dollars: Number(dollarsFor(awsUse).toPrecision(4)), ...awsUse },
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

function othersJson(left: WhereTimeWent['parts']) {
  const meanMs = msOfAll(left.map(({ meanMs }) => ({ ms: meanMs })));
  return left.length === 0 ? null : { steps: left.length, meanMs };
}

/**
 * Nodes and edges by their names. `same`: names that were taken for one node's; `undecided`: that a rule
 * could be for; `accounts`: two that were taken for one.
 */
function graphJson({ nodes, rewired, denied, allowed, names, expired }: Compared['graph']) {
  const edge = ({ from, to, change, seen, of, rule }: Edge) => ({
    from: from.name,
    to: to.name,
    change,
    seen,
    of,
    rule,
  });
  return {
    nodes: nodes.map(({ node, ...rest }) => ({ name: node.name, type: node.type, ...rest })),
    rewired: rewired.map(({ kind, gone, come }) => ({ kind, gone: gone.map(edge), come: come.map(edge) })),
    denied: denied.map(edge),
    allowed: allowed.map(edge),
    same: names.same.map(({ shownAs, names, parts }) => ({ shownAs: shownAs.name, ...names, parts })),
    undecided: names.undecided.map(({ names, parts }) => ({ ...names, parts })),
    accounts: names.accounts,
    expiredRules: expired,
  };
}
