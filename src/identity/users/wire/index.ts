import type { BooleanText, Id, Timestamp } from '#kernel/wire/index.ts';

export type UserNotifyProps = {
  channel: BooleanText;
  comments: 'any' | 'root' | 'never';
  desktop: 'all' | 'mention' | 'none';
  desktop_sound: BooleanText;
  desktop_threads: 'all' | 'mention' | 'none';
  email: BooleanText;
  email_threads: 'all' | 'mention' | 'none';
  first_name: BooleanText;
  /** Words that notify, separated by commas. */
  mention_keys: string;
  push: 'all' | 'mention' | 'none';
  push_status: 'online' | 'away' | 'offline';
  push_threads: 'all' | 'mention' | 'none';
  auto_responder_active?: BooleanText;
  auto_responder_message?: string;
  [key: string]: string | undefined;
};

export type UserTimezone = {
  useAutomaticTimezone: BooleanText;
  automaticTimezone: string;
  manualTimezone: string;
};

/** Fields that only the person and administrators see are optional. */
export type User = {
  id: Id;
  create_at: Timestamp;
  update_at: Timestamp;
  /** Above 0 = deactivated. */
  delete_at: Timestamp;
  username: string;
  auth_data?: string | null;
  auth_service: string;
  email: string;
  email_verified?: boolean;
  nickname: string;
  first_name: string;
  last_name: string;
  position: string;
  /** Role names separated by spaces. */
  roles: string;
  allow_marketing?: boolean;
  /** `customStatus` holds a CustomStatus as JSON text. */
  props?: Record<string, string> | null;
  notify_props?: UserNotifyProps | null;
  last_password_update?: Timestamp;
  /** 0 or negative = the picture made from the initials. */
  last_picture_update?: Timestamp;
  failed_attempts?: number;
  locale: string;
  timezone: UserTimezone | null;
  mfa_active?: boolean;
  remote_id?: string | null;
  last_activity_at?: Timestamp;
  is_bot?: boolean;
  bot_description?: string;
  bot_last_icon_update?: Timestamp;
  terms_of_service_id?: string;
  terms_of_service_create_at?: Timestamp;
  disable_welcome_email: boolean;
  last_login?: Timestamp;
};

export type UserPatch = {
  username?: string;
  email?: string;
  password?: string;
  nickname?: string;
  first_name?: string;
  last_name?: string;
  position?: string;
  locale?: string;
  props?: Record<string, string>;
  notify_props?: Partial<UserNotifyProps>;
  timezone?: UserTimezone;
};

export type UserAutocomplete = { users: User[]; out_of_channel?: User[] };

export type UsersStats = { total_users_count: number };

export const user_limits = {
  username_max: 64,
  email_max: 128,
  name_max: 64,
  nickname_max: 64,
  position_max: 128,
  password_min: 8,
  password_max: 72,
} as const;

/** Lower case; these may never be taken: all, channel, matterbot, system. */
export const username_pattern = /^[a-z0-9._-]{1,64}$/;
export const reserved_usernames = ['all', 'channel', 'matterbot', 'system'] as const;

export const default_notify_props: UserNotifyProps = {
  channel: 'true',
  comments: 'never',
  desktop: 'mention',
  desktop_sound: 'true',
  desktop_threads: 'all',
  email: 'true',
  email_threads: 'all',
  first_name: 'false',
  mention_keys: '',
  push: 'mention',
  push_status: 'online',
  push_threads: 'all',
};

export const default_timezone: UserTimezone = { useAutomaticTimezone: 'true', automaticTimezone: '', manualTimezone: '' };

export type UserEvents = {
  new_user: { user_id: Id };
  /** Here the user is an object, not JSON text. */
  user_updated: { user: User };
  user_role_updated: { user_id: Id; roles: string };
  user_activation_status_change: Record<string, never>;
};
