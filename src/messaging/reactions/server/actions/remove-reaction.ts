import { z } from 'zod';
import { action, fields, invalidUrl, type PermissionRule } from '#kernel/server/index.ts';
import { hasChannelPermission } from '#messaging/channels/server/feature.ts';
import { loadPost, setHasReactions } from '#messaging/posts/server/feature.ts';
import { reactionRemoved } from '../reactions.events.ts';
import { demandOpenChannel, isEmojiName } from '../reactions.rules.ts';
import { deleteReaction, toReaction } from '../reactions.store.ts';

const removesReaction: PermissionRule<{ user_id: string; post_id: string }> = {
  scope: 'channel',
  ids: ['remove_reaction', 'remove_others_reactions'],
  check: async (ctx, { user_id, post_id }) => {
    const { channel_id } = await loadPost(ctx, post_id);
    if (!(await hasChannelPermission(ctx, channel_id, 'remove_reaction'))) return false;
    return user_id === ctx.actor.user_id || hasChannelPermission(ctx, channel_id, 'remove_others_reactions');
  },
};

/** Takes a reaction back. */
export const removeReaction = action({
  name: 'remove-reaction',
  summary: 'Take a reaction to a message back.',
  input: z.object({ user_id: fields.id(), post_id: fields.id(), emoji_name: z.string() }),
  permission: removesReaction,
  unaudited: 'reactions are not kept after they are taken back',
  run: async (ctx, { user_id, post_id, emoji_name }) => {
    if (!isEmojiName(emoji_name)) throw invalidUrl('emoji_name');
    const { channel_id } = await loadPost(ctx, post_id);
    await demandOpenChannel(ctx, channel_id);
    await ctx.db.tx(async (tx) => {
      const left = await deleteReaction(tx, post_id, user_id, emoji_name);
      await setHasReactions(tx, [post_id], left > 0, ctx.now);
    });
    ctx.emit(reactionRemoved, toReaction({ user_id, post_id, emoji_name, create_at: ctx.now, channel_id }));
  },
});
