import { listenTo, type Ctx } from '#kernel/server/index.ts';
import { channelMemberRemoved, notifyPropsOf, teamChannelsLeft } from '#messaging/channels/server/feature.ts';
import { addresseesIn, postCreated, postDeleted } from '#messaging/posts/server/feature.ts';
import { threadUpdated } from './threads.events.ts';
import { takeFollowers, takeSeenBefore } from './threads.followers.ts';
import { findThreads, toThreads } from './threads.reads.ts';
import { forgetReply, leaveThreads } from './threads.store.ts';

export const threadsListeners = [
  // Followers who are connected see the reply in their inbox; the others read it when they come.
  listenTo(postCreated, async (ctx, { post, mentioned, is_wide, hearsWide, row }) => {
    if (!post.root_id) return;
    const online = await listeningOf(ctx, post.channel_id, takeFollowers(row));
    if (!online.length) return;
    const rows = await findThreads(ctx.db, post.root_id, online);
    const threads = await toThreads(ctx, rows, true);
    const seen_before = takeSeenBefore(row);
    const missed = seen_before ? await ctx.db.one<{ count: number }>('SELECT count(*) FROM posts WHERE root_id = $1 AND delete_at = 0 AND create_at > $2 AND create_at < $3', [post.root_id, seen_before, post.create_at]) : { count: post.reply_count - 1 };
    rows.forEach((found, i) => {
      const thread = threads[i]!;
      const is_author = found.follower_id === post.user_id;
      const is_mentioned = mentioned.has(found.follower_id) || (is_wide && hearsWide(found.follower_id));
      ctx.emit(threadUpdated, {
        user_id: found.follower_id,
        team_id: found.team_id,
        thread: is_author ? { ...thread, last_viewed_at: seen_before } : thread,
        previous_unread_replies: is_author ? missed.count : Math.max(0, thread.unread_replies - 1),
        previous_unread_mentions: Math.max(0, thread.unread_mentions - (is_mentioned ? 1 : 0)),
      });
    });
  }),
  // Who had not read a reply that is gone has less to read.
  listenTo(postDeleted, async (ctx, { post }) => {
    if (!post.root_id) return;
    const changed = new Map((await forgetReply(ctx.db, post.root_id, post.create_at, (await addresseesIn(ctx, post.channel_id))(post))).map((m) => [m.user_id, m.previous_unread_mentions]));
    const online = await listeningOf(ctx, post.channel_id, [...changed.keys()]);
    if (!online.length) return;
    const rows = await findThreads(ctx.db, post.root_id, online);
    const threads = await toThreads(ctx, rows, true);
    rows.forEach(({ follower_id, team_id }, i) => {
      const thread = threads[i]!;
      ctx.emit(threadUpdated, { user_id: follower_id, team_id, thread, previous_unread_replies: thread.unread_replies + 1, previous_unread_mentions: changed.get(follower_id)! });
    });
  }),
  listenTo(channelMemberRemoved, (ctx, { channel, user_id }) => leaveThreads(ctx.db, user_id, [channel.id])),
  listenTo(teamChannelsLeft, (ctx, { user_id, channel_ids }) => leaveThreads(ctx.db, user_id, channel_ids)),
];

/** Who of them is connected and may still read the channel. */
async function listeningOf(ctx: Ctx, channel_id: string, user_ids: readonly string[]): Promise<string[]> {
  const members = await notifyPropsOf(ctx.app, channel_id);
  return user_ids.filter((user_id) => members.has(user_id) && ctx.app.hub.countOpen(user_id) > 0);
}
