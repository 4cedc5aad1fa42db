import type { ComponentType } from 'react';
import { defineSlot } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';

export type MessageViewProps = { channel_id: Id; focused_post_id?: Id };

/** The places of a channel's page that other features fill. */
export const channel_slots = {
  /** The conversation itself with its composer; the first one is drawn. */
  messages: defineSlot<ComponentType<MessageViewProps>>('channels.messages'),
  /** Lines between the header and the conversation, e.g. bookmarks. */
  below_header: defineSlot<ComponentType<{ channel: Channel }>>('channels.below_header'),
  /** Buttons at the end of the channel's header. */
  header_actions: defineSlot<ComponentType<{ channel: Channel }>>('channels.header_actions'),
  /** Lines of the channel's menu, in the header and in the sidebar: MenuItems. */
  menu: defineSlot<ComponentType<{ channel: Channel }>>('channels.menu'),
};
