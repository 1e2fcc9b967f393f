import type { Finding } from '../../src/report/finding.js';
import type { Report } from '../../src/report/report.js';
import type { Node } from '../../src/trace/service-graph.js';

/** Every string of the application's in a report, made hostile by `spoil`: names, versions, steps, reasons, ids. */
export function spoiled(report: Report, spoil: (text: string) => string): Report {
  const { compared } = report;
  return {
    ...report,
    candidateVersion: spoil(report.candidateVersion),
    baselineVersion: report.baselineVersion === null ? null : spoil(report.baselineVersion),
    baselineChoice: spoil(report.baselineChoice),
    run: { ...report.run, id: spoil(report.run.id), gateVersion: spoil(report.run.gateVersion) },
    operations: report.operations.map((figures) => ({ ...figures, operation: spoil(figures.operation) })),
    compared:
      compared === null
        ? null
        : {
            ...compared,
            findings: compared.findings.map(spoiledFinding),
            others: compared.others.map(spoiledFinding),
            edges: compared.edges.map((edge) => ({ ...edge, from: node(edge.from), to: node(edge.to) })),
            edgeDifferences: compared.edgeDifferences.map((edge) => ({
              ...edge,
              from: spoil(edge.from),
              to: spoil(edge.to),
            })),
            operations: compared.operations.map((count) => ({ ...count, operation: spoil(count.operation) })),
            whereTimeWent: compared.whereTimeWent.map((time) => ({
              ...time,
              operation: spoil(time.operation),
              parts: time.parts.map((part) => ({ ...part, node: node(part.node), step: spoil(part.step) })),
            })),
            reasons: compared.reasons.map(spoil),
          },
  };

  function node({ name, type, account }: Node): Node {
    return { name: spoil(name), type: type === '' ? '' : spoil(type), account: spoil(account) };
  }

  function spoiledFinding(finding: Finding): Finding {
    const { operation, node, edge } = finding.place;
    return {
      ...finding,
      place: {
        ...(operation === undefined ? {} : { operation: spoil(operation) }),
        ...(node === undefined ? {} : { node: spoil(node) }),
        ...(edge === undefined ? {} : { edge: { from: spoil(edge.from), to: spoil(edge.to) } }),
      },
      exampleTraceId: finding.exampleTraceId === null ? null : spoil(finding.exampleTraceId),
    };
  }
}
