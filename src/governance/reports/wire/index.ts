import type { User } from '#identity/users/wire/index.ts';
import type { Timestamp } from '#kernel/wire/index.ts';

/** An account with what it has been used for. */
export type UserReport = User & {
  last_login: Timestamp;
  last_status_at: Timestamp;
  last_post_date: Timestamp;
  days_active: number;
  total_posts: number;
  channel_count: number;
};
