import type { IncomingHttpHeaders } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';
import { csrf_cookie, session_cookie, user_cookie } from '../wire/index.ts';

/** Whether the answer travels encrypted, so that its cookies may demand it. */
export function isSecure(site_url: string, headers: IncomingHttpHeaders): boolean {
  return site_url.startsWith('https:') || headers['x-forwarded-proto'] === 'https';
}

/** The three cookies of a session. */
export function sessionCookies(session: { token: string; user_id: string; csrf: string }, max_age_ms: number, secure: boolean): string[] {
  const common = { path: '/', maxAge: Math.floor(max_age_ms / 1000), sameSite: 'lax', secure } as const;
  return [
    stringifySetCookie({ name: session_cookie, value: session.token, httpOnly: true, ...common }),
    stringifySetCookie({ name: user_cookie, value: session.user_id, ...common }),
    stringifySetCookie({ name: csrf_cookie, value: session.csrf, ...common }),
  ];
}

/** Takes the cookies of a session away. */
export function endedCookies(secure: boolean): string[] {
  return [session_cookie, user_cookie, csrf_cookie].map((name) => stringifySetCookie({ name, value: '', path: '/', maxAge: 0, httpOnly: name === session_cookie, sameSite: 'lax', secure }));
}

export function readSessionCookie(headers: IncomingHttpHeaders): string {
  return headers.cookie ? (parseCookie(headers.cookie)[session_cookie] ?? '') : '';
}
