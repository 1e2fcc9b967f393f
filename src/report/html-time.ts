import type { TimePart, WhereTimeWent } from '../compare/where-time-went.js';
import { formatMs, formatMsChange, formatMsDifference } from './format.js';
import { table } from './html-table.js';
import { type Markup, markup } from './markup.js';
import type { Compared } from './report.js';

/** Steps with a colour of their own; the later ones, which changed less, share one. */
const COLOURS = 8;

/** Narrower than this share of the scale, a step has no room for its number. */
const ROOM_FOR_NUMBER = 0.035;

/** How each operation's mean response time divides over its critical path: the slower operations open, the rest folded. */
export function timeSection({ findings, whereTimeWent }: Compared): Markup {
  if (whereTimeWent.length === 0) return markup``;
  const slower = new Set(
    findings.filter(({ metric }) => metric === 'p95' || metric === 'typical').map(({ place }) => place.operation),
  );
  return markup`<section id="time"><h2>Where the time went</h2>
<p class="lead">Mean of warm requests, divided over the critical path: what the response waited for. The steps add up to the whole.</p>
${whereTimeWent.map((time) => breakdown(time, slower.has(time.operation)))}</section>`;
}

function breakdown(time: WhereTimeWent, open: boolean): Markup {
  const { operation, parts, meanMs } = time;
  const largest = Math.max(0, ...parts.map(changeOf).map(Math.abs));
  const rows = parts.map((part, i) => [
    markup`<span class="step"><span class="key c${colour(i)}">${i + 1}</span> ${stepMarkup(part)}</span>`,
    markup`${formatMs(part.meanMs.baseline)}`,
    markup`${formatMs(part.meanMs.candidate)}`,
    markup`${formatMsDifference(changeOf(part))}`,
    changeBar(changeOf(part), largest),
  ]);
  const whole = [
    markup`<b>whole request</b>`,
    markup`<b>${formatMs(meanMs.baseline)}</b>`,
    markup`<b>${formatMs(meanMs.candidate)}</b>`,
    markup`<b>${formatMsDifference(meanMs.candidate - meanMs.baseline)}</b>`,
    markup``,
  ];
  const scaleMs = Math.max(meanMs.baseline, meanMs.candidate, Number.MIN_VALUE);
  return markup`<details class="time"${open ? markup` open` : []}><summary><code>${operation}</code> <span class="total">${formatMsChange(meanMs.baseline, meanMs.candidate)} <b>${formatMsDifference(meanMs.candidate - meanMs.baseline)}</b></span></summary>
<dl class="bars"><dt>before</dt><dd>${stackedBar(time, 'baseline', scaleMs)}</dd><dt>now</dt><dd>${stackedBar(time, 'candidate', scaleMs)}</dd></dl>
${table(
  markup`Mean milliseconds on the critical path, largest change first`,
  [
    { label: 'Step' },
    { label: 'Before', numbers: true },
    { label: 'Now', numbers: true },
    { label: 'Change', numbers: true },
    { label: '' },
  ],
  [...rows, whole],
)}</details>`;
}

/** One side's steps end to end, on a scale of `scaleMs` from edge to edge. */
function stackedBar({ parts, meanMs }: WhereTimeWent, side: 'baseline' | 'candidate', scaleMs: number): Markup {
  let fromMs = 0;
  const steps = parts.map((part, i) => {
    const ms = part.meanMs[side];
    const x = (100 * fromMs) / scaleMs;
    const width = (100 * ms) / scaleMs;
    fromMs += ms;
    if (ms <= 0) return markup``;
    const number =
      width < 100 * ROOM_FOR_NUMBER
        ? []
        : markup`<text x="${x + width / 2}%" y="17" class="on-c${colour(i)}">${i + 1}</text>`;
    return markup`<g><title>${i + 1} ${part.node.name} ${part.step}: ${formatMs(ms)}</title><rect class="c${colour(i)}" x="${x}%" width="${width}%" height="24"/>${number}</g>`;
  });
  return markup`<svg class="stack" width="100%" height="24" role="img"><title>${side === 'baseline' ? 'Before' : 'Now'}: ${formatMs(meanMs[side])}</title>${steps}</svg>`;
}

/** A change to the left or to the right of the middle, against the largest change of its operation. */
function changeBar(changeMs: number, largestMs: number): Markup {
  const width = largestMs === 0 ? 0 : (38 * Math.abs(changeMs)) / largestMs;
  const kind = changeMs > 0 ? 'slower' : 'faster';
  return markup`<svg class="delta" width="80" height="12" aria-hidden="true"><rect class="${kind}" x="${changeMs > 0 ? 40 : 40 - width}" y="2" width="${width}" height="8"/><path class="zero" d="M40 0V12"/></svg>`;
}

function stepMarkup(part: TimePart): Markup {
  return part.step === ''
    ? markup`<code>${part.node.name}</code>`
    : markup`<code>${part.node.name}</code> <span>${part.step}</span>`;
}

function changeOf({ meanMs }: TimePart): number {
  return meanMs.candidate - meanMs.baseline;
}

function colour(index: number): number {
  return index < COLOURS ? index + 1 : 0;
}
