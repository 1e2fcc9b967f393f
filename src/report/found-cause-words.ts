import type { CoverageCause, Traffic } from '../collect/coverage-cause.js';

const ANEW =
  'let the gate drive that version, beside the build with "baseline-url", or look at another time with "since" and "until".';

/**
 * What to do about a cause on a side that this run did not drive, where that is something else than for one that it did;
 * null where it is not. Whole sentences.
 */
export function remedyWithoutDriving(cause: CoverageCause, traffic: Exclude<Traffic, 'driven'>): string | null {
  switch (cause.kind) {
    case 'other version':
      return traffic === 'found'
        ? 'Narrow "since" and "until" to when only this version answered, or correct "version" or "baseline", or what the services write into "version-annotation".'
        : 'Let the other engine start once every instance is replaced. If the deployment was finished, correct "version" or "baseline", or what the services write into "version-annotation".';
    case 'called segment':
      return traffic === 'found'
        ? `What has not come by now will not come. See that every service is traced; then ${ANEW}`
        : null;
    case 'incomplete':
      if (cause.waitsFor === 'whole document' || cause.waitsFor === 'readable document') return null;
      return traffic === 'found'
        ? `What has not come by now will not come. See that every service can reach its X-Ray daemon or collector, and flushes before it ends; then ${ANEW}`
        : null;
    default:
      return null;
  }
}
