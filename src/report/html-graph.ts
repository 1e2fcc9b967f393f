import type { Edge } from '../compare/edges.js';
import { formatCount } from './format.js';
import { table } from './html-table.js';
import { type Markup, markup } from './markup.js';
import type { Compared, EdgeDifference } from './report.js';
import { serviceGraphSvg } from './service-graph-svg.js';

/** Nobody reads a drawing with more edges than this; the table has them all. */
const MOST_EDGES = 120;

/** The service graphs' difference: new and gone edges in words, both graphs as one drawing, every edge in a table. */
export function graphSection({ edges, edgeDifferences, findings }: Compared): Markup {
  if (edges.length === 0) return markup``;
  const left = edges.length - MOST_EDGES;
  return markup`<section id="graph"><h2>Service graph</h2>
${differences(edgeDifferences)}
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

function differences(edgeDifferences: readonly EdgeDifference[]): Markup {
  if (edgeDifferences.length === 0) return markup`<p class="lead">No edge is new or gone.</p>`;
  return markup`<ul class="edges">${edgeDifferences.map(({ change, certain, from, to, seen, of, absentFrom }) => {
    const [has, lacks] = change === 'new' ? ['candidate', 'baseline'] : ['baseline', 'candidate'];
    return markup`<li class="${change}"><b>${change === 'new' ? 'New' : 'Gone'}</b> <code>${from}</code> → <code>${to}</code>, in ${seen} of ${of} ${has} traces and in none of ${absentFrom} ${lacks} traces.${certain ? [] : markup` <i>Too rare to be certain.</i>`}</li>\n`;
  })}</ul>`;
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
