import { z } from 'zod';
import { selfOr } from '#identity/roles/server/feature.ts';
import { fields, query } from '#kernel/server/index.ts';
import { canReadChannel, getChannels } from '#messaging/channels/server/feature.ts';
import type { Post } from '../../wire/index.ts';
import { presentList } from '../posts.present.ts';
import { POST_COLUMNS, toPost } from '../posts.store.ts';

/** The posts that a person saved for later, newest first. */
export const listSavedPosts = query({
  name: 'list-saved-posts',
  summary: 'List the messages that a person has saved.',
  input: z.object({ user_id: fields.id(), channel_id: z.string().default(''), team_id: z.string().default(''), page: fields.page(), per_page: fields.perPage() }),
  permission: selfOr('edit_other_users'),
  run: async (ctx, i) => {
    const rows = await ctx.db.rows<Post>(
      `SELECT ${POST_COLUMNS}, t.reply_count FROM preferences f JOIN posts p ON p.id = f.name
         LEFT JOIN post_threads t ON t.root_id = CASE WHEN p.root_id = '' THEN p.id ELSE p.root_id END
       WHERE f.user_id = $1 AND f.category = 'flagged_post' AND p.delete_at = 0 AND ($2 = '' OR p.channel_id = $2)
       ORDER BY p.create_at DESC, p.id DESC LIMIT $3 OFFSET $4`,
      [i.user_id, i.channel_id, i.per_page, i.page * i.per_page],
    );
    const channels = await getChannels(ctx.app, [...new Set(rows.map((row) => row.channel_id))]);
    const shown: Post[] = [];
    for (const row of rows) {
      const team_id = channels.get(row.channel_id)?.team_id ?? '';
      if (i.team_id && team_id && team_id !== i.team_id) continue;
      if (await canReadChannel(ctx, row.channel_id)) shown.push(toPost(row));
    }
    return presentList(ctx, shown);
  },
});
