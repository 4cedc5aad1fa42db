import type { Ctx } from '#kernel/server/index.ts';
import { addEmoji, findCustomEmoji } from '#messaging/emoji/server/feature.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { findReactions } from './reactions.store.ts';

/** Adds the reactions of posts to their metadata, with the custom emoji that they use. */
export async function addReactionsToPosts(ctx: Ctx, posts: readonly Post[]): Promise<void> {
  const reacted = posts.filter((post) => post.has_reactions && !post.delete_at);
  if (!reacted.length) return;
  const found = await findReactions(ctx.db, reacted.map((post) => post.id));
  for (const post of reacted) {
    const reactions = found.get(post.id);
    if (!reactions) continue;
    (post.metadata ??= {}).reactions = reactions;
    addEmoji(post, await findCustomEmoji(ctx.app, reactions.map((reaction) => reaction.emoji_name)));
  }
}
