import {
  formatCount,
  formatCountChange,
  formatMsChange,
  formatP,
  formatPoints,
  formatRatio,
  formatShare,
} from './format.js';
import type { Finding } from './report.js';

/** A finding in words and numbers, unescaped: what every printer says in its own markup. */
export interface FindingWords {
  /** `p95 response time` */
  readonly what: string;
  /** `212 → 287 ms` */
  readonly measured: string;
  /** `+35 %` */
  readonly change: string;
  /** `+21 % … +48 %` */
  readonly interval: string;
  /** `10 %` */
  readonly tolerance: string;
  readonly p: string;
  /** `312 + 312` */
  readonly samples: string;
}

const TIMES = { typical: 'typical', p95: 'p95' } as const;

export function findingWords(finding: Finding): FindingWords {
  const { metric, place, baseline, candidate, ratio, interval, samples } = finding;
  const common = { p: formatP(finding.p), samples: `${samples.baseline} + ${samples.candidate}` };
  const [low, high] = interval;
  switch (metric) {
    case 'typical':
    case 'p95': {
      const of = place.edge !== undefined ? 'call' : place.node !== undefined ? 'self time' : 'response time';
      return {
        ...common,
        what: `${TIMES[metric]} ${of}`,
        measured: formatMsChange(baseline, candidate),
        change: formatRatio(ratio ?? Number.POSITIVE_INFINITY),
        interval: `${formatRatio(low)} … ${high === null ? 'no limit' : formatRatio(high)}`,
        tolerance: `+${percent(finding.tolerance)}`,
      };
    }
    case 'faults':
    case 'errors':
    case 'throttles': {
      const own = place.node !== undefined ? 'own ' : '';
      return {
        ...common,
        what: `${own}${metric}`,
        measured: `${formatShare(baseline)} → ${formatShare(candidate)}`,
        change: formatPoints(candidate - baseline),
        interval: `${formatPoints(low)} … ${high === null ? 'no limit' : formatPoints(high)}`,
        tolerance: formatPoints(finding.tolerance),
      };
    }
    case 'calls':
      return {
        ...common,
        what: 'calls per request',
        measured: `${formatCount(baseline)} → ${formatCount(candidate)}`,
        change: formatCountChange(candidate - baseline),
        interval: `${formatCountChange(low)} … ${high === null ? 'no limit' : formatCountChange(high)}`,
        tolerance: formatCountChange(finding.tolerance),
      };
    case 'edge':
      return {
        ...common,
        what: 'new edge',
        measured: `${formatShare(baseline)} → ${formatShare(candidate)} of traces`,
        change: 'new',
        interval: `${formatPoints(low)} … ${high === null ? 'no limit' : formatPoints(high)}`,
        tolerance: 'none',
      };
  }
}

/** `POST /orders › order-processor → order-lines`, parts unescaped, outermost first. */
export function placeParts({ place }: Finding): readonly string[] {
  return [
    ...(place.operation === undefined ? [] : [place.operation]),
    ...(place.node === undefined ? [] : [place.node]),
    ...(place.edge === undefined ? [] : [`${place.edge.from} → ${place.edge.to}`]),
  ];
}

/** The smallest slow-down that would have been caught, as `+12 %`; null where that makes no sense. */
export function detectableWords({ detectable, testable }: Finding): string | null {
  if (!testable) return 'too few samples to tell';
  return detectable === null ? null : `from +${percent(detectable)}`;
}

function percent(share: number): string {
  const value = share * 100;
  return `${value >= 9.95 || Number.isInteger(value) ? value.toFixed(0) : value.toFixed(1)} %`;
}
