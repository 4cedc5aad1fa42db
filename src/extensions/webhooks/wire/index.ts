import type { Id, Timestamp } from '#kernel/wire/index.ts';
import type { MessageAttachment, PostPriority, PostProps } from '#messaging/posts/wire/index.ts';

export type IncomingWebhook = {
  id: Id;
  create_at: Timestamp;
  update_at: Timestamp;
  delete_at: Timestamp;
  user_id: Id;
  channel_id: Id;
  team_id: Id;
  display_name: string;
  description: string;
  username: string;
  icon_url: string;
  channel_locked: boolean;
};

/** What is sent to /hooks/<id>: as JSON, or as a form with this JSON in `payload`. */
export type IncomingWebhookRequest = {
  text?: string;
  username?: string;
  icon_url?: string;
  icon_emoji?: string;
  /** A channel's name, `#name` or `@username`. */
  channel?: string;
  props?: PostProps;
  attachments?: Partial<MessageAttachment>[];
  type?: string;
  priority?: PostPriority;
};

export const incoming_webhook_limits = { display_name_max: 64, description_max: 500, username_max: 64, icon_url_max: 1024 } as const;
