import { z } from 'zod';
import { action, allOf, fields, userError } from '#kernel/server/index.ts';
import { selfOr } from '#identity/roles/server/feature.ts';
import { getChannel } from '#messaging/channels/server/feature.ts';
import { loadPost, readsPost, touchPost } from '#messaging/posts/server/feature.ts';
import { deleteAcknowledgement, findAcknowledgement } from '../acknowledgements.store.ts';
import { acknowledgementRemoved } from '../priority.events.ts';

const DEADLINE_MS = 5 * 60_000;

/** Takes an acknowledgement back, for a few minutes: after that others rely on it. */
export const revokeAcknowledgement = action({
  name: 'revoke-acknowledgement',
  summary: 'Take back that one has taken note of a message.',
  input: z.object({ user_id: fields.id(), post_id: fields.id() }),
  permission: allOf<{ user_id: string; post_id: string }>(selfOr('edit_other_users'), readsPost),
  run: async (ctx, { user_id, post_id }) => {
    const { channel_id } = await loadPost(ctx, post_id);
    if ((await getChannel(ctx.app, channel_id))?.delete_at) throw userError('api.acknowledgement.delete.archived_channel.app_error', 'The channel is archived: its messages cannot be changed.', 403);
    const ack = await findAcknowledgement(ctx.db, post_id, user_id);
    if (!ack) throw userError('app.acknowledgement.get.app_error', 'This message was not acknowledged.', 404);
    if (ctx.now - ack.acknowledged_at > DEADLINE_MS) throw userError('api.acknowledgement.delete.deadline.app_error', 'An acknowledgement can be taken back for five minutes.', 403);
    await deleteAcknowledgement(ctx.db, post_id, user_id);
    await touchPost(ctx.db, post_id, ctx.now);
    ctx.emit(acknowledgementRemoved, ack);
  },
});
