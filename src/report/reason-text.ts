import type { Uncovered } from '../collect/coverage-cause.js';
import type { Reason } from '../compare/verdict.js';
import type { DrivenSide } from '../drive/plan.js';
import { plain } from './escape.js';
import { formatMsChange, formatPoints, formatRatio, formatShare, formatTimes } from './format.js';

const MOST_NAMED = 5;

/**
 * Why a comparison could not be called, and what would help, unless `uncovered` says that. Plain text, whole sentences.
 * `driven`: the sides that this run drove.
 */
export function reasonTexts(
  reasons: readonly Reason[],
  uncovered: readonly Uncovered[],
  driven: readonly DrivenSide[],
): string[] {
  const explained = uncovered.filter(({ causes }) => causes.length > 0);
  return reasons.map((reason) => {
    if (reason.kind !== 'coverage') return reasonText(reason);
    const isExplained = explained.some((each) => isOf(reason, each));
    return coverageText(reason, isExplained ? '' : ` ${remedyFor(reason, driven)}`);
  });
}

type CoverageReason = Extract<Reason, { kind: 'coverage' }>;

function isOf(reason: CoverageReason, { side, stage }: Uncovered): boolean {
  return reason.side === side && (reason.stage === 'confirm') === (stage === 'second');
}

function remedyFor({ side, coverage }: CoverageReason, driven: readonly DrivenSide[]): string {
  const { sent, traced, complete, otherVersion } = coverage;
  const lost = { none: sent - traced, inPart: traced - otherVersion - complete, otherVersion };
  return driven.includes(side) ? coverageRemedy(lost) : foundRemedy(lost);
}

function coverageText({ side, stage, share, minimumCoverage, coverage }: CoverageReason, remedy: string): string {
  const { sent, traced, complete, otherVersion } = coverage;
  const ofStage = stage === 'confirm' ? ' of the second stage' : '';
  const found = `Whole traces were found for ${complete} of ${sent} ${side} requests${ofStage} (${formatShare(share)}; "minimum-coverage" is ${formatShare(minimumCoverage)}).`;
  const inPart = traced - otherVersion - complete;
  const losses = `${sent - traced} have no trace, ${inPart} a trace in part, ${otherVersion} a trace of another version.`;
  return `${found} ${losses}${remedy}`;
}

/** One reason by itself, as {@link reasonTexts} has it. */
export function reasonText(reason: Reason): string {
  switch (reason.kind) {
    case 'coverage':
      return coverageText(reason, '');
    case 'too few traces':
      return tooFewText(reason);
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

function tooFewText({ operations, minimumTraces }: Extract<Reason, { kind: 'too few traces' }>): string {
  if (operations.length === 0) return 'There are no requests to compare.';
  const named = operations
    .slice(0, MOST_NAMED)
    .map(({ operation, comparable, coldStarts: { baseline, candidate } }) => {
      const cold =
        baseline + candidate === 0 ? '' : `; cold starts: ${baseline} of the baseline, ${candidate} of the candidate`;
      return `${plain(operation)} (${comparable}${cold})`;
    });
  const more = operations.length - named.length;
  const enoughWithCold = operations.some(
    ({ requests, coldStarts }) =>
      Math.min(requests.baseline, requests.candidate) >= minimumTraces &&
      coldStarts.baseline + coldStarts.candidate > 0,
  );
  const remedy = enoughWithCold
    ? 'Requests with cold starts are set aside: keep the functions warm (provisioned concurrency, a longer "warm-up", a lower "rate"), or raise "duration".'
    : 'Raise "duration" or "rate", or lower "minimum-traces".';
  return `Too few comparable requests: ${named.join(', ')}${more > 0 ? ` and ${more} more operations` : ''}; "minimum-traces" is ${minimumTraces}. ${remedy}`;
}

interface Lost {
  readonly none: number;
  readonly inPart: number;
  readonly otherVersion: number;
}

/** What helps against the largest loss of a side that was not driven: its traffic is over. */
function foundRemedy({ none, inPart, otherVersion }: Lost): string {
  const largest = Math.max(none, inPart, otherVersion);
  if (otherVersion === largest) {
    return 'Narrow "since" and "until" to when only this version answered, or correct "version" and "baseline".';
  }
  const instead = 'measure that version again, or let the gate drive it beside the build with "baseline-url"';
  return inPart === largest
    ? `See that every service can reach its X-Ray daemon or collector; then ${instead}.`
    : `Raise "settle-timeout" where X-Ray was slow to return traces; else ${instead}.`;
}

/** What helps against the largest loss. */
function coverageRemedy(lost: Lost): string {
  const largest = Math.max(lost.none, lost.inPart, lost.otherVersion);
  if (lost.otherVersion === largest) {
    return 'Let the deployment finish before the gate, or correct "version" and "baseline".';
  }
  if (lost.inPart === largest) {
    return 'Raise "settle-timeout", and see that every service can reach its X-Ray daemon or collector.';
  }
  return 'See that the services honour the sampling decision of a request (X-Amzn-Trace-Id with Sampled=1), that tracing is active on each of them, and that "aws-region" is theirs.';
}
