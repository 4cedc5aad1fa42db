import { z } from 'zod';
import { query, signedIn, userError, type Ctx } from '#kernel/server/index.ts';
import { presentList } from '#messaging/posts/server/feature.ts';
import type { PostSearchResults } from '#messaging/posts/wire/index.ts';
import { searchFields, searchOf } from '../search.input.ts';
import { findPosts, type PostSearch } from '../search.posts.ts';
import { enablePostSearch } from '../search.settings.ts';

/** Looks for messages in all teams of the actor. */
export const searchPosts = query({
  name: 'search-posts',
  summary: 'Search messages in all your teams.',
  input: z.object(searchFields),
  permission: signedIn('only channels that the actor is a member of are searched'),
  run: (ctx, input) => listFound(ctx, searchOf(input, '')),
});

/** The protocol's list of what a search finds. */
export async function listFound(ctx: Ctx, search: PostSearch): Promise<PostSearchResults> {
  if (!ctx.settings.get(enablePostSearch)) throw userError('store.sql_post.search.disabled', 'The search of messages is switched off on this server (ServiceSettings.EnablePostSearch).', 501);
  return { ...(await presentList(ctx, await findPosts(ctx, search))), matches: null };
}
