import { PAGE_HEADERS, readCookie } from '../ahead.ts';
import { realtimeState } from '../realtime/realtime.state.ts';
import { sessionStore } from '../state/session.state.ts';
import { ApiError } from './api-error.ts';

export type Query = Record<string, string | number | boolean | undefined>;

/** Headers that every call of the page carries; the server takes state-changing calls only with them. */
export function requestHeaders(): Record<string, string> {
  const headers: Record<string, string> = { ...PAGE_HEADERS };
  const csrf = readCookie('MMCSRF');
  if (csrf) headers['X-CSRF-Token'] = csrf;
  const { connection_id } = realtimeState.getState();
  if (connection_id) headers['Connection-Id'] = connection_id;
  return headers;
}

export function withQuery(path: string, query: Query | undefined): string {
  if (!query) return path;
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) params.set(key, String(value));
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

/** Turns a refusal into an error; a 401 anywhere but at log-in ends the session of this page. */
export function refusal(path: string, status: number, text: string): ApiError {
  const error = new ApiError(parseBody(text), status);
  if (status === 401 && !path.includes('/login')) sessionStore.getState().end('expired');
  return error;
}

function parseBody(text: string): Record<string, string> {
  try {
    const body: unknown = JSON.parse(text);
    return body && typeof body === 'object' ? (body as Record<string, string>) : {};
  } catch {
    return {};
  }
}
