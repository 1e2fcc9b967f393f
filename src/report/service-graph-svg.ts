import type { Edge } from '../compare/edges.js';
import { type Node, nodeKey } from '../trace/service-graph.js';
import { plain } from './escape.js';
import type { Finding } from './finding.js';
import { findingWords } from './finding-words.js';
import { BEND_WIDTH, BOX, layOut, type Point, type Stretch } from './graph-layout.js';
import { edgeLabel, isAlarming } from './graph-words.js';
import { type Markup, markup } from './markup.js';
import type { Compared } from './report.js';

const MARGIN = 14;
/** A drawing that has less room than both is scrolled rather than made smaller. */
const NARROWEST = 760;
const SMALLEST_SCALE = 0.65;
const LETTER_WIDTH = 6.8;
const MOST_LETTERS = 20;
const MOST_SMALL_LETTERS = 24;
/** Bow of an arrow from a node to itself. */
const LOOP = 26;

/**
 * The two service graphs as one drawing: new edges thick and red, gone ones dotted, an edge with a finding labelled with
 * it, a node with a finding outlined. Tooltips carry what has no room. Class names only: the page's style colours it.
 */
export function serviceGraphSvg(edges: readonly Edge[], findings: Compared['findings']): Markup {
  const nodes = [...new Map(edges.flatMap(({ from, to }) => [from, to]).map((node) => [nodeKey(node), node])).values()];
  const indexOf = new Map(nodes.map((node, i) => [nodeKey(node), i]));
  const drawn = edges.map((edge) => ({ edge, ...lookOf(edge, findings) }));
  const layout = layOut(
    nodes.length,
    drawn.map(({ edge, label }) => ({
      from: indexOf.get(nodeKey(edge.from))!,
      to: indexOf.get(nodeKey(edge.to))!,
      labelWidth: label.length * LETTER_WIDTH,
    })),
  );
  const [width, height] = [Math.ceil(layout.width + 2 * MARGIN + LOOP), Math.ceil(layout.height + 2 * MARGIN)];
  const paths = drawn.map(({ edge, kind, label, tooltip }, i) => {
    const route = layout.routes[i]!;
    // Labels before one node would lie on each other: there they stand where their arrows begin.
    const crowded =
      drawn.filter((other) => other.label !== '' && nodeKey(other.edge.to) === nodeKey(edge.to)).length > 1;
    const d = route.length === 0 ? loop(layout.boxes[indexOf.get(nodeKey(edge.from))!]!) : curve(route, crowded);
    return {
      path: markup`<g class="edge ${kind}"><title>${tooltip}</title><path class="reach" d="${d}"/><path class="line" d="${d}" marker-end="url(#arrow-${kind})"/></g>\n`,
      label: label === '' || route.length === 0 ? markup`` : labelAt(route.at(-1)!, crowded, label, kind),
    };
  });
  return markup`<div class="scroll" tabindex="0"><svg class="graph" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" width="${width}" style="min-width:${Math.min(width, Math.max(NARROWEST, SMALLEST_SCALE * width))}px" role="img" aria-labelledby="graph-title"><title id="graph-title">Service graphs of both versions: ${nodes.length} nodes, ${edges.length} edges. The lists below say the same.</title>
<defs><clipPath id="box"><rect width="${BOX.width - 8}" height="${BOX.height}"/></clipPath>${KINDS.map(arrowHead)}</defs>
${paths.map(({ path }) => path)}${nodes.map((node, i) => box(node, layout.boxes[i]!, edges, findings))}${paths.map(({ label }) => label)}</svg></div>`;
}

const KINDS = ['same', 'new', 'removed', 'worse'] as const;
type Kind = (typeof KINDS)[number];

