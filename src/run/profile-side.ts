import { profileDriven } from '../collect/profiles.js';
import type { DrivenSide } from '../drive/plan.js';
import { GateError } from '../errors.js';
import type { Profile } from '../trace/profile.js';
import type { Seen } from './measure.js';

/** The profile of one side of what was measured. `expected`: the version that its traces must name; null: any one. */
export function profileSide(
  side: DrivenSide,
  { exchanges, collected }: Seen,
  expected: string | null,
  run: { readonly id: string; readonly inPairs: boolean },
): Profile {
  const ofSide = exchanges.filter((exchange) => exchange.side === side);
  return profileDriven(ofSide, collected, expected, run);
}

/** Throws GateError where X-Ray had nothing of a side. */
export function assertTraced(side: DrivenSide, { coverage }: Profile): void {
  if (coverage.traced > 0) return;
  throw new GateError(
    `X-Ray has none of the traces of ${coverage.sent} ${side} requests, ${coverage.answered} of which were answered.`,
    'See that tracing is active on the services behind the URL, that they honour X-Amzn-Trace-Id with Sampled=1 (Lambda: tracing mode Active; OpenTelemetry: a parent-based sampler), that "aws-region" is theirs, and, where Transaction Search is on, that the role may call xray:GetTraceSegmentDestination, xray:StartTraceRetrieval and xray:ListRetrievedTraces.',
  );
}
