import type { Id, JsonText, Timestamp } from '#kernel/wire/index.ts';
import type { FileInfo } from '#messaging/files/wire/index.ts';

/** A link or a file at the top of a channel. */
export type ChannelBookmark = {
  id: Id;
  create_at: Timestamp;
  update_at: Timestamp;
  delete_at: Timestamp;
  channel_id: Id;
  /** Who wrote it last. */
  owner_id: Id;
  /** Empty = a link. */
  file_id: Id;
  display_name: string;
  /** From 0. */
  sort_order: number;
  link_url?: string;
  image_url?: string;
  /** Without colons. */
  emoji?: string;
  type: 'link' | 'file';
  /** The bookmark of somebody else that this one replaces. */
  original_id?: Id;
  parent_id?: Id;
  file?: FileInfo;
};

export const bookmark_limits = { per_channel: 50, name_max: 64, link_max: 1024 } as const;

export type BookmarkEvents = {
  channel_bookmark_created: { bookmark: JsonText<ChannelBookmark> };
  channel_bookmark_updated: { bookmarks: JsonText<{ updated?: ChannelBookmark; deleted?: ChannelBookmark }> };
  channel_bookmark_deleted: { bookmark: JsonText<ChannelBookmark> };
  /** All of the channel, in their new order. */
  channel_bookmark_sorted: { bookmarks: JsonText<ChannelBookmark[]> };
};
