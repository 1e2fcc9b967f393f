import type { Finding } from './finding.js';
import {
  formatCount,
  formatCountChange,
  formatMsChange,
  formatP,
  formatPoints,
  formatRatio,
  formatShare,
  formatTimes,
} from './format.js';

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
        interval: pointsInterval(low, high),
        tolerance: formatPoints(finding.tolerance),
      };
    }
    case 'calls':
    case 'retries':
      return {
        ...common,
        what: metric === 'calls' && place.node !== undefined ? 'times per request' : `${metric} per request`,
        measured: `${formatCount(baseline)} → ${formatCount(candidate)}`,
        change: formatCountChange(candidate - baseline),
        interval: `${formatCountChange(low)} … ${high === null ? 'no limit' : formatCountChange(high)}`,
        tolerance: formatCountChange(finding.tolerance),
      };
    case 'replay':
      return {
        ...common,
        what: `the same request fails again${finding.cause === null ? '' : ` (${finding.cause})`}`,
        measured: `${timesOf(baseline, samples.baseline)} → ${timesOf(candidate, samples.candidate)} times`,
        change: formatPoints(candidate - baseline),
        interval: pointsInterval(low, high),
        tolerance: 'none',
      };
    case 'edge':
      return {
        ...common,
        what: 'new edge',
        measured: `${formatShare(baseline)} → ${formatShare(candidate)} of traces`,
        change: 'new',
        interval: pointsInterval(low, high),
        tolerance: 'none',
      };
    case 'denied edge':
      return {
        ...common,
        // It was seen: that is no matter of chance.
        p: '–',
        what: `denied edge${finding.cause === null ? '' : ` (${finding.cause})`}`,
        measured: `${formatShare(baseline)} → ${formatShare(candidate)} of traces`,
        change: 'denied',
        interval: pointsInterval(low, high),
        tolerance: 'none',
      };
  }
}

function timesOf(share: number, of: number): string {
  return `${Math.round(share * of)} of ${of}`;
}

/** What the first stage had shown: `+41 %, p 0.0005 at first`; null where there was no second. */
export function firstWords(finding: Finding): string | null {
  const { first } = finding;
  if (first === null) return null;
  const { change, p } = findingWords({ ...finding, ...first, first: null });
  return `${change === 'new' ? `${formatShare(first.candidate)} of traces` : change}, p ${p} at first`;
}

function pointsInterval(low: number, high: number | null): string {
  return high === null
    ? `${formatPoints(low)} … no limit`
    : `${formatPoints(low).replace(/ points$/, '')} … ${formatPoints(high)}`;
}

/** `POST /orders › order-processor → order-lines`, parts unescaped, outermost first. */
export function placeParts({ place }: Pick<Finding, 'place'>): readonly string[] {
  return [...(place.operation === undefined ? [] : [place.operation]), ...partsBelow(place)];
}

/** The same without the operation: empty where the place is the operation itself. */
export function partsBelow({ node, edge, step }: Finding['place']): readonly string[] {
  return [
    ...(node === undefined ? [] : [node]),
    ...(edge === undefined ? [] : [`${edge.from} → ${edge.to}`]),
    ...(step === undefined ? [] : [step]),
  ];
}

/**
 * The smallest change for the worse that would have been caught, as `from +12 %`, and for what is inconclusive how much
 * more traffic would settle it; null where neither is known.
 */
export function detectableWords({ detectable, testable, intervalOf, state, needs }: Finding): string | null {
  const caught =
    detectable === null
      ? null
      : `from ${intervalOf === 'ratio' ? `+${percent(detectable)}` : formatPoints(detectable)}`;
  const settled =
    state === 'inconclusive' && needs !== null ? `${formatTimes(needs)} the requests would settle it` : null;
  const words = [testable ? caught : 'too few samples to tell', settled].filter((each) => each !== null);
  return words.length === 0 ? null : words.join('; ');
}

function percent(share: number): string {
  const value = share * 100;
  return `${value >= 9.95 || Number.isInteger(value) ? value.toFixed(0) : value.toFixed(1)} %`;
}
