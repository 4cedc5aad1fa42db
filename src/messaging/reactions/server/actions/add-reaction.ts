import { z } from 'zod';
import { action, fields, userError } from '#kernel/server/index.ts';
import { emojiExists } from '#messaging/emoji/server/feature.ts';
import { inPostChannel, loadPost, setHasReactions } from '#messaging/posts/server/feature.ts';
import { reactionAdded } from '../reactions.events.ts';
import { demandOpenChannel, isEmojiName } from '../reactions.rules.ts';
import { uniqueEmojiLimit } from '../reactions.settings.ts';
import { insertReaction, toReaction } from '../reactions.store.ts';

/** Reacts to a post with an emoji. Again is no fault. */
export const addReaction = action({
  name: 'add-reaction',
  summary: 'React to a message with an emoji.',
  input: z.object({ user_id: z.string(), post_id: fields.id(), emoji_name: z.string() }),
  permission: inPostChannel('add_reaction'),
  unaudited: 'the reaction is its own record',
  run: async (ctx, { user_id, post_id, emoji_name }) => {
    if (!isEmojiName(emoji_name)) throw userError('api.reaction.save_reaction.invalid.app_error', 'The reaction needs the name of an emoji without colons.');
    if (user_id !== ctx.actor.user_id) throw userError('api.reaction.save_reaction.user_id.app_error', 'You can react in your own name only.', 403);
    const { channel_id } = await loadPost(ctx, post_id);
    await demandOpenChannel(ctx, channel_id);
    if (!(await emojiExists(ctx.app, emoji_name))) throw userError('app.emoji.get_by_name.no_result', `There is no emoji :${emoji_name}:.`, 404);
    const row = { user_id, post_id, emoji_name, create_at: ctx.now, channel_id };
    await ctx.db.tx(async (tx) => {
      const limit = ctx.settings.get(uniqueEmojiLimit);
      if (!(await insertReaction(tx, row, limit))) throw userError('app.reaction.save.save.too_many_reactions', `This message has ${limit} different reactions already: no other emoji can be added.`);
      await setHasReactions(tx, [post_id], true, ctx.now);
    });
    const reaction = toReaction(row);
    ctx.emit(reactionAdded, reaction);
    return reaction;
  },
});
