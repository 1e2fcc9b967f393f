import type { Traffic } from './gate-inputs.js';
import type { Finding } from './gate-result.js';
import type { Build } from './shop-processes.js';

/** A build that does one thing worse than its baseline, and what the gate is to say of it. */
export interface Variant {
  readonly name: string;
  readonly baseline: Build;
  readonly candidate: Build;
  readonly traffic: Traffic;
  /** Findings that name the fault; at least one of each. None where the build is no worse. */
  readonly names: readonly ((finding: Finding) => boolean)[];
  /** Findings that follow from it: any number of them. Whatever is neither blames the wrong thing. */
  readonly follows: (finding: Finding) => boolean;
}

const USUAL: Traffic = { arrivalsPerSecond: 12, durationS: 30, warmUpS: 3 };
/** An edge of 2 % of the orders takes several hundred orders to be told from chance. */
const MORE: Traffic = { arrivalsPerSecond: 20, durationS: 45, warmUpS: 3 };

const isTime = ({ metric }: Finding) => metric === 'typical' || metric === 'p95';
const ofOperation = ({ node, edge }: Finding) => node === null && edge === null;
const timeOfOperation = (finding: Finding) => isTime(finding) && ofOperation(finding);
const at = (name: string) => (finding: Finding) => finding.node === name || finding.edge?.to === name;
const isOf = (metric: string, name: string) => (finding: Finding) => finding.metric === metric && at(name)(finding);
const timeAt = (name: string) => (finding: Finding) => isTime(finding) && at(name)(finding);

export const VARIANTS: readonly Variant[] = [
  {
    name: 'a slower dependency two hops down',
    baseline: 'v1',
    candidate: 'v2-slow-stock',
    traffic: USUAL,
    names: [timeAt('stock')],
    follows: timeOfOperation,
  },
  {
    name: 'one more read per order',
    baseline: 'v1',
    candidate: 'v2-one-more-read',
    traffic: USUAL,
    names: [isOf('calls', 'orders')],
    follows: timeOfOperation,
  },
  {
    name: 'a retry storm: notifications refused with 429 and sent again',
    baseline: 'v1',
    candidate: 'v2-retry-storm',
    traffic: USUAL,
    names: [isOf('calls', 'notification'), isOf('throttles', 'notification')],
    follows: (finding) => isOf('errors', 'notification')(finding) || timeOfOperation(finding),
  },
  {
    name: 'a throttled table, whose calls the AWS SDK retries',
    baseline: 'v1',
    candidate: 'v2-throttled-table',
    traffic: USUAL,
    names: [isOf('retries', 'stock')],
    follows: (finding) => timeAt('stock')(finding) || timeOfOperation(finding),
  },
  {
    name: 'a fault that its caller swallows',
    baseline: 'v1',
    candidate: 'v2-swallowed-fault',
    traffic: USUAL,
    names: [isOf('faults', 'notification')],
    follows: () => false,
  },
  {
    name: 'a new edge at 2 % of the orders',
    baseline: 'v1',
    candidate: 'v2-rare-edge',
    traffic: MORE,
    names: [isOf('edge', 'fraud-check')],
    follows: () => false,
  },
  {
    name: 'a cache that was removed',
    baseline: 'v1-cache',
    candidate: 'v2-no-cache',
    traffic: USUAL,
    names: [isOf('calls', 'stock')],
    follows: timeOfOperation,
  },
  {
    name: 'more cold starts, and nothing else',
    baseline: 'v1-function',
    candidate: 'v2-function',
    traffic: USUAL,
    names: [],
    follows: () => false,
  },
];

/** How a run's findings differ from what its variant was to show, as sentences; empty where they do not. */
export function unexpected(
  variant: Variant,
  result: {
    readonly verdict: string;
    readonly reasons: readonly string[];
    readonly findings: readonly Finding[];
  } | null,
): string[] {
  if (result === null) return ['The action left no result.'];
  const { names, follows } = variant;
  const expected = names.length === 0 ? 'passed' : 'regressed';
  const missing = names.filter((isNamed) => !result.findings.some(isNamed)).length;
  return [
    ...(result.verdict === expected
      ? []
      : [`The verdict is ${[result.verdict, ...result.reasons].join('. ')}; it should be ${expected}.`]),
    ...(missing === 0 ? [] : [`${missing} of the ${names.length} things that should be named are not.`]),
    ...wrongBlames({ names, follows }, result.findings),
  ];
}

/** Findings that neither name what was planted nor follow from it, as sentences. */
export function wrongBlames(
  { names, follows }: Pick<Variant, 'names' | 'follows'>,
  findings: readonly Finding[],
): string[] {
  return findings
    .filter((finding) => !follows(finding) && !names.some((isNamed) => isNamed(finding)))
    .map(({ metric, operation, node, edge }) => {
      const where = edge === null ? (node ?? operation) : `${edge.from} → ${edge.to}`;
      return `A finding blames ${metric} of ${where}.`;
    });
}
