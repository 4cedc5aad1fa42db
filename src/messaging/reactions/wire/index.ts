import type { Id, JsonText, Timestamp } from '#kernel/wire/index.ts';

export type Reaction = {
  user_id: Id;
  post_id: Id;
  emoji_name: string;
  create_at: Timestamp;
  update_at: Timestamp;
  delete_at: Timestamp;
  remote_id: string | null;
  channel_id: Id;
};

export type ReactionEvents = {
  reaction_added: { reaction: JsonText<Reaction> };
  reaction_removed: { reaction: JsonText<Reaction> };
};
