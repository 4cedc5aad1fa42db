import type { Ctx } from '#kernel/server/index.ts';
import { setHasReactions } from '#messaging/posts/server/feature.ts';
import { insertReaction } from './reactions.store.ts';

/** Brings the reactions of a message over. Nobody is told; those that are there already stay. */
export async function importReactions(ctx: Ctx, post_id: string, channel_id: string, reactions: readonly { user_id: string; emoji_name: string; create_at: number }[]): Promise<void> {
  if (!reactions.length) return;
  await ctx.db.tx(async (tx) => {
    for (const reaction of reactions) await insertReaction(tx, { ...reaction, post_id, channel_id }, Number.MAX_SAFE_INTEGER);
    await setHasReactions(tx, [post_id], true, ctx.now);
  });
}
