import type { Id, Timestamp } from '#kernel/wire/index.ts';

export type StatusValue = 'online' | 'away' | 'dnd' | 'offline' | 'ooo';

export type Status = {
  user_id: Id;
  status: StatusValue;
  /** Set by the person; automatic changes leave it alone. */
  manual: boolean;
  last_activity_at?: Timestamp;
  active_channel?: Id;
  /** Unix SECONDS; 0 = until changed. */
  dnd_end_time?: number;
};

/** How long a custom status stays, in the protocol's words. */
export type CustomStatusDuration =
  | '' | 'thirty_minutes' | 'one_hour' | 'four_hours' | 'today' | 'this_week' | 'date_and_time' | 'custom_date_time';

/** Kept as JSON text in `user.props.customStatus`. */
export type CustomStatus = {
  emoji: string;
  text: string;
  duration?: CustomStatusDuration;
  /** RFC 3339. */
  expires_at?: string;
};

export const custom_status_text_max = 100;
export const recent_custom_statuses_max = 5;
export const custom_status_prop = 'customStatus';

export type StatusEvents = {
  /** Only to the person; others ask POST /users/status/ids. */
  status_change: { user_id: Id; status: StatusValue };
};
