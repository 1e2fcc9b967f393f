import {
  GetTraceSummariesCommand,
  type GetTraceSummariesCommandInput,
  type GetTraceSummariesCommandOutput,
  type TraceSummary,
  type XRayClient,
} from '@aws-sdk/client-xray';
import type { AnnotationValue, FoundTraces, TraceSearch } from '../collect/trace-source.js';
import { GateError } from '../errors.js';
import { urlOperation } from '../trace/operation.js';
import { busyReason } from './xray-refusal.js';

/** Pages asked for in one search: some hundred thousand traces. Every one of them is paid for. */
const MOST_PAGES = 1000;

/** GetTraceSummaries takes no longer window. */
const WINDOW_MS = 6 * 3_600_000;

/**
 * Traces that a filter lets through, newest first. Throws GateError; also where X-Ray comes to no end and has found nothing.
 */
export async function findTraces(client: XRayClient, search: TraceSearch): Promise<FoundTraces> {
  const found = new Found();
  let [scanned, pages, enough, endedEarly] = [0, 0, false, false];
  for (let untilMs = search.untilMs; untilMs > search.sinceMs && !enough && !endedEarly; untilMs -= WINDOW_MS) {
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
      for (const summary of page.TraceSummaries ?? []) found.add(summary);
      scanned += page.TracesProcessedCount ?? 0;
      // Asked after each page, also the last: who searches may keep account of them.
      enough = search.isEnough({ operations: found.operations, scanned }) || found.size >= search.limit;
      const next = page.NextToken || undefined;
      const goesOn = next !== undefined || untilMs - WINDOW_MS > search.sinceMs;
      const leadsNowhere = next !== undefined && next === NextToken;
      endedEarly = !enough && goesOn && (pages >= MOST_PAGES || leadsNowhere);
      NextToken = next;
    } while (NextToken !== undefined && !enough && !endedEarly);
  }
  if (endedEarly && found.size === 0) throw nothingFound(search, pages);
  return { traceIds: found.traceIds(search.limit), annotations: found.annotations, scanned, endedEarly };
}

function nothingFound({ what }: TraceSearch, pages: number): GateError {
  return new GateError(
    `X-Ray did not come to an end of the ${what}: ${pages} pages, 0 traces.`,
    'Narrow "since" and "until", save a profile of the baseline with "save-profile" and give it as "baseline-profile", or drive both versions with "baseline-url".',
  );
}

/** Values of one annotation that are remembered: there may be one for each trace. */
const MOST_VALUES = 100;

/** What the summaries of a search tell. A trace may be in two windows, and counts once. */
class Found {
  readonly operations = new Map<string, number>();
  readonly annotations = new Map<string, Set<AnnotationValue>>();
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
        const one = value?.StringValue ?? value?.NumberValue ?? value?.BooleanValue;
        if (one !== undefined && held.size < MOST_VALUES) held.add(one);
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
