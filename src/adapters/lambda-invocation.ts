import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { Clock } from '../drive/clock.js';
import type { LambdaTarget } from '../drive/lambda-target.js';
import { ANSWER_LIMIT, type Outcome, type OutgoingRequest } from '../drive/transport.js';
import { invocationFailure, unsentInvocation } from './lambda-failure.js';

/** What a call is made with. */
interface Means {
  readonly client: LambdaClient;
  readonly sdk: typeof import('@aws-sdk/client-lambda');
  readonly clock: Pick<Clock, 'nowMs'>;
}

/**
 * One call of a function. Never rejects: a failure is an outcome. The time-out counts from when the request leaves, its
 * credentials and signature ready.
 */
export async function invoke(
  { functionName, qualifier }: LambdaTarget,
  { headers, body, timeoutMs, keepsAnswer }: OutgoingRequest,
  { client, sdk, clock }: Means,
): Promise<Outcome> {
  const command = new sdk.InvokeCommand({
    FunctionName: functionName,
    InvocationType: 'RequestResponse',
    Payload: Buffer.from(body ?? '{}'),
    ...(qualifier === null ? {} : { Qualifier: qualifier }),
  });
  const abort = new AbortController();
  let departedMs: number | null = null;
  let firstByteMs: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  // After the SDK's own, which name the SDK, and hand on the trace that the process itself is part of.
  command.middlewareStack.add(
    (next) => (args) => {
      const sent = (args.request as { readonly headers: Record<string, string> }).headers;
      sent['user-agent'] = [sent['user-agent'], headers['user-agent']].filter((each) => each !== undefined).join(' ');
      const trace = headers['x-amzn-trace-id'];
      if (trace !== undefined) sent['X-Amzn-Trace-Id'] = trace;
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'high', name: 'whoseRequest' },
  );
  // The last before the network.
  command.middlewareStack.add(
    (next) => async (args) => {
      departedMs = clock.nowMs();
      timer = setTimeout(() => abort.abort(), timeoutMs);
      const answered = await next(args);
      firstByteMs = clock.nowMs();
      return answered;
    },
    { step: 'deserialize', priority: 'low', name: 'timesOfRequest' },
  );
  const calledMs = clock.nowMs();
  const times = () => ({ departedMs: departedMs ?? calledMs, connectedMs: null, endedMs: clock.nowMs() });
  const answered = (status: number, sizeBytes: number, text: string): Outcome => {
    const ended = times();
    return {
      kind: 'answered',
      status,
      ...ended,
      firstByteMs: firstByteMs ?? ended.endedMs,
      sizeBytes,
      answer: keepsAnswer ? { headers: {}, body: text } : null,
    };
  };
  try {
    const { FunctionError, Payload } = await client.send(command, { abortSignal: abort.signal });
    // The SDK says null where nothing came, whatever its types say.
    const payload = Payload ?? new Uint8Array();
    const text = keepsAnswer ? new TextDecoder().decode(payload.subarray(0, ANSWER_LIMIT)) : '';
    return answered(FunctionError === undefined ? 200 : 500, payload.length, text);
  } catch (error) {
    if (abort.signal.aborted) return { kind: 'timed out', ...times() };
    const failure = departedMs === null ? unsentInvocation(error) : invocationFailure(error);
    return failure.kind === 'answered' ? answered(failure.status, failure.sizeBytes, '') : { ...failure, ...times() };
  } finally {
    clearTimeout(timer);
  }
}
