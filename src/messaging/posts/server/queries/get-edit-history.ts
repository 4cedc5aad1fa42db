import { z } from 'zod';
import { fields, permissionError, query, userError } from '#kernel/server/index.ts';
import { hasChannelPermission } from '#messaging/channels/server/feature.ts';
import type { Post } from '../../wire/index.ts';
import { presentPosts } from '../posts.present.ts';
import { loadPost } from '../posts.permissions.ts';
import { toPost } from '../posts.store.ts';

/** The versions that an edited post had before, newest first. Only for its author. */
export const getEditHistory = query({
  name: 'get-edit-history',
  summary: 'List the earlier versions of an edited message of the actor.',
  input: z.object({ post_id: fields.id() }),
  permission: {
    scope: 'channel',
    ids: ['edit_post'],
    check: async (ctx, { post_id }) => {
      const post = await loadPost(ctx, post_id);
      return post.user_id === ctx.actor.user_id && (await hasChannelPermission(ctx, post.channel_id, 'edit_post'));
    },
  },
  run: async (ctx, { post_id }) => {
    const post = await loadPost(ctx, post_id);
    if (post.user_id !== ctx.actor.user_id) throw permissionError(ctx.actor.user_id, ['edit_post']);
    const versions = await ctx.db.rows<Post>('SELECT id, original_id, delete_at, edit_at, message, hashtags, props, file_ids FROM post_versions WHERE original_id = $1 ORDER BY delete_at DESC, id DESC', [post_id]);
    if (!versions.length) throw userError('app.post.get.app_error', 'This message was never edited.', 404);
    const posts = versions.map((version) => toPost({ ...post, ...version, reply_count: 0, update_at: version.delete_at }));
    await presentPosts(ctx, posts);
    return posts;
  },
});
