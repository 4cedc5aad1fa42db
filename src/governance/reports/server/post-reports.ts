import { parseJson, type Sql } from '#kernel/server/index.ts';
import { POST_COLUMNS, toPost } from '#messaging/posts/server/feature.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { z } from 'zod';

const asked = z.object({ channel_id: z.string(), time_field: z.enum(['create_at', 'update_at']), sort_direction: z.enum(['asc', 'desc']), include_deleted: z.boolean(), exclude_system_posts: z.boolean() });
const place = z.object({ asked, at: z.number().int(), id: z.string().max(26) });

/** A place in a report: what was asked for, and the message after which it goes on ('' from the moment on). */
export type Place = z.output<typeof place>;

export function writeCursor(from: Place): string {
  return Buffer.from(JSON.stringify(from)).toString('base64url');
}

/** Undefined if the text is no cursor. It holds what was asked for, so that all pages are of one list. */
export function readCursor(text: string): Place | undefined {
  try {
    return place.safeParse(parseJson(Buffer.from(text, 'base64url').toString())).data;
  } catch {
    return undefined;
  }
}

/** Messages from a place on. */
export async function readPostReports(sql: Sql, { asked: a, at, id }: Place, limit: number): Promise<Post[]> {
  const [after, order] = a.sort_direction === 'asc' ? ['>', 'ASC'] : ['<', 'DESC'];
  const from = id ? `(p.${a.time_field}, p.id) ${after} ($2, $3)` : `p.${a.time_field} ${after}= $2 AND $3 = ''`;
  const rows = await sql.rows<Post>(
    `SELECT ${POST_COLUMNS}, t.reply_count FROM posts p LEFT JOIN post_threads t ON t.root_id = coalesce(nullif(p.root_id, ''), p.id)
     WHERE p.channel_id = $1 AND ${from} ${a.include_deleted ? '' : 'AND p.delete_at = 0'} ${a.exclude_system_posts ? "AND p.type NOT LIKE 'system\\_%'" : ''}
     ORDER BY p.${a.time_field} ${order}, p.id ${order} LIMIT $4`,
    [a.channel_id, at, id, limit],
  );
  return rows.map(toPost);
}
