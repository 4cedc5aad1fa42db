import { ApiError } from './api-error.ts';
import { refusal, requestHeaders, withQuery, type Query } from './request.ts';
import { upload } from './upload.ts';

type CallOptions = { signal?: AbortSignal };

async function call<T>(method: string, path: string, body: unknown, options: CallOptions = {}): Promise<T> {
  const headers = requestHeaders();
  const init: RequestInit = { method, headers, credentials: 'same-origin' };
  if (options.signal) init.signal = options.signal;
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
    init.body = JSON.stringify(body);
  }
  const response = await fetch(path, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError({ id: 'network', message: 'The server cannot be reached.' }, 0);
  });
  const text = await response.text();
  if (!response.ok) throw refusal(path, response.status, text);
  return (text ? JSON.parse(text) : undefined) as T;
}

/**
 * Calls of the server's HTTP interface. Paths begin with `/api/…`; the session is the cookie's.
 * Every method throws ApiError when the server refuses or cannot be reached.
 */
export const api = {
  get: <T>(path: string, query?: Query, options?: CallOptions): Promise<T> => call<T>('GET', withQuery(path, query), undefined, options),
  post: <T>(path: string, body?: unknown, options?: CallOptions): Promise<T> => call<T>('POST', path, body, options),
  put: <T>(path: string, body?: unknown, options?: CallOptions): Promise<T> => call<T>('PUT', path, body, options),
  patch: <T>(path: string, body?: unknown, options?: CallOptions): Promise<T> => call<T>('PATCH', path, body, options),
  delete: <T>(path: string, body?: unknown, options?: CallOptions): Promise<T> => call<T>('DELETE', path, body, options),
  /** Sends a form with files; tells how far it is. */
  upload,
};
