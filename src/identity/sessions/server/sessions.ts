import { newId, newToken, type App, type Ctx } from '#kernel/server/index.ts';
import { isGuest } from '#identity/users/server/feature.ts';
import type { User } from '#identity/users/wire/index.ts';
import type { UserAccessToken } from '../wire/index.ts';
import { deleteToken, insertToken } from './access-tokens.store.ts';
import { forgetSessions } from './sessions.cache.ts';
import { sessionLengthSso } from './sessions.settings.ts';
import { describeDevice, hashToken, lengthOf } from './sessions.rules.ts';
import { deleteOldest, deleteSession, deleteSessionsOf, insertSession, type SessionRecord } from './sessions.store.ts';

// Programs that log in and never out must not fill the table: the oldest make room.
const MAX_SESSIONS = 500;
const HOUR_MS = 3_600_000;

/** A session that has just begun: the only time that its token is known. */
export type NewSession = SessionRecord & { readonly token: string };

/** Begins a session for somebody who has proven who he is. */
export async function openSession(ctx: Ctx, user: User, device_id = ''): Promise<NewSession> {
  return beginSession(ctx, user, { device_id, expires_at: ctx.now + lengthOf(ctx.settings, device_id), is_oauth: false, props: describeDevice(ctx.origin.user_agent) });
}

/** Begins a session in which an app acts for a person. It ends by the clock, however much it is used. */
export function openOAuthSession(ctx: Ctx, user: User, app: { readonly id: string; readonly name: string }): Promise<NewSession> {
  return beginSession(ctx, user, { device_id: '', expires_at: ctx.now + ctx.settings.get(sessionLengthSso) * HOUR_MS, is_oauth: true, props: { platform: app.name, os: 'OAuth App', browser: 'OAuth2', oauth_app_id: app.id } });
}

async function beginSession(ctx: Ctx, user: User, { props, ...kind }: Pick<SessionRecord, 'device_id' | 'expires_at' | 'is_oauth' | 'props'>): Promise<NewSession> {
  const token = newToken();
  const session: SessionRecord = {
    id: newId(ctx.now),
    token_hash: hashToken(token),
    create_at: ctx.now,
    last_activity_at: ctx.now,
    user_id: user.id,
    ...kind,
    expired_notify: false,
    is_personal_token: false,
    props: { csrf: newToken(), is_guest: String(isGuest(user)), ...props },
  };
  await insertSession(ctx.db, session);
  endedSessions(ctx.app, await deleteOldest(ctx.db, user.id, MAX_SESSIONS));
  return { ...session, token };
}

/** Ends every session of somebody, but for the one to keep. Personal tokens stay. */
export async function revokeSessions(ctx: Pick<Ctx, 'app' | 'db'>, user_id: string, keep_session_id = ''): Promise<void> {
  endedSessions(ctx.app, await deleteSessionsOf(ctx.db, user_id, keep_session_id));
}

/** Ends one session. */
export async function revokeSession(ctx: Pick<Ctx, 'app' | 'db'>, session_id: string): Promise<void> {
  endedSessions(ctx.app, await deleteSession(ctx.db, session_id));
}

/** Forgets sessions that were deleted and closes their connections. */
export function endedSessions(app: App, ended: readonly { id: string; token_hash: string; user_id: string }[]): void {
  forgetSessions(app, ended.map((session) => session.token_hash));
  for (const session of ended) app.hub.disconnect(session.user_id, session.id);
}

/** Makes a personal token; the answer is the only place where it can be read. It asks for no permission: its caller has. */
export async function createAccessToken(ctx: Ctx, user_id: string, description: string): Promise<UserAccessToken> {
  const token = newToken();
  const id = newId(ctx.now);
  await insertToken(ctx.db, { id, token_hash: hashToken(token), user_id, description, create_at: ctx.now });
  return { id, token, user_id, description, is_active: true };
}

/** Takes a personal token away for good, with its connections. */
export async function removeAccessToken(ctx: Ctx, token: Pick<UserAccessToken, 'id' | 'user_id'>): Promise<void> {
  const token_hash = await deleteToken(ctx.db, token.id);
  if (token_hash) endedSessions(ctx.app, [{ ...token, token_hash }]);
}
