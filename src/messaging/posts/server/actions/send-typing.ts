import { z } from 'zod';
import { selfOr } from '#identity/roles/server/feature.ts';
import { action, allOf, fields } from '#kernel/server/index.ts';
import { inChannel } from '#messaging/channels/server/feature.ts';
import { typingStarted } from '../posts.events.ts';

/** Tells a channel that somebody writes. */
export const sendTyping = action({
  name: 'send-typing',
  summary: 'Tell a channel that somebody is writing.',
  input: z.object({ user_id: fields.id(), channel_id: fields.id(), parent_id: z.string().max(26).nullish() }),
  permission: allOf<{ user_id: string; channel_id: string }>(selfOr('manage_system'), inChannel('create_post')),
  unaudited: 'it changes nothing',
  run: (ctx, { user_id, channel_id, parent_id }) => {
    ctx.emit(typingStarted, { user_id, channel_id, parent_id: parent_id ?? '' });
  },
});
