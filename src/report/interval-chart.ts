import type { Finding } from './finding.js';
import { findingWords } from './finding-words.js';
import { type Markup, markup } from './markup.js';

const WIDTH = 250;
const HEIGHT = 26;
const MIDDLE = HEIGHT / 2;
const EDGE = 6;

/** Draws one change: its 90 % interval as a bar, the estimate as a dot, the tolerance and no change as lines. */
export type IntervalChart = (finding: Finding) => Markup;

/**
 * The charts of several findings. Findings of one unit share a scale, so that their bars can be compared: times by the
 * logarithm of their ratio, shares and calls by their difference.
 *
 * ```
 *        |    ┆░░░░░░░░░░░░░
 *        |    ┆░▐████●███▌░░     worse than tolerable: the shaded side
 *        0    tolerance
 * ```
 * An end that the samples do not bound, or that would squeeze the others, is cut at the chart's edge with an arrow.
 */
export function intervalCharts(findings: readonly Finding[]): IntervalChart {
  const domains = new Map(
    [...Map.groupBy(findings, unitOf)].map(([unit, of]) => [unit, domainOf(of.map(effectOf))] as const),
  );
  return (finding) => {
    const effect = effectOf(finding);
    const [low, high] = domains.get(unitOf(finding)) ?? domainOf([effect]);
    const at = (value: number) => {
      const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
      return EDGE + share * (WIDTH - 2 * EDGE);
    };
    const [from, to] = [at(effect.low), at(effect.high)];
    const { change, interval, tolerance } = findingWords(finding);
    const tolerated = at(effect.tolerance);
    return markup`<svg class="interval ${finding.state}" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img"><title>${change}, 90 % interval ${interval}, tolerance ${tolerance}</title><rect class="beyond" x="${tolerated}" width="${WIDTH - tolerated}" height="${HEIGHT}"/>${['edge', 'denied edge', 'replay'].includes(finding.metric) ? [] : markup`<path class="tolerance" d="M${tolerated} 0V${HEIGHT}"/>`}<path class="zero" d="M${at(0)} 0V${HEIGHT}"/><rect class="range" x="${from}" y="${MIDDLE - 4}" width="${Math.max(2, to - from)}" height="8" rx="2"/>${effect.low < low ? arrow(EDGE, -1) : []}${effect.high > high ? arrow(WIDTH - EDGE, 1) : []}<circle class="estimate" cx="${at(effect.estimate)}" cy="${MIDDLE}" r="4"/></svg>`;
  };
}

interface Effect {
  readonly low: number;
  readonly high: number;
  readonly estimate: number;
  readonly tolerance: number;
}

function unitOf({ metric, intervalOf }: Finding): string {
  return intervalOf === 'ratio'
    ? 'ratio'
    : ['calls', 'retries', 'edge', 'denied edge', 'replay'].includes(metric)
      ? metric
      : 'share';
}

function effectOf({ intervalOf, interval, baseline, candidate, ratio, tolerance }: Finding): Effect {
  const [low, high] = [interval[0], interval[1] ?? Number.POSITIVE_INFINITY];
  return intervalOf === 'ratio'
    ? {
        low: Math.log(low),
        high: Math.log(high),
        estimate: Math.log(ratio ?? Number.POSITIVE_INFINITY),
        tolerance: Math.log1p(tolerance),
      }
    : { low, high, estimate: candidate - baseline, tolerance };
}

/** From the estimates, the tolerances and 0; the intervals may widen it, each way by its own width at most. */
function domainOf(effects: readonly Effect[]): readonly [number, number] {
  const points = [0, ...effects.flatMap(({ estimate, tolerance }) => [estimate, tolerance])].filter(Number.isFinite);
  const [low, high] = [Math.min(...points), Math.max(...points)];
  const span = high - low || 1;
  const lowest = Math.min(low - span / 12, ...effects.map((effect) => effect.low));
  const highest = Math.max(high + span / 12, ...effects.map((effect) => effect.high));
  return [Math.max(lowest, low - span), Math.min(highest, high + span)];
}

function arrow(x: number, direction: 1 | -1): Markup {
  return markup`<path class="range" d="M${x} ${MIDDLE - 6}l${6 * direction} 6l${-6 * direction} 6z"/>`;
}
