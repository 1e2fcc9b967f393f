import type { Uncovered } from '../collect/coverage-causes.js';
import type { Reason } from '../compare/verdict.js';
import { plain } from './escape.js';
import { formatMsChange, formatPoints, formatRatio, formatShare, formatTimes } from './format.js';

const MOST_NAMED = 5;

/** Why a comparison could not be called, and what would help, unless `uncovered` says that. Plain text, whole sentences. */
export function reasonTexts(reasons: readonly Reason[], uncovered: readonly Uncovered[]): string[] {
  const explained = uncovered.filter(({ causes }) => causes.length > 0);
  return reasons.map((reason) => {
    if (reason.kind !== 'coverage') return reasonText(reason);
    const isExplained = explained.some((each) => isOf(reason, each));
    return coverageText(reason, isExplained);
  });
}

type CoverageReason = Extract<Reason, { kind: 'coverage' }>;

function isOf(reason: CoverageReason, { side, stage }: Uncovered): boolean {
  return reason.side === side && (reason.stage === 'confirm') === (stage === 'second');
}

function coverageText({ side, stage, share, minimumCoverage, coverage }: CoverageReason, isExplained: boolean): string {
  const { sent, traced, complete, otherVersion } = coverage;
  const ofStage = stage === 'confirm' ? ' of the second stage' : '';
  const found = `Whole traces were found for ${complete} of ${sent} ${side} requests${ofStage} (${formatShare(share)}; "minimum-coverage" is ${formatShare(minimumCoverage)}).`;
  const inPart = traced - otherVersion - complete;
  const losses = `${sent - traced} have no trace, ${inPart} a trace in part, ${otherVersion} a trace of another version.`;
  const remedy = isExplained ? '' : ` ${coverageRemedy({ none: sent - traced, inPart, otherVersion })}`;
  return `${found} ${losses}${remedy}`;
}

/** One reason by itself, as {@link reasonTexts} has it. */
export function reasonText(reason: Reason): string {
  switch (reason.kind) {
    case 'coverage':
      return coverageText(reason, false);
    case 'too few traces': {
      if (reason.operations.length === 0) return 'There are no requests to compare.';
      const named = reason.operations.slice(0, MOST_NAMED);
      const more = reason.operations.length - named.length;
      const operations = named.map(({ operation, comparable }) => `${plain(operation)} (${comparable})`).join(', ');
      return `Too few comparable requests: ${operations}${more > 0 ? ` and ${more} more operations` : ''}; "minimum-traces" is ${reason.minimumTraces}. Raise "duration" or "rate", or lower "minimum-traces".`;
    }
    case 'environment changed': {
      const { ratio, controls } = reason.common;
      return `${controls} places that the change cannot have touched moved together, by ${formatRatio(ratio)}: the two runs were made under different conditions. Run the gate again, or drive both versions side by side with "baseline-url".`;
    }
    case 'failing': {
      const { operation, metric, failed } = reason.failing;
      const when = reason.stage === 'confirm' ? 'In the second stage ' : '';
      const remedy =
        reason.stage === 'confirm'
          ? 'See what happened to the deployments meanwhile, and run the gate again.'
          : 'Check path, body and authorisation in "requests".';
      return `${plain(operation)}: ${when}${formatShare(failed.candidate)} of the candidate's requests and ${formatShare(failed.baseline)} of the baseline's are ${metric}, so their times say nothing. ${remedy}`;
    }
    case 'not confirmed':
      return `What looked worse could not be measured again: ${reason.because} Run the gate again.`;
    case 'not asked again': {
      const named = reason.changes.slice(0, MOST_NAMED).map(({ metric, place }) => {
        const below =
          place.node?.name ?? (place.edge === null ? null : `${place.edge.from.name} → ${place.edge.to.name}`);
        const step = place.step === undefined ? '' : ` › ${plain(place.step)}`;
        return `${metric} of ${plain(below ?? place.operation)}${step}`;
      });
      const more = reason.changes.length - named.length;
      return `The second stage had no traces to ask again about what looked worse in the first: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}. Run the gate again, longer.`;
    }
    case 'ended early':
      return `The first stage ended after ${formatShare(reason.share)} of its pairs because something looked worse, and the second did not see all of it again: what the rest would have shown is not known. Run the gate again, or with "early-stop: confirmed".`;
    case 'undecided': {
      const { metric, place, baseline, candidate, interval, intervalOf, needs } = reason.change;
      const [low, high] = interval;
      const operation = plain(place.operation);
      const more = reason.runsDiffer
        ? 'Runs of unchanged code differ too much to say more: drive both versions side by side with "baseline-url".'
        : needs === null
          ? 'More requests would narrow it.'
          : `About ${formatTimes(needs)} as many requests would settle it: raise "duration" or "rate".`;
      return intervalOf === 'ratio'
        ? `${operation}: ${metric} ${formatMsChange(baseline, candidate)} may be anything from ${formatRatio(low)} to ${formatRatio(high)}. ${more}`
        : `${operation}: ${metric} ${formatShare(baseline)} → ${formatShare(candidate)} may be anything from ${formatPoints(low)} to ${formatPoints(high)}. ${more}`;
    }
  }
}

/** What helps against the largest loss. */
function coverageRemedy(lost: {
  readonly none: number;
  readonly inPart: number;
  readonly otherVersion: number;
}): string {
  const largest = Math.max(lost.none, lost.inPart, lost.otherVersion);
  if (lost.otherVersion === largest) {
    return 'Let the deployment finish before the gate, or correct "version" and "baseline".';
  }
  if (lost.inPart === largest) {
    return 'Raise "settle-timeout", and see that every service can reach its X-Ray daemon or collector.';
  }
  return 'See that the services honour the sampling decision of a request (X-Amzn-Trace-Id with Sampled=1), that tracing is active on each of them, and that "aws-region" is theirs.';
}
