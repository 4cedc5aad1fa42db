import type { Session } from '#identity/sessions/wire/index.ts';
import type { User } from '#identity/users/wire/index.ts';
import { api, enterSession, sessionStore } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';

/** Logs in and loads the person's page. Throws ApiError. */
export async function signIn(login_id: string, password: string, mfa_code = ''): Promise<void> {
  const me = await api.post<User>('/api/v4/users/login', { login_id, password, token: mfa_code, device_id: '' });
  await enterSession(me.id);
}

/** Ends the session here and on the server. */
export async function signOut(): Promise<void> {
  // The page must not stay open because the server is away.
  await api.post('/api/v4/users/logout').catch(() => undefined);
  sessionStore.getState().end('logout');
}

export async function fetchSessions(): Promise<Session[]> {
  return api.get<Session[]>('/api/v4/users/me/sessions');
}

export async function revokeSession(session_id: Id): Promise<void> {
  await api.post('/api/v4/users/me/sessions/revoke', { session_id });
}

/** Asks for a mail with a link to set a new password. Answers the same for unknown addresses. */
export async function sendPasswordReset(email: string): Promise<void> {
  await api.post('/api/v4/users/password/reset/send', { email });
}

export async function resetPassword(token: string, new_password: string): Promise<void> {
  await api.post('/api/v4/users/password/reset', { token, new_password });
}
