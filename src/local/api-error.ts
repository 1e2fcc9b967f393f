import type { JsonObject } from '../trace/json-object.js';

/**
 * A failure that the API answers with.
 * Codes: https://docs.aws.amazon.com/xray/latest/api/CommonErrors.html and the errors of each operation there.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: string;
  /** What the body says beside code and message. */
  readonly details: JsonObject;

  constructor(status: number, code: string, message: string, details: JsonObject = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** The request has the right shape and asks for something that X-Ray does not do. */
export function invalidRequest(message: string): ApiError {
  return new ApiError(400, 'InvalidRequestException', message);
}

/** The body is not JSON, or a field has the wrong JSON type. */
export function notSerializable(message: string): ApiError {
  return new ApiError(400, 'SerializationException', message);
}

/** Only tags, retrievals and indexing rules have this; a group or a rule that is not there is an invalid request. */
export function notFound(message: string, resourceName: string): ApiError {
  return new ApiError(404, 'ResourceNotFoundException', message, { ResourceName: resourceName });
}
