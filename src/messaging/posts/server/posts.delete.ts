import type { Ctx } from '#kernel/server/index.ts';
import type { Post } from '../wire/index.ts';
import { postDeleted } from './posts.events.ts';
import { afterPostsDeleted } from './posts.extensions.ts';
import { deletePost, erasePost } from './posts.store.ts';

/** Deletes a post, with a root its replies, and tells everybody. The caller has checked the right to. `by`: in whose name. */
export async function removePost(ctx: Ctx, post: Post, { by, is_permanent = false }: { readonly by: string; readonly is_permanent?: boolean }): Promise<void> {
  const deleted_ids = await ctx.db.tx(async (tx) => {
    const ids = is_permanent ? await erasePost(tx, post) : await deletePost(tx, post, by, ctx.now);
    for (const hook of ctx.app.all(afterPostsDeleted)) await hook(tx, post, ids, ctx.now);
    return ids;
  });
  ctx.emit(postDeleted, { post, deleted_ids, user_id: by });
}
