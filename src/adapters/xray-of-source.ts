import type { Source } from '../collect/source.js';
import type { Clock } from '../drive/clock.js';
import type { XRay } from '../world.js';
import { assumedRole } from './assumed-role.js';
import { xrayGroups } from './xray-groups.js';
import { xraySegmentStore } from './xray-segment-store.js';
import { xrayTraceSource } from './xray-trace-source.js';

/** X-Ray in another region or account than the job's. `jobRegion` is that of STS, too; null where neither
 * the inputs nor the environment name it. */
export function xrayOfSource(
  { region, role, endpoint }: Source,
  runId: string,
  jobRegion: string | null,
  clock: Clock,
): XRay {
  const settings = {
    region: region ?? jobRegion,
    endpoint,
    credentials: role === null ? null : assumedRole(role, runId, jobRegion),
  };
  return {
    traces: xrayTraceSource(settings, clock),
    segments: xraySegmentStore(settings),
    groups: xrayGroups(settings, clock),
  };
}
