import type { Collected, CollectPorts, CollectSettings, SettledProgress } from './collected.js';
import { Collector } from './collector.js';

/** Collects traces whose requests ended long ago, or at a time that is not known. As {@link Collector.finish}. */
export async function collectTraces(
  traceIds: Iterable<string>,
  ports: CollectPorts,
  settings: CollectSettings & { readonly settleTimeoutMs: number },
  tell: SettledProgress = () => {},
): Promise<Collected> {
  const collector = new Collector(ports, { ...settings, delayMs: 0 });
  for (const traceId of traceIds) collector.expect(traceId, null);
  return collector.finish(settings.settleTimeoutMs, tell);
}
