import { z } from 'zod';
import { selfOr } from '#identity/roles/server/feature.ts';
import { allOf, fields, query } from '#kernel/server/index.ts';
import { readsChannel } from '#messaging/channels/server/feature.ts';
import { listOf, newestPosts, postsAfter, postsBefore, type ListOptions } from '../posts.reads.ts';
import { threadFields } from './list-posts.ts';

/** Posts of a channel on both sides of the first one that a person has not read. */
export const listPostsAroundUnread = query({
  name: 'list-posts-around-unread',
  summary: 'List messages of a channel around the first unread one.',
  input: z.object({ user_id: fields.id(), channel_id: fields.id(), limit_before: fields.perPage(), limit_after: fields.perPage(), ...threadFields }),
  permission: allOf<{ user_id: string; channel_id: string }>(selfOr('edit_other_users'), readsChannel),
  run: async (ctx, i) => {
    const o: ListOptions = { channel_id: i.channel_id, collapsed: i.collapsedThreads, extended: i.collapsedThreadsExtended, skip_threads: i.skipFetchThreads, include_deleted: false };
    const member = await ctx.db.maybe<{ last_viewed_at: number }>('SELECT last_viewed_at FROM channel_members WHERE channel_id = $1 AND user_id = $2', [i.channel_id, i.user_id]);
    const start = { create_at: member?.last_viewed_at ?? 0, id: '~' }; // after every id of that millisecond
    const after = await postsAfter(ctx, o, start, Math.max(i.limit_after, 1) + 1);
    if (!after.length) {
      const rows = await newestPosts(ctx, o, i.limit_before + 1);
      const prev = rows.length > i.limit_before ? rows.pop() : undefined;
      return listOf(ctx, rows, o, { prev_post_id: prev?.id ?? '', has_next: false });
    }
    const next = after.length > i.limit_after ? after.pop() : undefined;
    const before = await postsBefore(ctx, o, start, i.limit_before + 1);
    const prev = before.length > i.limit_before ? before.pop() : undefined;
    return listOf(ctx, [...after.reverse(), ...before], o, { next_post_id: next?.id ?? '', prev_post_id: prev?.id ?? '', has_next: false });
  },
});
