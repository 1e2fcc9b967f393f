import { describeError, GateError } from '../errors.js';
import type { Settings } from '../inputs.js';
import type { GroupInsights } from '../report/insight.js';
import type { World } from '../world.js';
import { writtenAtMs } from './external.js';
import type { Group } from './group-source.js';
import { type SearchWindow, searchWindow } from './search-window.js';
import type { Run } from './traffic.js';

type Ports = Pick<World, 'groups' | 'progress' | 'clock'>;

/**
 * The group that the input names; null where it names none, or where the role may not ask, which is told. Throws GateError
 * where X-Ray has no such group: a search within it would find nothing.
 */
export async function findGroup(
  { group }: Pick<Settings, 'group'>,
  { groups, progress }: Ports,
): Promise<Group | null> {
  if (group === null) return null;
  const all = await orTell(groups.all(), `Whether X-Ray has the group "${group}" is not known`, progress);
  if (all === null) return null;
  const found = all.find(({ name, arn }) => name === group || arn === group);
  if (found !== undefined) return found;
  throw new GateError(
    `X-Ray has no group "${group}". It has ${all.map(({ name }) => `"${name}"`).join(', ') || 'none'}.`,
    'Write the input "group" as X-Ray does, capitals count; or give its ARN, or another "aws-region".',
  );
}

/**
 * Insights of the group that the input names, active while the traces were made that this run judges; null where it
 * names none, or they cannot be had, which is told and never the run's failure.
 */
export async function insightsMeanwhile(
  settings: Settings,
  found: Group | null,
  run: Run,
  { groups, progress, clock }: Ports,
): Promise<GroupInsights | null> {
  const { group } = settings;
  if (group === null) return null;
  const window = judgedWindow(settings, run, clock.nowMs());
  const insights = await orTell(groups.insights(group, window), 'The report has no insights', progress);
  return insights === null ? null : { group, enabled: found?.insightsEnabled ?? null, ...window, insights };
}

/** When the traces were made that decide: those of both versions where both are looked up, else the candidate's. */
function judgedWindow(settings: Settings, { startedAtMs }: Run, nowMs: number): SearchWindow {
  if (settings.mode === 'compare') return searchWindow(settings, startedAtMs);
  const { externalRun } = settings;
  return { sinceMs: externalRun === null ? startedAtMs : writtenAtMs(externalRun), untilMs: nowMs };
}

/** What was asked for; null where X-Ray does not give it, which is told with the remedy. */
async function orTell<T>(asked: Promise<T>, otherwise: string, { step }: World['progress']): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof GateError)) throw error;
    step(`${otherwise}. ${describeError(error)}`);
    return null;
  }
}
