import type { AppErrorBody } from '#kernel/wire/index.ts';

/** The server refused a request, or could not be reached (`status_code` 0, id `network`). */
export class ApiError extends Error {
  readonly id: string;
  readonly status_code: number;
  readonly request_id: string;

  constructor(body: Partial<AppErrorBody>, status_code: number) {
    super(body.message || `The server answered with status ${status_code}.`);
    this.name = 'ApiError';
    this.id = body.id || 'unknown';
    this.status_code = status_code;
    this.request_id = body.request_id ?? '';
  }
}

/** True when nothing was heard from the server: trying again later may work. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof ApiError && (error.status_code === 0 || error.status_code === 502 || error.status_code === 503 || error.status_code === 504);
}
