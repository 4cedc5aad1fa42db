import type { IncomingHttpHeaders } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { App } from '#kernel/server/index.ts';
import { csrf_cookie, session_cookie, user_cookie } from '../wire/index.ts';
import { cookiesForSubdomains } from './sessions.settings.ts';

/** Where a browser sends cookies to. */
export interface CookieScope {
  /** The answer travels encrypted, so that its cookies may demand it. */
  readonly secure: boolean;
  /** The host and what is below it; absent: this host only. */
  readonly domain?: string;
}

/** Where the cookies of a session hold. */
export function cookieScope(app: App, headers: IncomingHttpHeaders): CookieScope {
  const secure = app.site_url.startsWith('https:') || headers['x-forwarded-proto'] === 'https';
  return app.settings.get(cookiesForSubdomains) && URL.canParse(app.site_url) ? { secure, domain: new URL(app.site_url).hostname } : { secure };
}

/** The three cookies of a session. */
export function sessionCookies(session: { token: string; user_id: string; csrf: string }, max_age_ms: number, scope: CookieScope): string[] {
  const common = { path: '/', maxAge: Math.floor(max_age_ms / 1000), sameSite: 'lax', ...scope } as const;
  return [
    stringifySetCookie({ name: session_cookie, value: session.token, httpOnly: true, ...common }),
    stringifySetCookie({ name: user_cookie, value: session.user_id, ...common }),
    stringifySetCookie({ name: csrf_cookie, value: session.csrf, ...common }),
  ];
}

/** Takes the cookies of a session away. */
export function endedCookies(scope: CookieScope): string[] {
  return [session_cookie, user_cookie, csrf_cookie].map((name) => stringifySetCookie({ name, value: '', path: '/', maxAge: 0, httpOnly: name === session_cookie, sameSite: 'lax', ...scope }));
}

export function readSessionCookie(headers: IncomingHttpHeaders): string {
  return headers.cookie ? (parseCookie(headers.cookie)[session_cookie] ?? '') : '';
}
