import { z } from 'zod';
import { selfOr } from '#identity/roles/server/feature.ts';
import { action, allOf, fields, userError } from '#kernel/server/index.ts';
import { seesThreads, setUnreadFrom } from '#messaging/channels/server/feature.ts';
import { mentionsOf } from '../mentions-of.ts';
import { markedUnread } from '../posts.events.ts';
import { afterMarkedUnread } from '../posts.extensions.ts';
import { loadPost, readsPost } from '../posts.permissions.ts';
import { UNCOUNTED_TYPES } from '../posts.rules.ts';

interface Later {
  readonly root_id: string;
  readonly user_id: string;
  readonly message: string;
  readonly is_urgent: boolean;
}

/** Makes a channel unread again from a post on. */
export const markUnread = action({
  name: 'mark-unread',
  summary: 'Mark a channel as unread from a message on.',
  input: z.object({ user_id: fields.id(), post_id: fields.id(), collapsed_threads_supported: z.boolean().nullish() }),
  permission: allOf<{ user_id: string; post_id: string }>(selfOr('edit_other_users'), readsPost),
  unaudited: 'it only concerns what the person has read',
  run: async (ctx, { user_id, post_id, collapsed_threads_supported }) => {
    const post = await loadPost(ctx, post_id);
    const later = await ctx.db.rows<Later>(
      `SELECT p.root_id, p.user_id, p.message, coalesce(y.priority = 'urgent', false) AS is_urgent FROM posts p LEFT JOIN posts_priority y ON y.post_id = p.id
       WHERE p.channel_id = $1 AND (p.create_at, p.id) >= ($2, $3) AND p.delete_at = 0 AND p.type <> ALL($4)`,
      [post.channel_id, post.create_at, post.id, UNCOUNTED_TYPES],
    );
    const mine = await mentionsOf(ctx, post.channel_id, later, user_id);
    const unread = await setUnreadFrom(ctx.db, {
      channel_id: post.channel_id,
      user_id,
      post_create_at: post.create_at,
      unread_count: later.length,
      unread_count_root: later.filter((p) => !p.root_id).length,
      mention_count: mine.length,
      mention_count_root: mine.filter((p) => !p.root_id).length,
      urgent_mention_count: mine.filter((p) => p.is_urgent).length,
    });
    if (!unread) throw userError('app.channel.get_member.missing.app_error', 'The person is not a member of the channel.', 404);
    const { team_id, user_id: _user, channel_id, ...counts } = unread;
    ctx.emit(markedUnread, { user_id, team_id, channel_id, counts, post_id });
    const shows_replies = collapsed_threads_supported !== true || !(await seesThreads(ctx, user_id));
    for (const follow of ctx.app.all(afterMarkedUnread)) await follow(ctx, { user_id, post, shows_replies });
    return unread;
  },
});
