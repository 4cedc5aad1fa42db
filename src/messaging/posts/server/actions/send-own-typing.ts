import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { inChannel } from '#messaging/channels/server/feature.ts';
import { typingStarted } from '../posts.events.ts';

/** Tells a channel that the actor writes: a client action of the WebSocket. */
export const sendOwnTyping = action({
  name: 'send-own-typing',
  summary: 'Tell a channel over the WebSocket that the actor is writing.',
  input: z.object({ channel_id: fields.id(), parent_id: z.string().max(26).nullish() }),
  permission: inChannel('create_post'),
  unaudited: 'it changes nothing',
  run: (ctx, { channel_id, parent_id }) => {
    ctx.emit(typingStarted, { user_id: ctx.actor.user_id, channel_id, parent_id: parent_id ?? '' });
  },
});
