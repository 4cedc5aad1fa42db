import type { Id, JsonText, Timestamp } from '#kernel/wire/index.ts';

export type CustomEmoji = {
  id: Id;
  create_at: Timestamp;
  update_at: Timestamp;
  delete_at: Timestamp;
  creator_id: Id;
  name: string;
};

export const emoji_name_max = 64;
export const emoji_name_pattern = /^[a-zA-Z0-9\-+_]+$/;
export const emoji_image_bytes_max = 524_288;

export type EmojiEvents = { emoji_added: { emoji: JsonText<CustomEmoji> } };
