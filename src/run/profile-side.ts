import type { Uncovered } from '../collect/coverage-cause.js';
import { profileDriven } from '../collect/profiles.js';
import type { BothSides } from '../compare/alignment.js';
import type { DrivenSide } from '../drive/plan.js';
import { GateError } from '../errors.js';
import { causeSentences } from '../report/causes.js';
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

/** Throws GateError where X-Ray had nothing of a side; `why` is asked only then, and the error names what it answers. */
export async function assertTraced(
  profiles: Partial<BothSides<Profile>>,
  why: () => Promise<readonly Uncovered[]>,
): Promise<void> {
  for (const side of ['candidate', 'baseline'] as const) {
    const profile = profiles[side];
    if (profile !== undefined && profile.coverage.traced === 0) throw nothingTraced(side, profile, await why());
  }
}

function nothingTraced(side: DrivenSide, { coverage }: Profile, uncovered: readonly Uncovered[]): GateError {
  const what = `X-Ray has none of the traces of ${coverage.sent} ${side} requests, ${coverage.answered} of which were answered.`;
  const causes = causeSentences(uncovered).map((sentence) => `- ${sentence}`);
  return new GateError(
    [what, ...causes].join('\n'),
    causes.length > 0
      ? 'The section "When traces are missing" of docs/aws.md has all causes.'
      : 'See that tracing is active on the services behind the URL, that they honour X-Amzn-Trace-Id with Sampled=1 (Lambda: tracing mode Active; OpenTelemetry: a parent-based sampler), that "aws-region" is theirs, and, where Transaction Search is on, that the role may call xray:GetTraceSegmentDestination, xray:StartTraceRetrieval and xray:ListRetrievedTraces.',
  );
}
