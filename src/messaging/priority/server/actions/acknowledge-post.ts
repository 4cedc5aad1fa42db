import { z } from 'zod';
import { action, allOf, fields, userError } from '#kernel/server/index.ts';
import { selfOr } from '#identity/roles/server/feature.ts';
import { getChannel } from '#messaging/channels/server/feature.ts';
import { loadPost, readsPost, touchPost } from '#messaging/posts/server/feature.ts';
import { findAcknowledgement, insertAcknowledgement } from '../acknowledgements.store.ts';
import { resolvePersistent } from '../persistent-notifications.ts';
import { acknowledgementAdded } from '../priority.events.ts';

/** Says that somebody has taken note of a post. Again is no fault and keeps the first time. */
export const acknowledgePost = action({
  name: 'acknowledge-post',
  summary: 'Say that one has taken note of a message.',
  input: z.object({ user_id: fields.id(), post_id: fields.id() }),
  permission: allOf<{ user_id: string; post_id: string }>(selfOr('edit_other_users'), readsPost),
  run: async (ctx, { user_id, post_id }) => {
    const { channel_id } = await loadPost(ctx, post_id);
    if ((await getChannel(ctx.app, channel_id))?.delete_at) throw userError('api.acknowledgement.save.archived_channel.app_error', 'The channel is archived: its messages cannot be acknowledged.', 403);
    const ack = { user_id, post_id, acknowledged_at: ctx.now, channel_id };
    if (!(await insertAcknowledgement(ctx.db, ack))) return (await findAcknowledgement(ctx.db, post_id, user_id)) ?? ack;
    await touchPost(ctx.db, post_id, ctx.now);
    await resolvePersistent(ctx, post_id, user_id);
    ctx.emit(acknowledgementAdded, ack);
    return ack;
  },
});
