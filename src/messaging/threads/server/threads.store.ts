import type { Sql } from '#kernel/server/index.ts';

/** What replies do to one follower of a thread. */
export interface FollowerDelta {
  readonly post_id: string;
  readonly user_id: string;
  /** Time of the follower's own last reply, 0 if there was none. */
  readonly viewed_at: number;
  /** Mentions after that. */
  readonly mentions: number;
  readonly at: number;
}

/** Makes people follow threads and counts what they missed; who had unfollowed follows again by replying or a mention only. Each follower of a thread at most once. */
export async function addFollowers(sql: Sql, deltas: readonly FollowerDelta[]): Promise<void> {
  if (!deltas.length) return;
  await sql.run(
    `INSERT INTO thread_memberships AS m (post_id, user_id, following, last_viewed_at, last_update_at, unread_mentions)
     SELECT post_id, user_id, true, viewed_at, at, mentions
     FROM jsonb_to_recordset($1::jsonb) AS r(post_id text, user_id text, viewed_at bigint, at bigint, mentions integer)
     ORDER BY post_id, user_id
     ON CONFLICT (post_id, user_id) DO UPDATE SET
       last_viewed_at = greatest(m.last_viewed_at, excluded.last_viewed_at),
       last_update_at = excluded.last_update_at,
       unread_mentions = CASE WHEN excluded.last_viewed_at > 0 THEN 0 ELSE m.unread_mentions END + excluded.unread_mentions,
       following = m.following OR excluded.last_viewed_at > 0 OR excluded.unread_mentions > 0`,
    [JSON.stringify(deltas)],
  );
}

export interface MembershipRow {
  readonly post_id: string;
  readonly user_id: string;
  readonly following: boolean;
  readonly last_viewed_at: number;
  readonly unread_mentions: number;
}

/** What people had seen of threads; unknown pairs are left out. */
export function findMemberships(sql: Sql, pairs: readonly { post_id: string; user_id: string }[]): Promise<MembershipRow[]> {
  if (!pairs.length) return Promise.resolve([]);
  return sql.rows<MembershipRow>(
    `SELECT m.post_id, m.user_id, m.following, m.last_viewed_at, m.unread_mentions FROM thread_memberships m
     JOIN unnest($1::text[], $2::text[]) AS x(post_id, user_id) ON m.post_id = x.post_id AND m.user_id = x.user_id`,
    [pairs.map((p) => p.post_id), pairs.map((p) => p.user_id)],
  );
}

/** Everybody who follows these threads. */
export function findFollowers(sql: Sql, root_ids: readonly string[]): Promise<{ post_id: string; user_id: string }[]> {
  return sql.rows('SELECT post_id, user_id FROM thread_memberships WHERE post_id = ANY($1) AND following', [[...new Set(root_ids)]]);
}

/** Sets whether a person follows a thread; who begins to follow has seen everything up to now. */
export async function setFollowing(sql: Sql, post_id: string, user_id: string, following: boolean, now: number): Promise<void> {
  await sql.run(
    `INSERT INTO thread_memberships AS m (post_id, user_id, following, last_viewed_at, last_update_at, unread_mentions) VALUES ($1, $2, $3, $4, $4, 0)
     ON CONFLICT (post_id, user_id) DO UPDATE SET following = excluded.following, last_update_at = excluded.last_update_at,
       last_viewed_at = CASE WHEN excluded.following THEN excluded.last_viewed_at ELSE m.last_viewed_at END, unread_mentions = 0`,
    [post_id, user_id, following, now],
  );
}

/** Sets up to when a person has read a thread and how many mentions came later. */
export async function setViewed(sql: Sql, post_id: string, user_id: string, viewed_at: number, unread_mentions: number, now: number): Promise<void> {
  await sql.run(
    `INSERT INTO thread_memberships (post_id, user_id, following, last_viewed_at, last_update_at, unread_mentions) VALUES ($1, $2, true, $3, $5, $4)
     ON CONFLICT (post_id, user_id) DO UPDATE SET last_viewed_at = $3, unread_mentions = $4, last_update_at = $5`,
    [post_id, user_id, viewed_at, unread_mentions, now],
  );
}

