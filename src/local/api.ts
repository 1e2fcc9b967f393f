import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../trace/json-object.js';
import { ApiError } from './api-error.js';
import { allOperations } from './operations/all-operations.js';
import type { ApiSettings, Operation } from './operations/operation.js';
import { parseRequest } from './request-fields.js';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a server asks. `operation` is method and path, such as `POST /Traces`. */
export interface AnsweringApi {
  answer(operation: string, body: string): Answer;
}

/** The X-Ray API, without its transport. */
export class Api implements AnsweringApi {
  /** By method and path; every operation is a POST. */
  readonly #operations: ReadonlyMap<string, Operation>;

  constructor(settings: ApiSettings) {
    const byPath = Object.entries(allOperations(settings));
    this.#operations = new Map(byPath.map(([path, operation]) => [`POST ${path}`, operation]));
  }

  /** Never throws: what goes wrong is in the answer. */
  answer(operation: string, body: string): Answer {
    try {
      const run = this.#operations.get(operation);
      if (run === undefined) {
        const message = `The local X-Ray does not offer the operation ${operation}.`;
        throw new ApiError(404, 'UnknownOperationException', message);
      }
      return answerOf(200, {}, run(parseRequest(body)));
    } catch (error) {
      if (error instanceof ApiError) return failure(error);
      // A defect: the client is told, and the applications that send segments meanwhile are not made to suffer.
      return failure(new ApiError(500, 'InternalFailure', error instanceof Error ? error.message : String(error)));
    }
  }
}

/** The answer to a body of more than `maxBytes`. */
export function tooLarge(maxBytes: number): Answer {
  return failure(
    new ApiError(413, 'RequestEntityTooLargeException', `The request body has more than ${maxBytes} bytes.`),
  );
}

/** The answer to a web page: no client of the API is one, and any page that somebody opens could ask. */
export function fromWebPage(origin: string): Answer {
  return failure(
    new ApiError(403, 'AccessDeniedException', `Web pages may not ask the local X-Ray; this is ${origin}.`),
  );
}

/** Clients take the code from the header or from `__type`, the message from `message` or from `Message`. */
export function failure({ status, code, message, details }: ApiError): Answer {
  return answerOf(status, { 'x-amzn-ErrorType': code }, { __type: code, message, Message: message, ...details });
}

function answerOf(status: number, headers: Readonly<Record<string, string>>, body: JsonObject): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-RequestId': randomUUID(), ...headers },
    body: JSON.stringify(body),
  };
}
