import type { Edge } from '../compare/edges.js';
import { deniedLines } from './denied-alone.js';
import { formatCount } from './format.js';
import { type GraphLine, isDifference } from './graph-line.js';
import { graphLines } from './graph-words.js';
import { table } from './html-table.js';
import { type Markup, markup, prose } from './markup.js';
import type { Compared, Report } from './report.js';
import { serviceGraphSvg } from './service-graph-svg.js';

/** Nobody reads a drawing with more edges than this; the table has them all. */
const MOST_EDGES = 120;

/** The service graphs' difference: new and gone edges in words, both graphs as one drawing, every edge in a table. */
export function graphSection(compared: Compared): Markup {
  const { edges, findings } = compared;
  if (edges.length === 0) return markup``;
  const left = edges.length - MOST_EDGES;
  return markup`<section id="graph"><h2>Service graph</h2>
${differences(graphLines(compared))}
${serviceGraphSvg(edges.slice(0, MOST_EDGES), findings)}
<p class="legend"><span class="new">━ new</span> <span class="worse">─ worse</span> <span>┄ gone</span>${left > 0 ? markup` ${left} more edges are in the table only.` : []}</p>
<details><summary>All ${edges.length} edges</summary>
${table(
  markup`Edges of both versions, changed ones first`,
  [
    { label: 'From' },
    { label: 'To' },
    { label: 'Change' },
    { label: 'Traces before', numbers: true },
    { label: 'Traces now', numbers: true },
    { label: 'Calls per request', numbers: true },
  ],
  edges.map(edgeRow),
)}</details></section>`;
}

/** Of a build with nothing to compare with. */
export function deniedSection(report: Report): Markup {
  const lines = deniedLines(report);
  return lines.length === 0
    ? markup``
    : markup`<section id="graph"><h2>Service graph</h2>\n${lineList(lines)}</section>`;
}

function differences(lines: readonly GraphLine[]): Markup {
  const none = lines.some(isDifference) ? [] : markup`<p class="lead">No edge is new or gone.</p>\n`;
  return markup`${none}${lines.length === 0 ? [] : lineList(lines)}`;
}

function lineList(lines: readonly GraphLine[]): Markup {
  return markup`<ul class="edges">${lines.map(({ kind, label, words }) => {
    const text = words.map((word) => (typeof word === 'string' ? spaced(word) : markup`<code>${word.name}</code>`));
    return markup`<li class="${kind}"><b>${label}</b> ${text}</li>\n`;
  })}</ul>`;
}

/** Between words the spaces stay that escaping trims. */
function spaced(text: string): Markup {
  return markup`${text.startsWith(' ') ? markup` ` : []}${prose(text)}${text.endsWith(' ') ? markup` ` : []}`;
}

const CHANGES: Readonly<Record<Edge['change'], string>> = { new: 'new', removed: 'gone', none: '–' };

function edgeRow({ from, to, change, seen, of, callsPerRequest }: Edge): Markup[] {
  return [
    markup`<code>${from.name}</code>`,
    markup`<code>${to.name}</code>`,
    markup`<span class="${change}">${CHANGES[change]}</span>`,
    markup`${seen.baseline} of ${of.baseline}`,
    markup`${seen.candidate} of ${of.candidate}`,
    markup`${formatCount(callsPerRequest.baseline)} → ${formatCount(callsPerRequest.candidate)}`,
  ];
}
