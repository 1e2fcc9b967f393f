import {
  GetTraceSummariesCommand,
  type GetTraceSummariesCommandInput,
  type GetTraceSummariesCommandOutput,
  type TraceSummary,
  type XRayClient,
} from '@aws-sdk/client-xray';
import type { FoundTraces, TraceSearch } from '../collect/trace-source.js';
import { GateError } from '../errors.js';
import { urlOperation } from '../trace/operation.js';
import { busyReason } from './xray-refusal.js';

/** Pages asked for in one search: some hundred thousand traces. Every one of them is paid for. */
const MOST_PAGES = 1000;

/** GetTraceSummaries takes no longer window. */
const WINDOW_MS = 6 * 3_600_000;

/** Traces that a filter lets through, newest first. Throws GateError. */
export async function findTraces(client: XRayClient, search: TraceSearch): Promise<FoundTraces> {
  const found = new Found();
  let scanned = 0;
  let pages = 0;
  const goOn = () => found.size < search.limit && !search.isEnough({ operations: found.operations, scanned });
  for (let untilMs = search.untilMs; untilMs > search.sinceMs && goOn(); untilMs -= WINDOW_MS) {
    let NextToken: string | undefined;
    do {
      const page = await summaries(client, search, {
        StartTime: new Date(Math.max(search.sinceMs, untilMs - WINDOW_MS)),
        EndTime: new Date(untilMs),
        // By when something happened: ids that are all chance tell no time.
        TimeRangeType: 'Event',
        FilterExpression: search.filter ?? undefined,
        NextToken,
      });
      pages += 1;
      if (pages > MOST_PAGES || (page.NextToken !== undefined && page.NextToken === NextToken)) {
        throw new GateError(
          `X-Ray did not come to an end of the ${search.what}: ${pages} pages, ${found.size} traces.`,
          'Narrow "since" and "until", save a profile of the baseline with "save-profile" and give it as "baseline-profile", or drive both versions with "baseline-url".',
        );
      }
      for (const summary of page.TraceSummaries ?? []) found.add(summary);
      scanned += page.TracesProcessedCount ?? 0;
      NextToken = page.NextToken;
    } while (NextToken !== undefined && NextToken !== '' && goOn());
  }
  return { traceIds: found.traceIds(search.limit), annotations: found.annotations, scanned };
}

/** Values of one annotation that are remembered: there may be one for each trace. */
const MOST_VALUES = 100;

/** What the summaries of a search tell. A trace may be in two windows, and counts once. */
class Found {
  readonly operations = new Map<string, number>();
  readonly annotations = new Map<string, Set<string>>();
  readonly #ids = new Set<string>();

  get size(): number {
    return this.#ids.size;
  }

  traceIds(limit: number): string[] {
    return [...this.#ids].slice(0, limit);
  }

  add({ Id, Http, Annotations }: TraceSummary): void {
    if (Id === undefined || this.#ids.has(Id)) return;
    this.#ids.add(Id);
    const operation = Http?.HttpURL === undefined ? '' : urlOperation(Http.HttpMethod ?? null, Http.HttpURL);
    this.operations.set(operation, (this.operations.get(operation) ?? 0) + 1);
    for (const [key, values] of Object.entries(Annotations ?? {})) {
      const held = this.annotations.get(key) ?? new Set();
      this.annotations.set(key, held);
      for (const { AnnotationValue: value } of values) {
        const text = value?.StringValue ?? value?.NumberValue ?? value?.BooleanValue;
        if (text !== undefined && held.size < MOST_VALUES) held.add(String(text));
      }
    }
  }
}

async function summaries(
  client: XRayClient,
  { what, group }: TraceSearch,
  input: GetTraceSummariesCommandInput,
): Promise<GetTraceSummariesCommandOutput> {
  try {
    return await client.send(new GetTraceSummariesCommand(input));
  } catch (error) {
    const refused = group === null ? undefined : `Check that X-Ray has the group "${group}" of the input "group".`;
    const reason = busyReason(error, 'xray:GetTraceSummaries', refused);
    throw new GateError(`X-Ray could not be searched for ${what}: ${reason}.`, 'Run the gate again.', {
      cause: error,
    });
  }
}