/** How an edge is drawn, and what is said of it. */
function lookOf(
  edge: Edge,
  findings: readonly Finding[],
): { readonly kind: Kind; readonly label: string; readonly tooltip: string } {
  const worse = findings.filter(
    ({ metric, place }) =>
      metric !== 'edge' &&
      metric !== 'denied edge' &&
      place.edge?.from === edge.from.name &&
      place.edge.to === edge.to.name,
  );
  const { seen, of } = edge;
  const tooltip = [
    `${plain(edge.from.name)} → ${plain(edge.to.name)}`,
    `in ${seen.baseline} of ${of.baseline} traces before, ${seen.candidate} of ${of.candidate} now`,
    ...worse.map(tell),
  ].join('; ');
  if (isAlarming(edge)) return { kind: 'new', label: edgeLabel(edge), tooltip };
  if (edge.change === 'new') return { kind: 'same', label: edgeLabel(edge), tooltip };
  if (edge.change === 'removed') return { kind: 'removed', label: 'gone', tooltip };
  const first = worse.find(({ metric, place }) => metric === 'calls' && place.step === undefined) ?? worse[0];
  if (first === undefined) return { kind: 'same', label: '', tooltip };
  const { measured } = findingWords(first);
  const counted = first.metric === 'calls' || first.metric === 'retries';
  return { kind: 'worse', label: counted ? `${measured} ${first.metric}` : measured, tooltip };
}

function box(node: Node, { x, y }: Point, edges: readonly Edge[], findings: readonly Finding[]): Markup {
  const key = nodeKey(node);
  const own = edges.filter(({ from, to }) => nodeKey(from) === key || nodeKey(to) === key);
  const worse = findings.filter(({ place }) => (place.node ?? place.edge?.to) === node.name);
  const kind = own.every((edge) => edge.change === 'new' && isAlarming(edge))
    ? 'new'
    : own.every(({ change }) => change === 'removed')
      ? 'removed'
      : worse.length > 0
        ? 'worse'
        : 'same';
  const type = typeWords(node.type);
  const about = [plain(node.name), ...[node.type, node.account].filter((part) => part !== ''), ...worse.map(tell)];
  const middle = BOX.width / 2;
  const name = markup`<text class="name" x="${middle}" y="${type === '' ? 28 : 21}">${shortened(node.name, MOST_LETTERS)}</text>`;
  return markup`<g class="node ${kind}" transform="translate(${x} ${y})"><title>${about.map(plain).join('; ')}</title><rect class="box" width="${BOX.width}" height="${BOX.height}" rx="9"/><g clip-path="url(#box)">${name}${type === '' ? [] : markup`<text class="type" x="${middle}" y="36">${type}</text>`}</g></g>\n`;
}

function tell(finding: Finding): string {
  const { what, measured, change } = findingWords(finding);
  const { step } = finding.place;
  return `${what}${step === undefined ? '' : ` of ${step}`} ${measured} (${change})`;
}

/** `AWS::DynamoDB::Table` → `DynamoDB Table` */
function typeWords(type: string): string {
  return shortened(type.replace(/^AWS::/, '').replaceAll('::', ' '), MOST_SMALL_LETTERS);
}

function shortened(name: string, most: number): string {
  const letters = Array.from(plain(name));
  if (letters.length <= most) return letters.join('');
  return `${letters.slice(0, most / 2).join('')}…${letters.slice(1 - most / 2).join('')}`;
}

/** Each stretch bends at its beginning and then runs straight, or the other way round. */
function curve(route: readonly Stretch[], straightFirst: boolean): string {
  return route
    .map(({ from, to }, i) => {
      const bend = Math.sign(to.x - from.x) * BEND_WIDTH;
      const [x, until] = straightFirst ? [to.x - bend, to.x] : [from.x, from.x + bend];
      const [y, end] = [round(from.y), round(to.y)];
      const start = `${i === 0 ? 'M' : 'L'}${round(from.x)} ${y}H${round(x)}`;
      return `${start}C${round(x + bend / 2)} ${y} ${round(x + bend / 2)} ${end} ${round(until)} ${end}H${round(to.x)}`;
    })
    .join('');
}

function loop({ x, y }: Point): string {
  const [right, middle] = [round(x + BOX.width), round(y + BOX.height / 2)];
  return `M${right} ${middle - 9}c${LOOP} -14 ${LOOP} 32 0 18`;
}

/** In the middle of the straight part. */
function labelAt({ from, to }: Stretch, straightFirst: boolean, label: string, kind: Kind): Markup {
  const bend = Math.sign(to.x - from.x) * BEND_WIDTH;
  const x = straightFirst ? (from.x + to.x - bend) / 2 : (from.x + bend + to.x) / 2;
  return markup`<text class="label ${kind}" x="${x}" y="${(straightFirst ? from.y : to.y) + 4}">${label}</text>\n`;
}

function arrowHead(kind: Kind): Markup {
  return markup`<marker id="arrow-${kind}" class="${kind}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z"/></marker>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
