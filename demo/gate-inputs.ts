import type { Deployment } from './shop-processes.js';

/** What a run of the gate sends to each of two builds. */
export interface Traffic {
  readonly arrivalsPerSecond: number;
  readonly durationS: number;
  readonly warmUpS: number;
}

/** Which builds a run of the gate compares, and how. */
export interface Comparison {
  readonly baseline: Deployment;
  readonly candidate: Deployment;
  readonly traffic: Traffic;
  /** Of the plan and of the test; null to have the action draw one. */
  readonly seed: number | null;
  /** Where the reports go. */
  readonly folder: string;
}

/** The inputs that a workflow would set to compare two builds of the shop; the action gives the others their defaults. */
export function gateInputs({ baseline, candidate, traffic, seed, folder }: Comparison): Record<string, string> {
  return {
    url: candidate.url,
    version: candidate.build,
    'baseline-url': baseline.url,
    baseline: baseline.build,
    requests: '2 POST /orders\n1 GET /orders/1042',
    rate: String(traffic.arrivalsPerSecond),
    duration: `${traffic.durationS}s`,
    pairs: String(traffic.arrivalsPerSecond * traffic.durationS),
    'warm-up': `${traffic.warmUpS}s`,
    'trace-source': 'aws',
    'aws-region': 'eu-west-1',
    'github-token': 'demo-token',
    comment: 'always',
    'comment-key': candidate.build,
    'report-path': folder,
    ...(seed === null ? {} : { seed: String(seed) }),
  };
}
