import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { readsChannel } from '#messaging/channels/server/feature.ts';
import type { Post } from '../../wire/index.ts';
import { presentList } from '../posts.present.ts';
import { POST_COLUMNS, toPost } from '../posts.store.ts';

/** The pinned posts of a channel, newest first. */
export const listPinnedPosts = query({
  name: 'list-pinned-posts',
  summary: 'List the pinned messages of a channel.',
  input: z.object({ channel_id: fields.id() }),
  permission: readsChannel,
  run: async (ctx, { channel_id }) => {
    const rows = await ctx.db.rows<Post>(
      `SELECT ${POST_COLUMNS}, t.reply_count FROM posts p LEFT JOIN post_threads t ON t.root_id = CASE WHEN p.root_id = '' THEN p.id ELSE p.root_id END
       WHERE p.channel_id = $1 AND p.is_pinned AND p.delete_at = 0 ORDER BY p.create_at DESC`,
      [channel_id],
    );
    return presentList(ctx, rows.map(toPost));
  },
});
