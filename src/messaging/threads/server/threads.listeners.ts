import { listenTo } from '#kernel/server/index.ts';
import { postCreated } from '#messaging/posts/server/feature.ts';
import { threadUpdated } from './threads.events.ts';
import { takeSeenBefore } from './threads.followers.ts';
import { findThreads, toThreads } from './threads.reads.ts';

export const threadsListeners = [
  // Followers who are connected see the reply in their inbox; the others read it when they come.
  listenTo(postCreated, async (ctx, { post, mentioned, row }) => {
    if (!post.root_id) return;
    const followers = await ctx.db.rows<{ user_id: string }>('SELECT user_id FROM thread_memberships WHERE post_id = $1 AND following', [post.root_id]);
    const online = followers.map((f) => f.user_id).filter((user_id) => ctx.app.hub.countOpen(user_id) > 0);
    if (!online.length) return;
    const rows = await findThreads(ctx.db, post.root_id, online);
    const threads = await toThreads(ctx, rows, true);
    const seen_before = takeSeenBefore(row);
    const missed = seen_before ? await ctx.db.one<{ count: number }>('SELECT count(*) FROM posts WHERE root_id = $1 AND delete_at = 0 AND create_at > $2 AND create_at < $3', [post.root_id, seen_before, post.create_at]) : { count: post.reply_count - 1 };
    rows.forEach((found, i) => {
      const thread = threads[i]!;
      const is_author = found.follower_id === post.user_id;
      ctx.emit(threadUpdated, {
        user_id: found.follower_id,
        team_id: found.team_id,
        thread: is_author ? { ...thread, last_viewed_at: seen_before } : thread,
        previous_unread_replies: is_author ? missed.count : Math.max(0, thread.unread_replies - 1),
        previous_unread_mentions: Math.max(0, thread.unread_mentions - (mentioned.has(found.follower_id) ? 1 : 0)),
      });
    });
  }),
];
