import {
  BatchGetTracesCommand,
  GetTraceSummariesCommand,
  type GetTraceSummariesCommandOutput,
  XRayClient,
} from '@aws-sdk/client-xray';
import type { Fetched, FoundTraces, TraceSearch, TraceSource } from '../collect/trace-source.js';
import { GateError } from '../errors.js';

export interface XRaySettings {
  /** null: from the environment, as the AWS SDK finds it. */
  readonly region: string | null;
  /** null: AWS's, or AWS_ENDPOINT_URL_XRAY. */
  readonly endpoint: string | null;
}

/** Pages asked for in one search: some hundred thousand traces. Every one of them is paid for. */
const MOST_PAGES = 1000;

/** A search that has enough ends here: half a dollar's worth at the list price, $0.50 per million traces scanned. */
const CHEAP_SCAN = 1_000_000;

/** GetTraceSummaries takes no longer window. */
const WINDOW_MS = 6 * 3_600_000;

/** AWS X-Ray, or whatever answers for it, through the AWS SDK's default credentials. */
export function xrayTraceSource(settings: XRaySettings): TraceSource {
  return traceSourceOf(
    new XRayClient({
      maxAttempts: 3,
      requestHandler: { connectionTimeout: 5000, requestTimeout: 10_000, throwOnRequestTimeout: true },
      ...(settings.region === null ? {} : { region: settings.region }),
      ...(settings.endpoint === null
        ? {}
        : { endpoint: settings.endpoint, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
    }),
  );
}

/** The same over a client that is there already. */
export function traceSourceOf(client: XRayClient): TraceSource {
  return {
    fetch: async (traceIds): Promise<Fetched> => {
      try {
        const { Traces } = await client.send(new BatchGetTracesCommand({ TraceIds: [...traceIds] }));
        // Ids that are unknown, or listed as unprocessed, are simply missing: they are asked for again.
        return {
          kind: 'traces',
          traces: (Traces ?? []).flatMap(({ Id, Segments, LimitExceeded }) =>
            Id === undefined
              ? []
              : [
                  {
                    traceId: Id,
                    documents: (Segments ?? []).flatMap(({ Document }) => Document ?? []),
                    limitExceeded: LimitExceeded === true,
                  },
                ],
          ),
        };
      } catch (error) {
        return { kind: 'busy', reason: busyReason(error, 'xray:BatchGetTraces') };
      }
    },
    find: (search) => find(client, search),
  };
}

async function find(client: XRayClient, search: TraceSearch): Promise<FoundTraces> {
  const found = new Set<string>();
  let scanned = 0;
  let pages = 0;
  const goOn = () => found.size < (scanned < CHEAP_SCAN ? search.limit : Math.min(search.enough, search.limit));
  for (let untilMs = search.untilMs; untilMs > search.sinceMs && goOn(); untilMs -= WINDOW_MS) {
    let NextToken: string | undefined;
    do {
      const page = await summaries(client, search.what, {
        StartTime: new Date(Math.max(search.sinceMs, untilMs - WINDOW_MS)),
        EndTime: new Date(untilMs),
        FilterExpression: search.filter,
        NextToken,
      });
      pages += 1;
      if (pages > MOST_PAGES || (page.NextToken !== undefined && page.NextToken === NextToken)) {
        throw new GateError(
          `X-Ray did not come to an end of the ${search.what}: ${pages} pages, ${found.size} traces.`,
          'Save a profile of the baseline with "save-profile" and give it as "baseline-profile", or drive both versions with "baseline-url".',
        );
      }
      for (const { Id } of page.TraceSummaries ?? []) if (Id !== undefined) found.add(Id);
      scanned += page.TracesProcessedCount ?? 0;
      NextToken = page.NextToken;
    } while (NextToken !== undefined && NextToken !== '' && goOn());
  }
  return { traceIds: [...found].slice(0, search.limit), scanned };
}

async function summaries(
  client: XRayClient,
  what: string,
  input: { StartTime: Date; EndTime: Date; FilterExpression: string; NextToken: string | undefined },
): Promise<GetTraceSummariesCommandOutput> {
  try {
    return await client.send(new GetTraceSummariesCommand(input));
  } catch (error) {
    const reason = busyReason(error, 'xray:GetTraceSummaries');
    throw new GateError(`X-Ray could not be searched for ${what}: ${reason}.`, 'Run the gate again.', {
      cause: error,
    });
  }
}

/** X-Ray answers with one of two names when it throttles; a gateway may answer with a page of HTML. */
const BUSY =
  /^(Throttl|TooManyRequests|RequestLimitExceeded|ServiceUnavailable|InternalFailure|InternalServer|Timeout)/;
const CREDENTIALS =
  /^(ExpiredToken|UnrecognizedClient|InvalidClientTokenId|InvalidSignature|SignatureDoesNotMatch|CredentialsProvider|IncompleteSignature)/;

/** Why a call may be made again, in words. Throws GateError, with the remedy, where that cannot help. */
function busyReason(error: unknown, action: string): string {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const status = statusOf(error);
  if (CREDENTIALS.test(name)) {
    throw credentialsRefused(error, name, message);
  }
  if (/^(AccessDenied|NotAuthorized)/.test(name) || status === 401 || status === 403) {
    throw new GateError(`X-Ray denied access: ${message}.`, `Give the job's role permission for ${action} on "*".`, {
      cause: error,
    });
  }
  if (/region is missing/i.test(message)) {
    throw new GateError('No AWS region is set.', 'Give the input "aws-region", or set AWS_REGION.', { cause: error });
  }
  if (name === 'InvalidRequestException') {
    throw new GateError(
      `X-Ray refused ${action}: ${message}.`,
      'This is a defect of the gate, unless the endpoint is not AWS X-Ray: please report it.',
      { cause: error },
    );
  }
  if (BUSY.test(name) || status === 429 || (status !== null && status >= 500)) return `${name}: ${message}`;
  if (error instanceof SyntaxError) return 'the answer was not JSON, as from a proxy in between';
  return `${name}: ${message}`;
}

function credentialsRefused(cause: unknown, name: string, message: string): GateError {
  return new GateError(
    `The AWS credentials are not accepted (${name}): ${message}.`,
    'Put aws-actions/configure-aws-credentials before the gate, with a session long enough for the whole run.',
    { cause },
  );
}

function statusOf(error: unknown): number | null {
  const metadata = (error as { $metadata?: { httpStatusCode?: unknown } }).$metadata;
  return typeof metadata?.httpStatusCode === 'number' ? metadata.httpStatusCode : null;
}
