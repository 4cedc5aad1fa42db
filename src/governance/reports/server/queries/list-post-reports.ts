import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { fields, invalidBody, query, userError } from '#kernel/server/index.ts';
import { getChannel } from '#messaging/channels/server/feature.ts';
import { presentPosts } from '#messaging/posts/server/feature.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { readCursor, readPostReports, writeCursor } from '../post-reports.ts';

const MAX_PAGE = 1_000;

const input = z.object({
  channel_id: fields.id(),
  cursor: z.string().max(1_024).nullish(),
  start_time: z.number().int().nonnegative().nullish(),
  time_field: z.string().nullish(),
  sort_direction: z.string().nullish(),
  per_page: z.number().int().nullish(),
  include_deleted: z.boolean().nullish(),
  exclude_system_posts: z.boolean().nullish(),
  include_metadata: z.boolean().nullish(),
});

export const listPostReports = query({
  name: 'list-post-reports',
  summary: "Lists a channel's messages by the time of their writing or last change, page by page, for those who keep records.",
  input,
  permission: inSystem('manage_system'),
  run: async (ctx, given) => {
    const time_field = given.time_field || 'create_at';
    const sort_direction = given.sort_direction || 'asc';
    if (time_field !== 'create_at' && time_field !== 'update_at') throw invalidBody('time_field', 'It must be create_at or update_at.');
    if (sort_direction !== 'asc' && sort_direction !== 'desc') throw invalidBody('sort_direction', 'It must be asc or desc.');
    const limit = given.per_page ?? 100;
    if (limit < 1 || limit > MAX_PAGE) throw invalidBody('per_page', `It must be from 1 to ${MAX_PAGE}.`);
    if (!(await getChannel(ctx.app, given.channel_id))) throw userError('api.post.get_posts_for_reporting.channel_not_found', 'There is no such channel.', 404);
    const asked = { channel_id: given.channel_id, time_field, sort_direction, include_deleted: given.include_deleted === true, exclude_system_posts: given.exclude_system_posts === true } as const;
    const from = given.cursor ? readCursor(given.cursor) : { asked, at: given.start_time ?? (sort_direction === 'asc' ? 0 : Number.MAX_SAFE_INTEGER), id: '' };
    if (!from || from.asked.channel_id !== given.channel_id) throw invalidBody('cursor', 'It must be the next_cursor of the page before.');
    const found = await readPostReports(ctx.db, from, limit + 1);
    const page = found.slice(0, limit);
    if (given.include_metadata) await presentPosts(ctx, page);
    const last = page.at(-1);
    const next_cursor = found.length > limit && last ? { cursor: writeCursor({ asked: from.asked, at: last[from.asked.time_field], id: last.id }) } : null;
    return { posts: Object.fromEntries(page.map((post): [string, Post] => [post.id, post])), next_cursor };
  },
});
