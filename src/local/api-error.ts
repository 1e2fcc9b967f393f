/**
 * A failure that the API answers with.
 * Codes: https://docs.aws.amazon.com/xray/latest/api/CommonErrors.html and the errors of each operation there.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
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
