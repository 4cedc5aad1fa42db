import { z } from 'zod';
import type { Ctx, Sql } from '#kernel/server/index.ts';
import type { Post, PostPriority } from '../wire/index.ts';
import type { NewPost } from './posts.writer.ts';

/** A priority as clients and integrations write it. */
export const prioritySchema = z.object({
  priority: z.enum(['', 'important', 'urgent']).nullish(),
  requested_ack: z.boolean().nullish(),
  persistent_notifications: z.boolean().nullish(),
});

/** What is kept of a priority; null if it asks for nothing. */
export function toPriority(raw: unknown): PostPriority | null {
  const parsed = prioritySchema.safeParse(raw);
  if (!parsed.success) return null;
  const { priority, requested_ack, persistent_notifications } = parsed.data;
  if (!priority && !requested_ack && !persistent_notifications) return null;
  return { priority: priority ?? '', requested_ack: requested_ack ?? null, persistent_notifications: persistent_notifications ?? null };
}

/** Keeps the priorities of new posts. */
export async function insertPriorities(tx: Sql, posts: readonly NewPost[]): Promise<void> {
  const rows = posts.flatMap(({ row, priority }) => (priority ? [{ post_id: row.id, channel_id: row.channel_id, ...priority }] : []));
  if (!rows.length) return;
  await tx.run(
    `INSERT INTO posts_priority (post_id, channel_id, priority, requested_ack, persistent_notifications)
     SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(post_id text, channel_id text, priority text, requested_ack boolean, persistent_notifications boolean)`,
    [JSON.stringify(rows)],
  );
}

/** Adds priorities to the metadata of roots. */
export async function addPriorities(ctx: Ctx, posts: readonly Post[]): Promise<void> {
  const roots = posts.filter((post) => !post.root_id);
  if (!roots.length) return;
  const rows = await ctx.db.rows<PostPriority & { post_id: string }>('SELECT post_id, priority, requested_ack, persistent_notifications FROM posts_priority WHERE post_id = ANY($1)', [roots.map((post) => post.original_id || post.id)]);
  if (!rows.length) return;
  const by_id = new Map(rows.map(({ post_id, ...priority }) => [post_id, priority]));
  for (const post of roots) {
    const priority = by_id.get(post.original_id || post.id);
    if (priority) (post.metadata ??= {}).priority = priority;
  }
}
