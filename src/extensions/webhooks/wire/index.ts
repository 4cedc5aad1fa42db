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
  /** What the message is about, e.g. an alert: later calls with the same key change the message of the first. */
  key?: string;
  /** Messages with the same one stand in one thread. */
  thread_key?: string;
  /** How it stands, in a word. `resolved`, `closed`, `merged` and the like close it. */
  status?: string;
  /** When it was so (ISO 8601, or s or ms of Unix time): what is older never overwrites what is newer. */
  at?: string | number;
  /** The same as a number that grows, where there is no time. */
  sequence?: number;
};

/** Answer to a call with `?return=post`. */
export type IncomingWebhookReceipt = {
  /** '' if there was nothing to post. */
  post_id: Id;
  channel_id: Id;
  root_id: Id;
  key: string;
  thread_key: string;
  status: string;
  /** False if a message that was there has changed. */
  is_created: boolean;
  /** All posts of the call: a long text becomes several, a mapping may make several. */
  post_ids: Id[];
};

export type WebhookSignature = '' | 'github' | 'standard' | 'token' | 'sentry' | 'pagerduty';

/** What a webhook can do beyond the protocol. */
export type IncomingWebhookOptions = {
  hook_id: Id;
  update_at: Timestamp;
  /** Whose payloads come: a name of `vendors`, '' to find out, `none` to take only the protocol's own. */
  vendor: string;
  /** A JSONata expression that makes the message of whatever is sent; '' for none. */
  mapping: string;
  /** How calls prove who sent them. */
  signature: WebhookSignature;
  /** Whether a secret for that is stored. It is never shown. */
  has_secret: boolean;
  /** Addresses and networks that may call; empty for all. */
  addresses: string[];
  /** 0 as the server's setting says. */
  max_bytes: number;
  /** 0 as the server's setting says. */
  calls_per_minute: number;
  /** How long after it was closed a message is opened again rather than written anew; -1 as the server's setting says. */
  reopen_after_ms: number;
};

/** In `props.living` of a message that shows how something stands. */
export type LivingProps = { status: string; is_closed: boolean; updates: number; since: Timestamp; update_at: Timestamp };

/** What an expression makes of a payload. */
export type MappingPreview =
  | { messages: IncomingWebhookRequest[]; error: null }
  | { messages: null; error: { message: string; position: number | null; token: string } };

export const incoming_webhook_limits = { display_name_max: 64, description_max: 500, username_max: 64, icon_url_max: 1024, mapping_max: 20_000, addresses_max: 100, key_max: 255 } as const;
