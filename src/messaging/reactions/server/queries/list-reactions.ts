import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { readsPost } from '#messaging/posts/server/feature.ts';
import { findReactions } from '../reactions.store.ts';

/** The reactions to a post, the oldest first. */
export const listReactions = query({
  name: 'list-reactions',
  summary: 'List the reactions to a message.',
  input: z.object({ post_id: fields.id() }),
  permission: readsPost,
  run: async (ctx, { post_id }) => (await findReactions(ctx.db, [post_id])).get(post_id) ?? [],
});
