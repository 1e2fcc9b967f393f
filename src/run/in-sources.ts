import { mergedSource } from '../collect/merged-source.js';
import type { Source } from '../collect/source.js';
import { GateError } from '../errors.js';
import type { Settings } from '../inputs.js';
import type { World } from '../world.js';

/** Whether traces are in AWS, where they cost: a source that names its endpoint is, wherever the job's own X-Ray may be. */
export function costMoney(sources: readonly Source[], { tracesCostMoney }: Pick<World, 'tracesCostMoney'>): boolean {
  return tracesCostMoney || sources.some(({ endpoint }) => endpoint !== null);
}

/**
 * The same world with the traces of these sources, where there are any, instead of those of the job's own region and
 * account. The gate's own segments and groups are those of the first. `runId` names the sessions in which roles are taken on. Throws
 * GateError where the traces are in the local X-Ray.
 */
export function inSources(
  sources: readonly Source[],
  { traceSource }: Pick<Settings, 'traceSource'>,
  runId: string,
  world: World,
): World {
  const [first] = sources;
  if (first === undefined) return world;
  if (traceSource === 'local') {
    throw new GateError(
      'The gate file has sources in AWS, and the input "trace-source" is local.',
      'Remove sources from the file, or "trace-source": local from the inputs.',
    );
  }
  const open = sources.map((source) => ({ source, ...world.xrayOf(source, runId) }));
  const names = sources.map(({ name }) => name);
  world.progress.step(`Traces come from ${names.join(', ')}.`);
  return {
    ...world,
    traces: mergedSource(open),
    segments: open[0]!.segments,
    groups: open[0]!.groups,
    awsRegion: world.tracesCostMoney ? (first.region ?? world.awsRegion) : null,
  };
}
