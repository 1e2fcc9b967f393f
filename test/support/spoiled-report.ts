import type { ExamplePair, Examples } from '../../src/compare/examples.js';
import type { PathPart } from '../../src/compare/path-parts.js';
import type { Place } from '../../src/compare/place.js';
import type { Finding } from '../../src/report/finding.js';
import type { Insight } from '../../src/report/insight.js';
import type { Report } from '../../src/report/report.js';
import type { Node } from '../../src/trace/service-graph.js';
import type { Timeline } from '../../src/trace/timeline.js';

/** Every string of the application's in a report, made hostile by `spoil`: names, versions, steps, reasons, ids. */
export function spoiled(report: Report, spoil: (text: string) => string): Report {
  const { compared } = report;
  const { insights } = report.run;
  return {
    ...report,
    candidateVersion: spoil(report.candidateVersion),
    baselineVersion: report.baselineVersion === null ? null : spoil(report.baselineVersion),
    baselineChoice: spoil(report.baselineChoice),
    run: {
      ...report.run,
      id: spoil(report.run.id),
      gateVersion: spoil(report.run.gateVersion),
      insights: insights === null ? null : { ...insights, insights: insights.insights.map(spoiledInsight) },
    },
    timelines: report.timelines.map(spoiledTimeline),
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
            blame: compared.blame.map((blame) => ({
              ...blame,
              operation: spoil(blame.operation),
              parts: blame.parts.map((part) => ({ ...part, part: spoiledPart(part.part) })),
            })),
            sharper: compared.sharper.map(({ part, whole }) => ({
              part: { ...part, place: spoiledPlace(part.place) },
              whole: { ...whole, place: spoiledPlace(whole.place) },
            })),
            exceptions: compared.exceptions.map((exception) => ({
              ...exception,
              type: spoil(exception.type),
              message: spoil(exception.message),
              path: exception.path.map(spoil),
              operations: exception.operations.map(spoil),
              exampleTraceId: spoil(exception.exampleTraceId),
            })),
            coldStarts: compared.coldStarts.map((each) => ({ ...each, operation: spoil(each.operation) })),
            reasons: compared.reasons.map(spoil),
          },
  };

  function node({ name, type, account }: Node): Node {
    return { name: spoil(name), type: type === '' ? '' : spoil(type), account: spoil(account) };
  }

  function spoiledInsight(insight: Insight): Insight {
    const { id, summary, rootCause, anomalous } = insight;
    return {
      ...insight,
      id: spoil(id),
      summary: spoil(summary),
      rootCause: rootCause === null ? null : spoil(rootCause),
      anomalous: anomalous.map(spoil),
    };
  }

  function spoiledPart({ node: of, name, caller, above }: PathPart): PathPart {
    return {
      node: node(of),
      name: spoil(name),
      caller: caller === null ? null : node(caller),
      above: above.map((step) => ({ node: spoil(step.node), name: spoil(step.name) })),
    };
  }

  function spoiledPlace({ operation, node: of, edge }: Place): Place {
    return {
      operation: spoil(operation),
      node: of === null ? null : node(of),
      edge: edge === null ? null : { from: node(edge.from), to: node(edge.to) },
    };
  }

  function spoiledFinding(finding: Finding): Finding {
    const { operation, node, edge, step } = finding.place;
    return {
      ...finding,
      place: {
        ...(operation === undefined ? {} : { operation: spoil(operation) }),
        ...(node === undefined ? {} : { node: spoil(node) }),
        ...(edge === undefined ? {} : { edge: { from: spoil(edge.from), to: spoil(edge.to) } }),
        ...(step === undefined ? {} : { step: spoil(step) }),
      },
      examples: finding.examples === null ? null : spoiledExamples(finding.examples),
    };
  }

  function spoiledExamples({ typical, worst }: Examples): Examples {
    const pair = ({ candidate, baseline }: ExamplePair): ExamplePair => ({
      candidate: spoil(candidate),
      baseline: baseline === null ? null : spoil(baseline),
    });
    return { typical: pair(typical), worst: pair(worst) };
  }

  function spoiledTimeline({ traceId, rows, ...timeline }: Timeline): Timeline {
    return {
      ...timeline,
      traceId: spoil(traceId),
      rows: rows.map((row) => ({ ...row, node: spoil(row.node), name: spoil(row.name) })),
    };
  }
}
