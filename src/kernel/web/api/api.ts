import { takeAnswer } from '../ahead.ts';
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
  const { status, is_ok, text } = await answerOf(path, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError({ id: 'network', message: 'The server cannot be reached.' }, 0);
  });
  if (!is_ok) throw refusal(path, status, text);
  return (text ? JSON.parse(text) : undefined) as T;
}

async function answerOf(path: string, init: RequestInit): Promise<{ status: number; is_ok: boolean; text: string }> {
  const is_plain_get = init.method === 'GET' && !init.signal;
  const early = is_plain_get && takeAnswer(path);
  if (early) return early;
  const response = await fetch(path, init);
  return { status: response.status, is_ok: response.ok, text: await response.text() };
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
