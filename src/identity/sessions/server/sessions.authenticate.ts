import type { IncomingHttpHeaders } from 'node:http';
import { isGuest, getUser, rolesOf } from '#identity/users/server/feature.ts';
import type { User } from '#identity/users/wire/index.ts';
import { userError, type Actor, type App, type Credentials } from '#kernel/server/index.ts';
import { noteActivity } from './sessions.activity.ts';
import { sessionByHash } from './sessions.cache.ts';
import { endedCookies, cookieScope, readSessionCookie, sessionCookies } from './sessions.cookies.ts';
import { activityOf, hashToken, isExpired, isIdle, lengthOf } from './sessions.rules.ts';
import { enableAccessTokens, extendSessions, strictCsrf } from './sessions.settings.ts';
import type { SessionRecord } from './sessions.store.ts';

interface Presented {
  readonly token: string;
  readonly from: 'cookie' | 'header' | 'query';
}

/** Tells by cookie or token who a request comes from; null for nobody. Without a query once the session is in memory. */
export async function authenticate(app: App, credentials: Credentials): Promise<Actor | null> {
  const presented = presentedToken(credentials);
  if (!presented) return null;
  const session = await sessionByHash(app, hashToken(presented.token));
  const user = session && !isExpired(session, app.clock()) && !isIdle(app.settings, session, app.clock()) ? await getUser(app, session.user_id) : undefined;
  if (!session || !user || user.delete_at > 0 || !isUsable(app, session, user) || !isIntended(app, session, presented, credentials)) {
    if (presented.from === 'cookie') credentials.setCookies?.(endedCookies(cookieScope(app, credentials.headers)));
    return null;
  }
  if (presented.from === 'query' && !session.is_oauth) throw userError('api.context.token_provided.app_error', 'A session token must not be part of an address. Send it in the Authorization header.', 401);
  keepAlive(app, session, presented, credentials);
  return actorOf(session, user);
}

/** Who acts in this session. */
export function actorOf(session: SessionRecord, user: User): Actor {
  return { user_id: user.id, session_id: session.id, roles: rolesOf(user), is_bot: user.is_bot === true, is_guest: isGuest(user), props: session.props };
}

/** The token of a request: the protocol's order is cookie, Authorization header, query. */
function presentedToken({ headers, query }: Credentials): Presented | null {
  const cookie = readSessionCookie(headers);
  if (cookie) return { token: cookie, from: 'cookie' };
  const header = headerToken(headers);
  if (header) return { token: header, from: 'header' };
  const text = query['access_token'];
  return typeof text === 'string' && text ? { token: text, from: 'query' } : null;
}

function headerToken(headers: IncomingHttpHeaders): string {
  return /^(?:bearer|token)\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
}

// Bots have no other way in than tokens, so the setting is for people.
function isUsable(app: App, session: SessionRecord, user: User): boolean {
  return !session.is_personal_token || user.is_bot === true || app.settings.get(enableAccessTokens);
}

// A browser sends a cookie whoever made it ask; what another site cannot send is a header of its own.
function isIntended(app: App, session: SessionRecord, presented: Presented, { headers, method, is_csrf_exempt }: Credentials): boolean {
  if (presented.from !== 'cookie' || is_csrf_exempt || method === 'GET' || method === 'HEAD') return true;
  if (headerToken(headers) === presented.token) return true;
  if (headers['x-csrf-token'] === session.props['csrf']) return true;
  return !app.settings.get(strictCsrf) && headers['x-requested-with'] === 'XMLHttpRequest';
}

// The record in memory is changed at once, so that the next requests find nothing to do.
function keepAlive(app: App, session: SessionRecord, presented: Presented, credentials: Credentials): void {
  const length_ms = app.settings.get(extendSessions) && !session.is_oauth ? lengthOf(app.settings, session.device_id) : 0;
  const activity = activityOf(session, app.clock(), length_ms);
  if (!activity) return;
  session.last_activity_at = activity.last_activity_at;
  session.expires_at = activity.expires_at;
  noteActivity(app, session);
  if (!activity.is_extended || presented.from !== 'cookie') return;
  const cookies = sessionCookies({ token: presented.token, user_id: session.user_id, csrf: session.props['csrf'] ?? '' }, length_ms, cookieScope(app, credentials.headers));
  credentials.setCookies?.(cookies);
}
