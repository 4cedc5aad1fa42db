import { getUsers, sanitizeUser } from '#identity/users/server/feature.ts';
import type { User } from '#identity/users/wire/index.ts';
import type { Ctx, Sql } from '#kernel/server/index.ts';
import { POST_COLUMNS, presentPosts, toPost } from '#messaging/posts/server/feature.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import type { UserThread } from '../wire/index.ts';

/** A thread as the database tells it to one follower: the root with the follower's state beside it. */
export type ThreadRow = Post & {
  thread_reply_count: number;
  thread_last_reply_at: number;
  thread_participants: string[];
  following: boolean | null;
  last_viewed_at: number;
  unread_mentions: number;
  unread_replies: number;
  team_id: string;
};

/** Columns of a `ThreadRow`: `p` posts, `t` post_threads, `m` thread_memberships, `c` channels. */
export const THREAD_COLUMNS = `${POST_COLUMNS}, coalesce(t.reply_count, 0) AS thread_reply_count, coalesce(t.last_reply_at, 0) AS thread_last_reply_at, coalesce(t.participants, '{}') AS thread_participants,
  m.following, coalesce(m.last_viewed_at, 0) AS last_viewed_at, coalesce(m.unread_mentions, 0) AS unread_mentions, c.team_id,
  (SELECT count(*) FROM posts r WHERE r.root_id = p.id AND r.root_id <> '' AND r.delete_at = 0 AND r.create_at > coalesce(m.last_viewed_at, 0))::integer AS unread_replies`;

/** One thread for some of its followers or, with `user_ids` of people who do not follow, as they would see it. */
export function findThreads(sql: Sql, post_id: string, user_ids: readonly string[]): Promise<(ThreadRow & { follower_id: string })[]> {
  return sql.rows(
    `SELECT ${THREAD_COLUMNS}, x.user_id AS follower_id FROM posts p JOIN channels c ON c.id = p.channel_id LEFT JOIN post_threads t ON t.root_id = p.id
     CROSS JOIN unnest($2::text[]) AS x(user_id) LEFT JOIN thread_memberships m ON m.post_id = p.id AND m.user_id = x.user_id
     WHERE p.id = $1 AND p.delete_at = 0`,
    [post_id, user_ids],
  );
}

/** Rows as the protocol shows them. Participants are whole people with `extended`, else only their ids. */
export async function toThreads(ctx: Ctx, rows: readonly ThreadRow[], extended: boolean): Promise<UserThread[]> {
  const people = extended ? await getUsers(ctx.app, [...new Set(rows.flatMap((row) => row.thread_participants))]) : new Map<string, User>();
  const threads = rows.map((row): UserThread => {
    const { thread_reply_count, thread_last_reply_at, thread_participants, following: _following, last_viewed_at, unread_mentions, unread_replies, team_id: _team_id, ...post } = row;
    const shown = thread_participants.map((id) => (people.has(id) ? sanitizeUser(people.get(id)!, ctx) : ({ id } as User)));
    return {
      id: row.id, reply_count: thread_reply_count, last_reply_at: thread_last_reply_at, last_viewed_at, participants: shown as User[],
      post: toPost({ ...post, reply_count: 0 } as Post), unread_replies, unread_mentions, is_urgent: false, delete_at: row.delete_at,
    };
  });
  await presentPosts(ctx, threads.map((thread) => thread.post));
  for (const thread of threads) thread.is_urgent = thread.post.metadata?.priority?.priority === 'urgent';
  return threads;
}
