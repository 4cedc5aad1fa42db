import { z } from 'zod';
import { query, signedIn, userError } from '#kernel/server/index.ts';
import { canReadChannel } from '#messaging/channels/server/feature.ts';
import type { Post } from '../../wire/index.ts';
import { presentPosts } from '../posts.present.ts';
import { POST_COLUMNS, toPost } from '../posts.store.ts';

const MAX_IDS = 1000;

/** Several posts by their ids, newest first; those that the actor may not read are left out. */
export const getPostsByIds = query({
  name: 'get-posts-by-ids',
  summary: 'Get several messages by their ids.',
  input: z.object({ post_ids: z.array(z.string()).min(1) }),
  permission: signedIn('each post is checked for itself'),
  run: async (ctx, { post_ids }) => {
    if (post_ids.length > MAX_IDS) throw userError('api.post.posts_by_ids.invalid_body.request_error', `Ask for at most ${MAX_IDS} messages at a time.`);
    const rows = await ctx.db.rows<Post>(
      `SELECT ${POST_COLUMNS}, t.reply_count FROM posts p LEFT JOIN post_threads t ON t.root_id = CASE WHEN p.root_id = '' THEN p.id ELSE p.root_id END
       WHERE p.id = ANY($1) AND p.delete_at = 0 ORDER BY p.create_at DESC, p.id DESC`,
      [post_ids],
    );
    const readable = new Map<string, boolean>();
    for (const id of new Set(rows.map((row) => row.channel_id))) readable.set(id, await canReadChannel(ctx, id));
    const posts = rows.filter((row) => readable.get(row.channel_id)).map(toPost);
    await presentPosts(ctx, posts);
    return posts;
  },
});
