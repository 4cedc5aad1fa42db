import type { User } from '#identity/users/wire/index.ts';
import type { Id, JsonText, Timestamp } from '#kernel/wire/index.ts';
import type { ChannelType } from '#messaging/channels/wire/index.ts';
import type { CustomEmoji } from '#messaging/emoji/wire/index.ts';
import type { FileInfo } from '#messaging/files/wire/index.ts';
import type { Reaction } from '#messaging/reactions/wire/index.ts';

/** Written by people and integrations: '' and custom_*; written by the server: system_*. */
export type PostType =
  | ''
  | 'system_ephemeral'
  | 'system_join_channel' | 'system_leave_channel' | 'system_add_to_channel' | 'system_remove_from_channel'
  | 'system_join_team' | 'system_leave_team' | 'system_add_to_team' | 'system_remove_from_team'
  | 'system_header_change' | 'system_purpose_change' | 'system_displayname_change'
  | 'system_channel_deleted' | 'system_channel_restored' | 'system_change_chan_privacy' | 'system_gm_to_channel'
  | 'system_join_leave' | 'system_add_remove' | 'system_guest_join_channel' | 'system_add_guest_to_chan'
  | 'system_auto_responder' | 'system_generic' | 'me' | 'reminder' | 'slack_attachment'
  | `custom_${string}`
  | (string & {});

export type Post = {
  id: Id;
  create_at: Timestamp;
  update_at: Timestamp;
  /** Above 0 = changed by its author. */
  edit_at: Timestamp;
  delete_at: Timestamp;
  is_pinned: boolean;
  user_id: Id;
  channel_id: Id;
  /** Empty = this post is a root. */
  root_id: Id;
  /** Set on the kept older versions of an edited post. */
  original_id: Id;
  message: string;
  message_source?: string;
  type: PostType;
  props: PostProps;
  /** Separated by spaces. */
  hashtags: string;
  file_ids?: Id[] | null;
  /** Chosen by the client, `<user_id>:<ms>`; a repeated create with it gives the first post. */
  pending_post_id: string;
  has_reactions?: boolean;
  remote_id?: string | null;
  reply_count: number;
  last_reply_at: Timestamp;
  participants: User[] | null;
  is_following?: boolean | null;
  metadata?: PostMetadata | null;
};

/** Known props; integrations add their own. */
export type PostProps = {
  attachments?: MessageAttachment[];
  from_webhook?: 'true';
  from_bot?: 'true';
  from_plugin?: 'true';
  override_username?: string;
  override_icon_url?: string;
  override_icon_emoji?: string;
  webhook_display_name?: string;
  mentionHighlightDisabled?: boolean;
  disable_group_highlight?: boolean;
  channel_mentions?: Record<string, { display_name: string; team_name?: string; id?: Id }>;
  add_channel_member?: { post_id: Id; not_in_channel_user_ids: Id[] | null; not_in_channel_usernames: string[] | null };
  previewed_post?: Id;
  deleteBy?: Id;
  username?: string;
  addedUsername?: string;
  removedUsername?: string;
  [key: string]: unknown;
};

export type PostPatch = { is_pinned?: boolean; message?: string; props?: PostProps; file_ids?: Id[]; has_reactions?: boolean };

export type PostPriority = {
  priority: '' | 'important' | 'urgent' | null;
  requested_ack?: boolean | null;
  persistent_notifications?: boolean | null;
};

export type PostAcknowledgement = { user_id: Id; post_id: Id; acknowledged_at: Timestamp; channel_id: Id; remote_id?: string | null };

export type PostImage = { width: number; height: number; format: string; frame_count: number };

/** Every part is absent when it is empty. */
export type PostMetadata = {
  embeds?: PostEmbed[];
  emojis?: CustomEmoji[];
  files?: FileInfo[];
  /** By URL. */
  images?: Record<string, PostImage>;
  reactions?: Reaction[];
  priority?: PostPriority | null;
  acknowledgements?: PostAcknowledgement[];
};

export type OpenGraph = {
  type?: string;
  title?: string;
  url?: string;
  site_name?: string;
  description?: string;
  images?: { url?: string; secure_url?: string; type?: string; width?: number; height?: number }[] | null;
};

export type PreviewPost = {
  post_id: Id;
  post: Post | null;
  team_name: string;
  channel_display_name: string;
  channel_type: ChannelType;
  channel_id: Id;
};

export type PostEmbed =
  | { type: 'opengraph'; url: string; data: OpenGraph }
  | { type: 'permalink'; url?: string; data: PreviewPost }
  | { type: 'message_attachment'; url?: string; data?: unknown }
  | { type: 'image' | 'link' | 'boards'; url: string; data?: unknown };

export type PostActionOption = { text: string; value: string };

export type PostAction = {
  id?: string;
  type?: 'button' | 'select' | (string & {});
  name?: string;
  tooltip?: string;
  disabled?: boolean;
  style?: string;
  data_source?: '' | 'users' | 'channels';
  options?: PostActionOption[] | null;
  default_option?: string;
  /** Never sent to clients. */
  integration?: { url?: string; context?: Record<string, unknown> } | null;
  cookie?: string;
};

export type MessageAttachmentField = { title: string; value: unknown; short: boolean };

export type MessageAttachment = {
  id: number;
  fallback: string;
  color: string;
  pretext: string;
  author_name: string;
  author_link: string;
  author_icon: string;
  title: string;
  title_link: string;
  text: string;
  fields: MessageAttachmentField[] | null;
  image_url: string;
  thumb_url: string;
  footer: string;
  footer_icon: string;
  ts: unknown;
  actions?: PostAction[] | null;
};

/** `order` is newest first; `posts` also holds the roots of listed replies. */
export type PostList = {
  order: Id[];
  posts: Record<Id, Post>;
  next_post_id: Id;
  prev_post_id: Id;
  has_next?: boolean;
  first_inaccessible_post_time: Timestamp;
};

export type PostSearchResults = PostList & { matches: Record<Id, string[]> | null };

export const post_limits = { message_max: 16_383, props_max: 800_000, files_max: 10, hashtags_max: 1000 } as const;

export type PostEvents = {
  posted: {
    channel_type: ChannelType;
    channel_display_name: string;
    channel_name: string;
    sender_name: string;
    team_id: Id;
    set_online: boolean;
    post: JsonText<Post>;
    /** Present only for whom it concerns; then it holds that one id. */
    mentions?: JsonText<Id[]>;
    followers?: JsonText<Id[]>;
    otherFile?: 'true';
    image?: 'true';
    should_ack?: boolean;
  };
  post_edited: { post: JsonText<Post> };
  post_deleted: { post: JsonText<Post>; delete_by?: Id };
  ephemeral_message: { post: JsonText<Post> };
  /** The counts are what was read before the post. */
  post_unread: {
    msg_count: number;
    msg_count_root: number;
    mention_count: number;
    mention_count_root: number;
    urgent_mention_count: number;
    last_viewed_at: Timestamp;
    post_id: Id;
  };
  typing: { parent_id: Id; user_id: Id };
  /** Only to whom an urgent post asks again. */
  persistent_notification_triggered: Pick<PostEvents['posted'], 'channel_type' | 'channel_display_name' | 'channel_name' | 'sender_name' | 'team_id' | 'post'> & { mentions: JsonText<Id[]> };
  post_acknowledgement_added: { acknowledgement: JsonText<PostAcknowledgement> };
  post_acknowledgement_removed: { acknowledgement: JsonText<PostAcknowledgement> };
};
