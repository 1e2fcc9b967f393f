import type { Change } from './change.js';

/** A place below an operation whose time is surely longer, and more clearly so than the operation's response time. */
export interface Sharper {
  readonly part: Change;
  readonly whole: Change;
}

/**
 * For each operation, where a part's own test is sharper than the whole's: a query that takes 61 ± 5 instead of 40 ± 5 ms is
 * surely slower, also within requests of 200 ± 90 ms that show nothing of it. Of the parts that are regressed, the surest;
 * it counts where the whole is not regressed, or where the part's p is no larger and its change is larger in multiples
 * of its own interval. Parts and whole are of one family: no further test is made.
 */
export function sharperParts(changes: readonly Change[]): Sharper[] {
  const latencies = changes.filter(({ metric }) => metric === 'typical' || metric === 'p95');
  const parts = latencies.filter((change) => !isWhole(change) && change.state === 'regressed');
  return [...Map.groupBy(parts, ({ place }) => place.operation)].flatMap(([operation, below]) => {
    const part = below.toSorted(surestFirst)[0]!;
    const wholes = latencies.filter((change) => isWhole(change) && change.place.operation === operation);
    const whole =
      wholes.filter(({ state }) => state === 'regressed').toSorted(surestFirst)[0] ??
      wholes.find(({ metric }) => metric === part.metric);
    return whole !== undefined && isSharper(part, whole) ? [{ part, whole }] : [];
  });
}

function isWhole({ place }: Change): boolean {
  return place.node === null && place.edge === null;
}

function isSharper(part: Change, whole: Change): boolean {
  return whole.state !== 'regressed' || (part.p <= whole.p && inIntervals(part) > inIntervals(whole));
}

/** ln of the ratio in widths of its interval; 0 where that has no end. */
function inIntervals({ ratio, interval: [low, high] }: Change): number {
  const width = Math.log(high / low);
  return ratio === null || !(width < Number.POSITIVE_INFINITY) ? 0 : Math.log(ratio) / Math.max(width, 1e-9);
}

function surestFirst(a: Change, b: Change): number {
  return a.p - b.p || b.candidate - b.baseline - (a.candidate - a.baseline);
}
