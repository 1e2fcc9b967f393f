import type { Reason } from '../compare/verdict.js';
import { plain } from './escape.js';
import { formatMsChange, formatNumber, formatPoints, formatRatio, formatShare } from './format.js';

/** Why a comparison could not be called, and what would help: plain text, whole sentences. */
export function reasonText(reason: Reason): string {
  switch (reason.kind) {
    case 'coverage': {
      const { sent, traced, complete, otherVersion } = reason.coverage;
      const found = `Whole traces were found for ${complete} of ${sent} ${reason.side} requests (${formatShare(reason.share)}; "minimum-coverage" is ${formatShare(reason.minimumCoverage)}).`;
      if (otherVersion > sent / 2) {
        return `${found} ${otherVersion} traces name another version: let the deployment finish before the gate, or correct "version" and "baseline".`;
      }
      if (traced - otherVersion - complete > sent / 10) {
        return `${found} ${traced - otherVersion - complete} more were there in part: raise "settle-timeout", and see that every service can reach its X-Ray daemon or collector.`;
      }
      return `${found} See that the services honour the sampling decision of a request (X-Amzn-Trace-Id with Sampled=1), that tracing is active on each of them, and that "aws-region" is theirs.`;
    }
    case 'too few traces': {
      if (reason.operations.length === 0) return 'There are no requests to compare.';
      const operations = reason.operations
        .map(({ operation, comparable }) => `${plain(operation)} (${comparable})`)
        .join(', ');
      return `Too few comparable requests: ${operations}; "minimum-traces" is ${reason.minimumTraces}. Raise "duration" or "rate", or lower "minimum-traces".`;
    }
    case 'failing': {
      const { metric, place, baseline, candidate } = reason.change;
      return `${plain(place.operation)}: ${formatShare(candidate)} of the candidate's requests and ${formatShare(baseline)} of the baseline's are ${metric}, so their times say nothing. Check path, body and authorisation in "requests".`;
    }
    case 'undecided': {
      const { metric, place, baseline, candidate, interval, intervalOf, needs } = reason.change;
      const [low, high] = interval;
      const operation = plain(place.operation);
      const more =
        needs === null
          ? 'More requests would narrow it.'
          : `About ${formatNumber(Math.ceil(needs * 10) / 10)} times as many requests would settle it.`;
      return intervalOf === 'ratio'
        ? `${operation}: ${metric} ${formatMsChange(baseline, candidate)} may be anything from ${formatRatio(low)} to ${formatRatio(high)}. ${more}`
        : `${operation}: ${metric} ${formatShare(baseline)} → ${formatShare(candidate)} may be anything from ${formatPoints(low)} to ${formatPoints(high)}. ${more}`;
    }
  }
}
