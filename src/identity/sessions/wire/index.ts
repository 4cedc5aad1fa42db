import type { TeamMember } from '#identity/teams/wire/index.ts';
import type { Id, Timestamp } from '#kernel/wire/index.ts';

/** `token` is empty in every listing. */
export type Session = {
  id: Id;
  token: string;
  create_at: Timestamp;
  expires_at: Timestamp;
  last_activity_at: Timestamp;
  user_id: Id;
  device_id: string;
  roles: string;
  is_oauth: boolean;
  expired_notify: boolean;
  /** csrf, platform, os, browser, is_guest, type, is_bot, user_access_token_id, mobile_version, oauth_app_id */
  props: Record<string, string> | null;
  team_members: TeamMember[] | null;
  local: boolean;
};

/** `token` is present only in the answer that creates it. */
export type UserAccessToken = {
  id: Id;
  token?: string;
  user_id: Id;
  description: string;
  is_active: boolean;
};

export type LoginRequest = {
  id?: Id;
  login_id?: string;
  password?: string;
  /** MFA code. */
  token?: string;
  device_id?: string;
};

/** The answer of a log-in carries the session's token in this header. */
export const token_header = 'token';
export const session_cookie = 'MMAUTHTOKEN';
export const user_cookie = 'MMUSERID';
export const csrf_cookie = 'MMCSRF';
export const csrf_header = 'X-CSRF-Token';
export const token_description_max = 255;