/** Marks all followed threads of the given channels as read. Returns how many were unread. */
export function readThreadsOfChannels(sql: Sql, user_id: string, channel_ids: readonly string[], now: number): Promise<number> {
  return sql.run(
    `UPDATE thread_memberships m SET last_viewed_at = $3, unread_mentions = 0, last_update_at = $3
     FROM post_threads t WHERE t.root_id = m.post_id AND m.user_id = $1 AND m.following AND t.channel_id = ANY($2) AND (t.last_reply_at > m.last_viewed_at OR m.unread_mentions > 0)`,
    [user_id, channel_ids, now],
  );
}

/** Marks all followed threads of a team, and of the direct channels, as read. */
export function readThreadsOfTeam(sql: Sql, user_id: string, team_id: string, now: number): Promise<number> {
  return sql.run(
    `UPDATE thread_memberships m SET last_viewed_at = $3, unread_mentions = 0, last_update_at = $3
     FROM post_threads t JOIN channels c ON c.id = t.channel_id
     WHERE t.root_id = m.post_id AND m.user_id = $1 AND m.following AND c.team_id IN ($2, '') AND (t.last_reply_at > m.last_viewed_at OR m.unread_mentions > 0)`,
    [user_id, team_id, now],
  );
}

/** Forgets the followers of threads whose root is gone. */
export async function forgetThreads(sql: Sql, post_ids: readonly string[]): Promise<void> {
  await sql.run('DELETE FROM thread_memberships WHERE post_id = ANY($1)', [post_ids]);
}

/** A reply is gone: it was unread for some followers, and a mention for some of them. Returns whose counts have changed, with the mentions they had before. */
export function forgetReply(sql: Sql, root_id: string, create_at: number, mentioned: readonly string[]): Promise<{ user_id: string; previous_unread_mentions: number }[]> {
  return sql.rows(
    `UPDATE thread_memberships m SET unread_mentions = greatest(0, m.unread_mentions - CASE WHEN m.user_id = ANY($3) THEN 1 ELSE 0 END)
     FROM thread_memberships old WHERE old.post_id = m.post_id AND old.user_id = m.user_id AND m.post_id = $1 AND m.following AND m.last_viewed_at < $2
     RETURNING m.user_id, old.unread_mentions AS previous_unread_mentions`,
    [root_id, create_at, mentioned],
  );
}

/** A person has left channels and follows none of their threads any more. */
export async function leaveThreads(sql: Sql, user_id: string, channel_ids: readonly string[]): Promise<void> {
  await sql.run('DELETE FROM thread_memberships m USING post_threads t WHERE t.root_id = m.post_id AND m.user_id = $1 AND t.channel_id = ANY($2)', [user_id, channel_ids]);
}

/** Unread threads of a person, by team. */
export function countUnread(sql: Sql, user_id: string, team_ids: readonly string[]): Promise<{ team_id: string; thread_count: number; thread_mention_count: number; thread_urgent_mention_count: number }[]> {
  return sql.rows(
    `SELECT c.team_id, (count(*) FILTER (WHERE t.last_reply_at > m.last_viewed_at))::integer AS thread_count, coalesce(sum(m.unread_mentions), 0)::integer AS thread_mention_count,
       coalesce(sum(m.unread_mentions) FILTER (WHERE y.priority = 'urgent'), 0)::integer AS thread_urgent_mention_count
     FROM thread_memberships m JOIN post_threads t ON t.root_id = m.post_id JOIN channels c ON c.id = t.channel_id AND c.delete_at = 0
     JOIN channel_members cm ON cm.channel_id = c.id AND cm.user_id = m.user_id LEFT JOIN posts_priority y ON y.post_id = m.post_id
     WHERE m.user_id = $1 AND m.following AND c.team_id = ANY($2) GROUP BY c.team_id`,
    [user_id, team_ids],
  );
}
