import type { ComponentType } from 'react';
import { defineSlot } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import type { Draft } from './drafts.state.ts';

export type ComposerSlotProps = {
  channel_id: Id;
  /** Empty = the message is a root. */
  root_id: Id;
  /** Names the draft that stands in the composer. */
  draft_key: string;
  /** There is something that could be sent at once. */
  is_ready: boolean;
  /** Takes what was written out of the composer. */
  take: () => Draft;
};

/** The places of messages and their composer that other features fill. */
export const post_slots = {
  /** Under the text of a message. */
  foot: defineSlot<ComponentType<{ post: Post }>>('posts.foot'),
  /** Lines of a message's menu: MenuItems. */
  menu: defineSlot<ComponentType<{ post: Post }>>('posts.menu'),
  /** Buttons of the composer's bar. */
  composer: defineSlot<ComponentType<ComposerSlotProps>>('posts.composer'),
  /** Beside the button that sends. */
  send: defineSlot<ComponentType<ComposerSlotProps>>('posts.send'),
};
