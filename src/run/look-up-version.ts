import type { CoverageCause } from '../collect/coverage-cause.js';
import { profileFound } from '../collect/profiles.js';
import type { Shortcomings } from '../collect/shortcomings.js';
import { collectVersion, type VersionSearch } from '../collect/version-traces.js';
import { GateError } from '../errors.js';
import type { Settings } from '../inputs.js';
import { formatShare } from '../report/format.js';
import type { Profile } from '../trace/profile.js';
import type { World } from '../world.js';
import { describeWindow, searchWindow } from './search-window.js';
import { type Run, USER_AGENT } from './traffic.js';
import { whyUnfound } from './why-unfound.js';

/** What X-Ray has of a version that is not driven. */
export interface LookedUp {
  /** Or why there is none, in words. */
  readonly profile: Profile | { readonly missing: string };
  /** Whether the traces are of the gate's own traffic. */
  readonly own: boolean;
  readonly calls: number;
  readonly elapsedMs: number;
  readonly scanned: number;
  readonly shortcomings: Shortcomings;
  /** Why too few whole traces of it were found; none where enough were. */
  readonly causes: readonly CoverageCause[];
}

/** How many versions a sentence names. */
const NAMED = 10;

/**
 * Looks a version up in X-Ray. `like`: a profile of the other version, whose operations are looked for as often as it has
 * them; null where that is not known. Throws GateError.
 */
export async function lookUpVersion(
  version: string,
  like: Profile | null,
  traffic: VersionSearch['traffic'],
  settings: Settings,
  run: Run,
  world: World,
): Promise<LookedUp> {
  const { versionAnnotation: annotation, group } = settings;
  const within = group === null ? '' : ` in the group "${group}"`;
  world.progress.step(`Looking up traces of version ${version}${within}.`);
  const window = searchWindow(settings, run.startedAtMs);
  const { collected, found, unread, own, otherVersions, scanned } = await collectVersion(
    {
      ...window,
      annotation,
      version,
      group,
      userAgentPrefix: USER_AGENT,
      requests: like === null ? null : operationCounts(like),
      traffic,
    },
    world,
    settings.settleTimeoutMs,
  );
  if (found === 0 && unread > 1 - settings.minimumCoverage) throw unreadError(version, unread);
  const seen = otherVersions.length === 0 ? '' : ` It has ${listed(otherVersions)}.`;
  const missing = `X-Ray has no traces of version "${version}"${within} from ${describeWindow(window)}, neither by the annotation "${annotation}" nor in the gate's own traffic.${seen}`;
  const profile = found === 0 ? { missing } : profileFound(collected, found, version);
  const { calls, elapsedMs, shortcomings } = collected;
  const causes =
    'missing' in profile
      ? []
      : await whyUnfound(
          { profile, collected, unread: found - collected.traces.size, traffic: 'found', sinceMs: window.sinceMs },
          settings,
          world,
        );
  return { profile, own, calls, elapsedMs, scanned, shortcomings, causes };
}

/** Whether X-Ray has the version nobody can say. */
function unreadError(version: string, share: number): GateError {
  return new GateError(
    `No trace of version "${version}" was found, and ${formatShare(share)} of the traces of the gate's own traffic could not be read.`,
    'Run the gate again, or raise "settle-timeout".',
  );
}

function operationCounts({ requests }: Profile): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { operation } of requests) counts.set(operation, (counts.get(operation) ?? 0) + 1);
  return counts;
}

function listed(versions: readonly string[]): string {
  const named = versions.slice(0, NAMED).map((version) => `"${version}"`);
  const more = versions.length > NAMED ? ` and ${versions.length - NAMED} more` : '';
  return `${versions.length === 1 ? 'version' : 'versions'} ${named.join(', ')}${more}`;
}
