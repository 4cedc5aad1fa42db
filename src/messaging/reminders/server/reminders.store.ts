import type { Sql } from '#kernel/server/index.ts';

/** Keeps when somebody is to be reminded of a post, in place of an earlier wish. `target_time` is in seconds. */
export async function saveReminder(sql: Sql, post_id: string, user_id: string, target_time: number): Promise<void> {
  await sql.run('INSERT INTO post_reminders (post_id, user_id, target_time) VALUES ($1, $2, $3) ON CONFLICT (post_id, user_id) DO UPDATE SET target_time = excluded.target_time', [post_id, user_id, target_time]);
}

/** Takes a reminder that is due; false if it is gone or for another time. */
export async function takeReminder(sql: Sql, post_id: string, user_id: string, target_time: number): Promise<boolean> {
  return (await sql.run('DELETE FROM post_reminders WHERE post_id = $1 AND user_id = $2 AND target_time = $3', [post_id, user_id, target_time])) > 0;
}

export async function deleteRemindersOfPosts(sql: Sql, post_ids: readonly string[]): Promise<void> {
  await sql.run('DELETE FROM post_reminders WHERE post_id = ANY($1)', [post_ids]);
}

export async function deleteRemindersOfUser(sql: Sql, user_id: string): Promise<void> {
  await sql.run('DELETE FROM post_reminders WHERE user_id = $1', [user_id]);
}
