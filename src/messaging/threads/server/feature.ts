import { getUsers, sanitizeUser } from '#identity/users/server/feature.ts';
import type { User } from '#identity/users/wire/index.ts';
import { defineFeature } from '#kernel/server/index.ts';
import { markThreadsRead, threadCountsOf } from '#messaging/channels/server/feature.ts';
import { afterMarkedUnread, afterPostsDeleted, afterPostsInserted, collapsedThreads, threadFollowers } from '#messaging/posts/server/feature.ts';
import { changeFollowing } from './actions/follow-thread.ts';
import { setThreadRead } from './actions/read-thread.ts';
import { threadsFrames } from './threads.events.ts';
import { recordFollowers, takeFollowers } from './threads.followers.ts';
import { threadsListeners } from './threads.listeners.ts';
import { threadsRoutes } from './threads.routes.ts';
import { countUnread, forgetThreads, readThreadsOfChannels } from './threads.store.ts';

/** Following threads: who follows, what is unread, the inbox. */
export const threadsFeature = defineFeature({
  name: 'threads',
  area: 'messaging',
  summary: 'Followed threads with their unread replies and mentions.',
  tables: ['thread_memberships'],
  routes: threadsRoutes,
  frames: threadsFrames,
  listeners: threadsListeners,
  contributes: [
    markThreadsRead.add(async (ctx, user_id, channel_ids, at) => {
      await readThreadsOfChannels(ctx.db, user_id, channel_ids, at);
    }),
    threadCountsOf.add(async (app, user_id, team_ids) => {
      const counts = await countUnread(app.db, user_id, team_ids);
      return new Map(counts.map(({ team_id, ...count }) => [team_id, count]));
    }),
    // Who reads replies in the channel has its thread unread with it.
    afterMarkedUnread.add(async (ctx, { user_id, post, shows_replies }) => {
      if (!shows_replies || !post.root_id) return;
      await changeFollowing(ctx, user_id, post.root_id, true);
      await setThreadRead(ctx, user_id, post.root_id, post.create_at - 1);
    }),
    afterPostsInserted.add(recordFollowers),
    threadFollowers.add(takeFollowers),
    afterPostsDeleted.add(async (tx, post, ids) => {
      if (!post.root_id) await forgetThreads(tx, ids);
    }),
    collapsedThreads.add(async (ctx, roots, extended) => {
      const mine = await ctx.db.rows<{ post_id: string }>('SELECT post_id FROM thread_memberships WHERE user_id = $1 AND following AND post_id = ANY($2)', [ctx.actor.user_id, roots.map((post) => post.id)]);
      const followed = new Set(mine.map((m) => m.post_id));
      for (const post of roots) post.is_following = followed.has(post.id);
      if (!extended) return;
      const people = await getUsers(ctx.app, [...new Set(roots.flatMap((post) => post.participants?.map((u) => u.id) ?? []))]);
      for (const post of roots) post.participants = (post.participants ?? []).map((u) => (people.has(u.id) ? sanitizeUser(people.get(u.id)!, ctx) : u) as User);
    }),
  ],
});
