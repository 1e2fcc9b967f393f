import { describeError, GateError } from '../errors.js';
import type { JsonObject } from '../trace/json-object.js';
import type { Insights } from './account/insights.js';
import type { Answer, AnsweringApi } from './api.js';
import type { FaultSwitch } from './faults/fault-switch.js';

/** What can be looked at and changed while the local X-Ray runs. */
export interface Administered {
  readonly faults: FaultSwitch;
  readonly insights: Insights;
  readonly state: () => JsonObject;
  /** Drops every trace. */
  readonly reset: () => void;
}

/** No operation of AWS is below this path: theirs begin with a capital letter. */
const PREFIX = '/_local/';

/** The API, and beside it the paths of the local X-Ray's own. */
export class Admin implements AnsweringApi {
  readonly #api: AnsweringApi;
  readonly #actions: Readonly<Record<string, (body: string) => void>>;
  readonly #state: () => JsonObject;

  constructor(api: AnsweringApi, { faults, insights, state, reset }: Administered) {
    this.#api = api;
    this.#state = state;
    this.#actions = {
      'GET /_local/state': () => {},
      'PUT /_local/faults': (body) => faults.set(body),
      'PUT /_local/insights': (body) => insights.set(body),
      'POST /_local/reset': reset,
    };
  }

  /** Every action answers with the state after it. */
  answer(operation: string, body: string): Answer {
    if (!operation.includes(` ${PREFIX}`)) return this.#api.answer(operation, body);
    const act = Object.hasOwn(this.#actions, operation) ? this.#actions[operation] : undefined;
    if (act === undefined) {
      return answerOf(404, {
        message: `There is no ${operation}. There are ${Object.keys(this.#actions).join(', ')}.`,
      });
    }
    try {
      act(body);
      return answerOf(200, this.#state());
    } catch (error) {
      return answerOf(error instanceof GateError ? 400 : 500, { message: describeError(error) });
    }
  }
}

function answerOf(status: number, body: JsonObject): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: `${JSON.stringify(body, null, 2)}\n` };
}
