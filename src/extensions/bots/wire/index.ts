import type { Id, Timestamp } from '#kernel/wire/index.ts';

/** An account that a program uses. */
export type Bot = {
  user_id: Id;
  username: string;
  display_name?: string;
  description?: string;
  /** Who answers for it. */
  owner_id: Id;
  last_icon_update?: Timestamp;
  create_at: Timestamp;
  update_at: Timestamp;
  /** Above 0 = disabled. */
  delete_at: Timestamp;
};

export type BotPatch = { username?: string | null; display_name?: string | null; description?: string | null };

export const bot_limits = { display_name_max: 64, description_max: 1024 } as const;
