import type { BothSides } from '../compare/alignment.js';
import { formatMs, formatMsChange, formatMsDifference } from './format.js';
import { table } from './html-table.js';
import { type Markup, markup, prose } from './markup.js';

/** Steps with a colour of their own; the later ones, which changed less, share one. */
const COLOURS = 8;

/** Narrower than this share of the scale, a step has no room for its number. */
const ROOM_FOR_NUMBER = 0.035;

/** How some time of an operation's requests divides over steps that add up to it. */
export interface Division {
  readonly operation: string;
  /** `p95 response time` */
  readonly of: string;
  readonly caption: string;
  readonly open: boolean;
  readonly ms: BothSides<number>;
  readonly steps: readonly DividedStep[];
}

interface DividedStep {
  readonly shown: Markup;
  readonly plain: string;
  readonly ms: BothSides<number>;
  /** Of the change, 90 %; empty where there is none. */
  readonly interval: string;
}

/** Two bars, of before and of now, and a table of their steps. */
export function breakdown(division: Division): Markup {
  const { operation, of, caption, open, ms, steps } = division;
  const largest = Math.max(0, ...steps.map(changeOf).map(Math.abs));
  const withInterval = steps.some(({ interval }) => interval !== '');
  const ifInterval = (cell: Markup): Markup[] => (withInterval ? [cell] : []);
  const rows = steps.map((step, i) => [
    markup`<span class="step"><span class="key c${colour(i)}">${i + 1}</span> ${step.shown}</span>`,
    markup`${formatMs(step.ms.baseline)}`,
    markup`${formatMs(step.ms.candidate)}`,
    markup`${formatMsDifference(changeOf(step))}`,
    ...ifInterval(markup`${step.interval}`),
    changeBar(changeOf(step), largest),
  ]);
  const whole = [
    markup`<b>${of === 'mean' ? 'whole request' : of}</b>`,
    markup`<b>${formatMs(ms.baseline)}</b>`,
    markup`<b>${formatMs(ms.candidate)}</b>`,
    markup`<b>${formatMsDifference(changeOf(division))}</b>`,
    ...ifInterval(markup``),
    markup``,
  ];
  return markup`<details class="time"${open ? markup` open` : []}><summary><code>${operation}</code> <span class="total">${of} ${formatMsChange(ms.baseline, ms.candidate)} <b>${formatMsDifference(changeOf(division))}</b></span></summary>
<dl class="bars"><dt>before</dt><dd>${stackedBar(division, 'baseline')}</dd><dt>now</dt><dd>${stackedBar(division, 'candidate')}</dd></dl>
${table(
  prose(caption),
  [
    { label: 'Step' },
    { label: 'Before', numbers: true },
    { label: 'Now', numbers: true },
    { label: 'Change', numbers: true },
    ...(withInterval ? [{ label: '90 % interval, ms', numbers: true }] : []),
    { label: '' },
  ],
  [...rows, whole],
)}</details>`;
}

/** One side's steps end to end, on a scale that both sides' fit on. */
function stackedBar({ steps, ms }: Division, side: 'baseline' | 'candidate'): Markup {
  const lengthOf = (which: 'baseline' | 'candidate') =>
    steps.reduce((sum, step) => sum + Math.max(0, step.ms[which]), 0);
  const scaleMs = Math.max(lengthOf('baseline'), lengthOf('candidate'), Number.MIN_VALUE);
  let fromMs = 0;
  const rects = steps.map((step, i) => {
    const stepMs = step.ms[side];
    if (stepMs <= 0) return markup``;
    const x = (100 * fromMs) / scaleMs;
    const width = (100 * stepMs) / scaleMs;
    fromMs += stepMs;
    const number =
      width < 100 * ROOM_FOR_NUMBER
        ? []
        : markup`<text x="${x + width / 2}%" y="17" class="on-c${colour(i)}">${i + 1}</text>`;
    return markup`<g><title>${i + 1} ${step.plain}: ${formatMs(stepMs)}</title><rect class="c${colour(i)}" x="${x}%" width="${width}%" height="24"/>${number}</g>`;
  });
  return markup`<svg class="stack" width="100%" height="24" role="img"><title>${side === 'baseline' ? 'Before' : 'Now'}: ${formatMs(ms[side])}</title>${rects}</svg>`;
}

/** A change to the left or to the right of the middle, against the largest change of its operation. */
function changeBar(changeMs: number, largestMs: number): Markup {
  const width = largestMs === 0 ? 0 : (38 * Math.abs(changeMs)) / largestMs;
  const kind = changeMs > 0 ? 'slower' : 'faster';
  return markup`<svg class="delta" width="80" height="12" aria-hidden="true"><rect class="${kind}" x="${changeMs > 0 ? 40 : 40 - width}" y="2" width="${width}" height="8"/><path class="zero" d="M40 0V12"/></svg>`;
}

function changeOf({ ms }: { readonly ms: BothSides<number> }): number {
  return ms.candidate - ms.baseline;
}

function colour(index: number): number {
  return index < COLOURS ? index + 1 : 0;
}
