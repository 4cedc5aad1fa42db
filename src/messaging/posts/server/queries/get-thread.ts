import { z } from 'zod';
import { fields, query, type Ctx } from '#kernel/server/index.ts';
import type { Post } from '../../wire/index.ts';
import { loadPost, readsPost } from '../posts.permissions.ts';
import { listOf, type ListOptions } from '../posts.reads.ts';
import { findPost, POST_COLUMNS } from '../posts.store.ts';
import { threadFields } from './list-posts.ts';

const MAX_REPLIES = 5000;

/** A thread: its root and replies, whole or page by page in either direction. */
export const getThread = query({
  name: 'get-thread',
  summary: 'Get a thread: its first message and the replies.',
  input: z.object({
    post_id: fields.id(),
    perPage: fields.queryNumber(0, 200),
    fromPost: z.string().max(26).default(''),
    fromCreateAt: fields.queryNumber(0),
    fromUpdateAt: fields.queryNumber(0),
    updatesOnly: fields.queryFlag(),
    direction: z.enum(['up', 'down', '']).catch('').default(''),
    ...threadFields,
  }),
  permission: readsPost,
  run: async (ctx, i) => {
    const asked = await loadPost(ctx, i.post_id);
    const root = asked.root_id ? await findPost(ctx.db, asked.root_id) : asked;
    const limit = i.perPage || MAX_REPLIES;
    const replies = await readReplies(ctx, asked.root_id || asked.id, i, limit + 1);
    const has_next = replies.length > limit;
    if (has_next) replies.pop();
    const rows = [...(root ? [root] : []), ...replies];
    const o: ListOptions = { channel_id: asked.channel_id, collapsed: false, extended: i.collapsedThreadsExtended, skip_threads: true, include_deleted: false };
    return listOf(ctx, rows, o, { has_next });
  },
});

interface From {
  readonly fromPost: string;
  readonly fromCreateAt: number;
  readonly fromUpdateAt: number;
  readonly updatesOnly: boolean;
  readonly direction: '' | 'up' | 'down';
}

function readReplies(ctx: Ctx, root_id: string, from: From, limit: number): Promise<Post[]> {
  const is_down = from.direction !== 'up';
  const clock = from.fromUpdateAt ? 'update_at' : 'create_at';
  const at = from.fromUpdateAt || from.fromCreateAt;
  return ctx.db.rows<Post>(
    `SELECT ${POST_COLUMNS}, t.reply_count FROM posts p LEFT JOIN post_threads t ON t.root_id = p.root_id
     WHERE p.root_id = $1 AND p.delete_at = 0 AND ($2 = 0 OR (p.${clock}, p.id) ${is_down ? '>' : '<'} ($2::bigint, $3)) ORDER BY p.${clock} ${is_down ? 'ASC' : 'DESC'}, p.id ${is_down ? 'ASC' : 'DESC'} LIMIT $4`,
    [root_id, at, from.fromPost || (is_down ? '~' : ''), limit],
  );
}
