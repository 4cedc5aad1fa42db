import type { Id, JsonText, Timestamp } from '#kernel/wire/index.ts';
import type { PostMetadata, PostPriority } from '#messaging/posts/wire/index.ts';

/** A message that is not sent yet: what clients of one person share of their composers. */
export type Draft = {
  create_at: Timestamp;
  update_at: Timestamp;
  delete_at: Timestamp;
  user_id: Id;
  channel_id: Id;
  /** Empty = a draft of a new root. */
  root_id: Id;
  message: string;
  type: string;
  props: Record<string, unknown>;
  file_ids?: Id[];
  metadata?: Pick<PostMetadata, 'files' | 'priority'>;
  priority?: Partial<PostPriority>;
};

export type DraftEvents = {
  /** A draft is new or has changed. */
  draft_created: { draft: JsonText<Draft> };
  draft_deleted: { draft: JsonText<Draft> };
};
