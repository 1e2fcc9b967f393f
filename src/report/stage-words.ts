import type { StageOutcome } from '../compare/outcome.js';
import type { RunHealth } from '../drive/run-health.js';
import type { Coverage } from '../trace/coverage.js';
import { formatMs, formatRatio, formatShare } from './format.js';
import type { Compared, Report } from './report.js';
import { chanceSentence, sequentialSentences } from './sequential-words.js';

/** What the traffic was, and what each stage made of it: plain text, whole sentences. */
export function stageSentences(
  compared: Pick<Compared, 'stages' | 'alpha' | 'alphaAtMargin' | 'sequential' | 'nullMargin'>,
): string[] {
  return [
    ...compared.stages.map((stage) => {
      const ended = ` It ended after ${formatShare(stage.share)} of the planned pairs, which was enough.`;
      return stageSentence(stage) + (stage.share < 1 ? ended : '');
    }),
    ...sequentialSentences(compared),
    chanceSentence(compared),
  ];
}

function stageSentence({ kind, alpha, units, suspected }: StageOutcome): string {
  switch (kind) {
    case 'screen':
      return `Screen, ${units} pairs at ${formatShare(alpha)}: ${suspected === 0 ? 'nothing looks worse' : `${measurements(suspected)} worse`}.`;
    case 'confirm':
      return `Confirm, ${units} fresh pairs at ${formatShare(alpha)}, asked about these alone: ${suspected === 0 ? 'none of them is worse again' : `${measurements(suspected)} worse again`}.`;
    case 'only':
      return `One stage, at ${formatShare(alpha)}.`;
  }
}

function measurements(count: number): string {
  return count === 1 ? '1 measurement looks' : `${count} measurements look`;
}

/** What decides how small a change the pairs can show; null where there are none. */
export function pairingSentence({ pairing }: Pick<Compared, 'pairing'>): string | null {
  if (pairing === null) return null;
  const { correlation, offset } = pairing;
  const common =
    correlation === null
      ? 'Response times do not vary.'
      : `The two response times of a pair correlate by ${correlation.toFixed(2).replace('-', '−')}: the more, the smaller the change that as many pairs can find.`;
  const apart =
    offset === null
      ? ''
      : ` Over all operations and the first stage the candidate's typical response time differs from the baseline's by ${formatRatio(offset)}.`;
  return `${common}${apart}`;
}

/** Where requests were counted, as a heading, and how far they got there. */
export interface CoverageRow {
  readonly label: string;
  readonly coverage: Coverage;
}

/** One row for each version and stage; for the candidate alone where there was nothing to compare with. */
export function coverageRows({ compared, candidateCoverage }: Report): CoverageRow[] {
  if (compared === null) return [{ label: 'Candidate', coverage: candidateCoverage }];
  return compared.stages.flatMap(({ kind, coverage: { baseline, candidate } }) => {
    const again = kind === 'confirm' ? ', second stage' : '';
    return [
      { label: `Baseline${again}`, coverage: baseline },
      { label: `Candidate${again}`, coverage: candidate },
    ];
  });
}

/** What the driver saw, for people who know load tools: response times from the planned departure; null where none. */
export function fromPlanSentence({ fromPlan }: RunHealth): string | null {
  const sides = (['baseline', 'candidate'] as const).flatMap((side) => {
    const quantiles = fromPlan[side];
    if (quantiles === undefined) return [];
    const { p50Ms, p95Ms, p99Ms } = quantiles;
    return [`${side} ${formatMs(p50Ms)}, ${formatMs(p95Ms)}, ${formatMs(p99Ms)}`];
  });
  return sides.length === 0
    ? null
    : `As the driver saw it, from the planned departure, p50, p95 and p99: ${sides.join('; ')}.`;
}
