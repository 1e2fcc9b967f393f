import { type Node, nodeKey } from '../trace/service-graph.js';
import { mermaid } from './escape.js';
import type { Finding } from './finding.js';
import { formatCount } from './format.js';
import { edgeLabel, isAlarming } from './graph-words.js';
import type { Compared } from './report.js';

/** GitHub draws no diagram with more edges than some hundreds; nobody reads one with more than this. */
const MOST_EDGES = 60;

/**
 * The two service graphs as one Mermaid flowchart: new edges thick and red, removed ones dotted, nodes and edges with
 * a finding marked. Ids are generated, labels quoted and escaped.
 */
export function serviceGraphDiagram({ edges, findings }: Pick<Compared, 'edges' | 'findings'>): string {
  const shown = edges.slice(0, MOST_EDGES);
  const ids = new Map<string, string>();
  const lines = ['flowchart LR'];
  const worse = new Set(findings.map(({ place }) => place.node ?? place.edge?.to ?? ''));
  const idOf = (node: Node): string => {
    const key = nodeKey(node);
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = `n${ids.size}`;
    ids.set(key, id);
    const label = mermaid(node.type.startsWith('AWS::') ? `${node.name} · ${node.type.split('::')[1]}` : node.name);
    const isNew = shown.every(
      (edge) =>
        (edge.change === 'new' && isAlarming(edge)) || ![edge.from, edge.to].some((end) => nodeKey(end) === key),
    );
    const kind = isNew ? ':::new' : worse.has(node.name) ? ':::worse' : '';
    const leaf = node.type !== '' && shown.every(({ from }) => nodeKey(from) !== key);
    lines.push(leaf ? `  ${id}[("${label}")]${kind}` : `  ${id}["${label}"]${kind}`);
    return id;
  };
  const styles: string[] = [];
  shown.forEach((edge, index) => {
    const [from, to] = [idOf(edge.from), idOf(edge.to)];
    const more = findings
      .filter(
        ({ metric, place }) =>
          metric === 'calls' && place.edge?.from === edge.from.name && place.edge.to === edge.to.name,
      )
      .toSorted(allCallsFirst)[0];
    if (isAlarming(edge)) {
      lines.push(`  ${from} ==>|"${edgeLabel(edge)}"| ${to}`);
      styles.push(`  linkStyle ${index} stroke:#cf222e,stroke-width:3px`);
      return;
    }
    switch (edge.change) {
      case 'new':
        lines.push(`  ${from} -->|"${edgeLabel(edge)}"| ${to}`);
        break;
      case 'removed':
        lines.push(`  ${from} -.->|"gone"| ${to}`);
        break;
      case 'none':
        lines.push(
          more === undefined
            ? `  ${from} --> ${to}`
            : `  ${from} -->|"${formatCount(more.baseline)} → ${formatCount(more.candidate)} ${callsOf(more)}"| ${to}`,
        );
        if (more !== undefined) styles.push(`  linkStyle ${index} stroke:#cf222e,stroke-width:2px`);
    }
  });
  return [
    ...lines,
    ...styles,
    '  classDef worse stroke:#cf222e,stroke-width:3px',
    '  classDef new stroke:#cf222e,stroke-width:3px,stroke-dasharray:6 3',
  ].join('\n');
}

function allCallsFirst({ place: a }: Finding, { place: b }: Finding): number {
  return Number(a.step !== undefined) - Number(b.step !== undefined);
}

function callsOf({ place: { step } }: Finding): string {
  return step === undefined ? 'calls' : `calls of ${mermaid(step)}`;
}
