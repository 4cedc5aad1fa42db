import type { Id, Timestamp } from '#kernel/wire/index.ts';

export type OutgoingWebhook = {
  id: Id;
  /** Tells the receiver that this server calls. */
  token: string;
  create_at: Timestamp;
  update_at: Timestamp;
  delete_at: Timestamp;
  creator_id: Id;
  /** '' for all open channels of the team; it then has trigger words. */
  channel_id: Id;
  team_id: Id;
  trigger_words: string[] | null;
  /** 0: the first word is a trigger word · 1: the message begins with one. */
  trigger_when: number;
  callback_urls: string[];
  display_name: string;
  description: string;
  /** `application/json`, else a form. */
  content_type: string;
  username: string;
  icon_url: string;
};

/** What a receiver gets: as JSON, or as a form with the time in seconds. */
export type OutgoingWebhookPayload = {
  token: string;
  team_id: Id;
  team_domain: string;
  channel_id: Id;
  channel_name: string;
  timestamp: Timestamp;
  user_id: Id;
  user_name: string;
  post_id: Id;
  text: string;
  trigger_word: string;
  /** Ids, separated by commas. */
  file_ids: string;
};

export const outgoing_webhook_limits = { display_name_max: 64, description_max: 500, content_type_max: 128, username_max: 64, icon_url_max: 1024, words_max: 1024, urls_max: 1024 } as const;
