import type { Timeline, TimelineRow } from '../trace/timeline.js';
import type { Finding } from './finding.js';
import { formatMs } from './format.js';
import { type Markup, markup } from './markup.js';
import { placeOn, type TimeScale, ticksOf } from './time-scale.js';

/** Shorter than this share of the scale nothing can be seen. */
const NARROWEST = 0.5;
/** Further in there would be no room left for names. */
const MOST_INDENTED = 12;

/**
 * One trace as a table: what was done, indented below what called it; when, as bars; and for how long. Rows at the
 * finding's place are set off.
 *
 * ```
 * api POST /orders         ██░░░░░░░░░░░░░░░░██    287 ms     solid: the response waited for it itself
 *   → orders                 ░░░░░░░░░░░░░░░░      250 ms     light: it ran
 *     3 × table GetItem          ██ ██ ██           90 ms
 * ```
 */
export function timelineTable({ rows, leftOut }: Timeline, scale: TimeScale, place: Finding['place']): Markup {
  const grid = (100 * scale.stepMs) / (scale.toMs - scale.fromMs);
  return markup`<table class="lanes" style="--grid:${grid}%">
<thead><tr><th scope="col">Step</th><th scope="col" class="lane"><span class="unseen">When, in ms</span>${axis(scale)}</th><th scope="col" class="n">Took</th></tr></thead>
<tbody>
${rows.map((row) => rowMarkup(row, scale, place))}</tbody>
</table>${leftOut === 0 ? [] : markup`<p class="lead">${leftOut} more segments and subsegments, shorter or less telling, are left out.</p>`}`;
}

function rowMarkup(row: TimelineRow, scale: TimeScale, place: Finding['place']): Markup {
  const indent = Math.min(row.depth, MOST_INDENTED);
  const took = row.inProgress ? markup`no end` : markup`${formatMs(row.durationMs)}`;
  return markup`<tr${isAt(row, place) ? HERE : NOTHING}><th scope="row" style="--depth:${indent}" title="${words(row)}">${label(row)}</th><td class="lane">${lane(row, scale)}</td><td class="n">${took}</td></tr>\n`;
}

const NOTHING = markup``;
const HERE = markup` class="here"`;

/** The mark stands before what may be cut where room is short. */
function label(row: TimelineRow): Markup {
  const { kind, node, count, fault } = row;
  const times = count === 1 ? NOTHING : markup`<b>${count} ×</b> `;
  const arrow = kind === 'call' ? markup`<span class="sep">→</span> ` : NOTHING;
  const who = kind === 'part' ? NOTHING : markup`${arrow}<code>${node}</code> `;
  const mark = markOf(row);
  const failed = mark === '' ? NOTHING : markup`<b class="${fault ? 'worse' : 'warned'}">${mark}</b> `;
  return markup`${times}${who}${failed}<span>${deed(row)}</span>`;
}

function words(row: TimelineRow): string {
  const who = row.kind === 'part' ? [] : [row.node];
  return [...who, deed(row), markOf(row)].filter((word) => word !== '').join(' ');
}

/** What was done, where that is not said by who did it. */
function deed({ kind, node, name }: TimelineRow): string {
  return kind !== 'part' && name === node ? '' : name;
}

function markOf({ fault, error, throttle, status }: TimelineRow): string {
  const word = fault ? 'fault' : throttle ? 'throttled' : error ? 'error' : '';
  return word === '' || status === null ? word : `${word} ${status}`;
}

function lane(row: TimelineRow, scale: TimeScale): Markup {
  const bars = [
    ...row.ran.map((stretch) => bar(stretch, scale, 'ran', 3, 8)),
    ...row.onPath.map((stretch) => bar(stretch, scale, 'path', 2, 10)),
  ];
  return markup`<svg class="${row.fault ? 'fault' : 'fine'}" width="100%" height="14" role="img"><title>${when(row)}</title>${bars}${beyond(row, scale)}</svg>`;
}

function bar(
  { fromMs, toMs }: TimelineRow['ran'][number],
  scale: TimeScale,
  kind: 'ran' | 'path',
  y: number,
  height: number,
): Markup {
  if (fromMs >= scale.toMs || toMs < scale.fromMs) return NOTHING;
  const width = Math.max(NARROWEST, placeOn(scale, toMs) - placeOn(scale, fromMs));
  const x = Math.min(placeOn(scale, fromMs), 100 - width);
  return markup`<rect class="${kind}" x="${x}%" y="${y}" width="${width}%" height="${height}"/>`;
}

/** What lies outside of the scale is said, since it is not drawn. */
function beyond({ ran }: TimelineRow, scale: TimeScale): Markup {
  const startMs = Math.min(...ran.map(({ fromMs }) => fromMs));
  const endMs = Math.max(...ran.map(({ toMs }) => toMs));
  if (startMs >= scale.toMs) return markup`<text x="100%" y="11" text-anchor="end">from ${signed(startMs)} →</text>`;
  if (endMs > scale.toMs) return markup`<text x="100%" y="11" text-anchor="end">→</text>`;
  if (endMs < scale.fromMs) return markup`<text x="0" y="11">← until ${signed(endMs)}</text>`;
  return startMs < scale.fromMs ? markup`<text x="0" y="11">←</text>` : NOTHING;
}

function when({ ran, onPath, durationMs, count }: TimelineRow): string {
  const startMs = Math.min(...ran.map(({ fromMs }) => fromMs));
  const pathMs = onPath.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  const took = count === 1 ? formatMs(durationMs) : `${formatMs(durationMs)} in ${count}`;
  return `from ${signed(startMs)}, ${took}${pathMs > 0 ? `, ${formatMs(pathMs)} of it on the critical path` : ''}`;
}

function axis(scale: TimeScale): Markup {
  const ticks = ticksOf(scale);
  const labels = ticks.map((ms, i) => {
    const x = placeOn(scale, ms);
    const anchor = i === 0 ? 'start' : x > 88 ? 'end' : 'middle';
    return markup`<text x="${x}%" y="11" text-anchor="${anchor}">${i === 0 ? `${tick(ms)} ms` : tick(ms)}</text>`;
  });
  return markup`<svg width="100%" height="14" aria-hidden="true">${labels}</svg>`;
}

function tick(ms: number): string {
  return String(ms).replace('-', '−');
}

function signed(ms: number): string {
  return ms < 0 ? `−${formatMs(-ms)}` : formatMs(ms);
}

/** By name, which is all that a finding has of its place. */
function isAt({ kind, node, name }: TimelineRow, { node: at, edge, step }: Finding['place']): boolean {
  if (edge !== undefined) return kind === 'call' && node === edge.to && (step === undefined || step === name);
  if (at === undefined) return false;
  return node === at && (step === undefined ? kind !== 'part' : kind === 'part' && name === step);
}
