import { type Answer, type AnsweringApi, failure } from '../api.js';
import { ApiError } from '../api-error.js';
import type { FaultSwitch } from './fault-switch.js';
import type { Faults } from './faults.js';
import type { FaultyTraces } from './faulty-traces.js';

const BATCH_GET_TRACES = 'POST /Traces';

/** Those that X-Ray refuses to a client that asks too often. */
const READING: ReadonlySet<string> = new Set([
  BATCH_GET_TRACES,
  'POST /TraceSummaries',
  'POST /TraceGraph',
  'POST /ServiceGraph',
  'POST /TimeSeriesServiceStatistics',
  'POST /StartTraceRetrieval',
  'POST /ListRetrievedTraces',
  'POST /GetRetrievedTracesGraph',
]);

/** As AWS X-Ray words it. */
const EXPIRED = new ApiError(403, 'ExpiredTokenException', 'The security token included in the request is expired');

/** The API with the faults of its answers: calls that are refused, and first reads from which parts are missing. */
export class FaultyApi implements AnsweringApi {
  readonly #api: AnsweringApi;
  readonly #switch: FaultSwitch;
  readonly #traces: FaultyTraces;
  #calls = 0;
  #readings = 0;
  #refused = 0;

  constructor(api: AnsweringApi, faults: FaultSwitch, traces: FaultyTraces) {
    this.#api = api;
    this.#switch = faults;
    this.#traces = traces;
    faults.follow((now, before) => {
      if (now.throttleEvery !== before?.throttleEvery) this.#calls = 0;
      if (now.expireAfterCalls !== before?.expireAfterCalls) this.#readings = 0;
    });
  }

  /** Calls that were refused with 429. */
  get refused(): number {
    return this.#refused;
  }

  answer(operation: string, body: string): Answer {
    if (READING.has(operation) && this.#hasExpired()) return failure(EXPIRED);
    if (READING.has(operation) && this.#isThrottled()) return this.#refuse();
    if (operation !== BATCH_GET_TRACES) return this.#api.answer(operation, body);
    return this.#traces.firstReads(() => this.#api.answer(operation, body));
  }

  #hasExpired(): boolean {
    const { expireAfterCalls } = this.#switch.faults;
    this.#readings += 1;
    return expireAfterCalls > 0 && this.#readings > expireAfterCalls;
  }

  #isThrottled(): boolean {
    const { throttleEvery } = this.#switch.faults;
    if (throttleEvery === 0) return false;
    this.#calls += 1;
    return this.#calls % throttleEvery === 0;
  }

  #refuse(): Answer {
    this.#refused += 1;
    return failure(new ApiError(429, codeFor(this.#refused, this.#switch.faults), 'Rate exceeded'));
  }
}

function codeFor(refusal: number, { throttleCode }: Faults): string {
  if (throttleCode !== 'alternating') return throttleCode;
  return refusal % 2 === 1 ? 'ThrottledException' : 'ThrottlingException';
}
