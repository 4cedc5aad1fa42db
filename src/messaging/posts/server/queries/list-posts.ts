import { z } from 'zod';
import { fields, invalidParam, query, type Ctx } from '#kernel/server/index.ts';
import { readsChannel } from '#messaging/channels/server/feature.ts';
import type { PostList } from '../../wire/index.ts';
import { listOf, newestPosts, positionOf, postsAfter, postsBefore, postsChangedSince, type ListOptions } from '../posts.reads.ts';

const MAX_SINCE = 1000;

/** Fields by which clients choose how threads are shown. */
export const threadFields = {
  collapsedThreads: fields.queryFlag(),
  collapsedThreadsExtended: fields.queryFlag(),
  skipFetchThreads: fields.queryFlag(),
};

/** Posts of a channel: a page, those before or after a post, or what changed since a moment. */
export const listPosts = query({
  name: 'list-posts',
  summary: 'List messages of a channel by page, around a message, or those changed since a moment.',
  input: z.object({ channel_id: fields.id(), page: fields.page(), per_page: fields.perPage(), before: z.string().default(''), after: z.string().default(''), since: fields.queryNumber(0), include_deleted: fields.queryFlag(), ...threadFields }),
  permission: readsChannel,
  run: async (ctx, i) => {
    const o: ListOptions = { channel_id: i.channel_id, collapsed: i.collapsedThreads, extended: i.collapsedThreadsExtended, skip_threads: i.skipFetchThreads, include_deleted: i.include_deleted };
    if (i.after && !/^\w{26}$/.test(i.after)) throw invalidParam('after');
    if (i.before && !/^\w{26}$/.test(i.before)) throw invalidParam('before');
    if (i.since) return listOf(ctx, await postsChangedSince(ctx, o, i.since, MAX_SINCE), o);
    if (i.after) return listAfter(ctx, o, i.after, i.per_page);
    if (i.before) return listBefore(ctx, o, i.before, i.per_page);
    return listPage(ctx, o, i.page, i.per_page);
  },
});

async function listPage(ctx: Ctx, o: ListOptions, page: number, per_page: number): Promise<PostList> {
  const extra = page > 0 ? 1 : 0;
  const rows = await newestPosts(ctx, o, per_page + 1 + extra, page * per_page - extra);
  const next = extra ? rows.shift() : undefined;
  const prev = rows.length > per_page ? rows.pop() : undefined;
  const list = await listOf(ctx, rows, o, { next_post_id: next?.id ?? '', prev_post_id: prev?.id ?? '' });
  // The protocol counts replies in a plain page only if the threads are left out.
  if (!o.collapsed && !o.skip_threads) for (const post of Object.values(list.posts)) post.reply_count = 0;
  return list;
}

async function listBefore(ctx: Ctx, o: ListOptions, post_id: string, per_page: number): Promise<PostList> {
  const at = await positionOf(ctx, o.channel_id, post_id);
  if (!at) return listOf(ctx, [], o);
  const rows = await postsBefore(ctx, o, at, per_page + 1);
  const prev = rows.length > per_page ? rows.pop() : undefined;
  return listOf(ctx, rows, o, { next_post_id: at.id, prev_post_id: prev?.id ?? '' });
}

async function listAfter(ctx: Ctx, o: ListOptions, post_id: string, per_page: number): Promise<PostList> {
  const at = await positionOf(ctx, o.channel_id, post_id);
  if (!at) return listOf(ctx, [], o);
  const rows = await postsAfter(ctx, o, at, per_page + 1);
  const next = rows.length > per_page ? rows.pop() : undefined;
  return listOf(ctx, rows.reverse(), o, { next_post_id: next?.id ?? '', prev_post_id: at.id });
}
