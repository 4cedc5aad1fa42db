/** The page of this server that a `redirect_to` names; anything else becomes `/`. */
export function safePath(target: string | null): string {
  // `//host` and `/\host` would lead to another server.
  return target && /^\/(?![/\\])/.test(target) && !/^\/(login|signup_user_complete|reset_password)\b/.test(target) ? target : '/';
}
