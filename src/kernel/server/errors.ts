import type { AppErrorBody } from '../wire/index.ts';

/** An error with an answer for the client: `id` is the protocol's word for it, `message` says what to do. */
export class AppError extends Error {
  readonly id: string;
  readonly status: number;
  readonly detail: string;
  /** Headers of the answer, such as `retry-after`. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(id: string, message: string, status: number, detail = '', headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'AppError';
    this.id = id;
    this.status = status;
    this.detail = detail;
    this.headers = headers;
  }

  toBody(request_id: string): AppErrorBody {
    return { id: this.id, message: this.message, detailed_error: this.detail, request_id, status_code: this.status };
  }
}

/** The caller did something that cannot be done; 400 unless said otherwise. */
export function userError(id: string, message: string, status = 400): AppError {
  return new AppError(id, message, status);
}

/** The caller came too often. `wait_ms`: when it may come again. */
export function tooOftenError(id: string, message: string, wait_ms: number): AppError {
  return new AppError(id, message, 429, '', { 'retry-after': String(Math.max(1, Math.ceil(wait_ms / 1000))) });
}

/** A vendor, a peer or the network failed: not the caller's fault and not a bug of ours. */
export function outsideError(id: string, message: string, status = 502): AppError {
  return new AppError(id, message, status);
}

/** A part of the body has the wrong form. `name` is what the protocol calls that part. */
export function invalidBody(name: string, why = ''): AppError {
  return new AppError('api.context.invalid_body_param.app_error', `Invalid or missing ${name} in the request body.${why ? ` ${why}` : ''}`, 400);
}

/** A part of the path has the wrong form. */
export function invalidUrl(name: string): AppError {
  return new AppError('api.context.invalid_url_param.app_error', `Invalid or missing ${name} parameter in the address.`, 400);
}

/** A parameter has the right form and a wrong meaning. */
export function invalidParam(name: string, why = ''): AppError {
  return new AppError('api.context.invalid_param.app_error', `Invalid ${name} parameter.${why ? ` ${why}` : ''}`, 400);
}

/** The actor lacks a right. `permissions` are the ids of which one would have done. */
export function permissionError(user_id: string, permissions: readonly string[]): AppError {
  return new AppError('api.context.permissions.app_error', 'You do not have the appropriate permissions.', 403, `userId=${user_id}, permission=${permissions.join(',')}`);
}

/** There is no valid session. */
export function sessionError(): AppError {
  return new AppError('api.context.session_expired.app_error', 'Invalid or expired session, please log in again.', 401);
}

/** No route knows the address. */
export function notFoundError(): AppError {
  return new AppError('api.context.404.app_error', 'There is nothing at this address.', 404);
}
