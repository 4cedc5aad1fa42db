import { z } from 'zod';
import { fields, query, userError, type PermissionRule } from '#kernel/server/index.ts';
import { canReadPost } from '#messaging/posts/server/feature.ts';
import { findReactions } from '../reactions.store.ts';

const MAX = 200;

const readsPosts: PermissionRule<{ post_ids: string[] }> = {
  scope: 'channel',
  ids: ['read_channel_content'],
  check: async (ctx, { post_ids }) => {
    if (post_ids.length > MAX) throw userError('api.payload.parse.error', `Reactions of at most ${MAX} messages can be asked for together.`);
    const allowed = await Promise.all(post_ids.map((id) => canReadPost(ctx, id)));
    return allowed.every(Boolean);
  },
};

/** The reactions to several posts, by the ids of the posts. */
export const listReactionsOfPosts = query({
  name: 'list-reactions-of-posts',
  summary: 'List the reactions to several messages.',
  input: z.object({ post_ids: z.array(fields.id()) }),
  permission: readsPosts,
  run: async (ctx, { post_ids }) => {
    const found = await findReactions(ctx.db, post_ids);
    return Object.fromEntries(post_ids.map((id) => [id, found.get(id) ?? []]));
  },
});
