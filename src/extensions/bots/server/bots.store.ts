import type { Sql } from '#kernel/server/index.ts';
import type { Bot } from '../wire/index.ts';

interface Row extends Bot {
  readonly display_name: string;
  readonly description: string;
}

const SELECT = `SELECT b.user_id, u.username, u.first_name AS display_name, u.bot_description AS description, b.owner_id, greatest(u.last_picture_update, 0) AS last_icon_update,
  b.create_at, greatest(b.update_at, u.update_at) AS update_at, u.delete_at
  FROM bots b JOIN users u ON u.id = b.user_id`;

// What is empty is left out, as the protocol does.
function toBot({ display_name, description, last_icon_update, ...bot }: Row): Bot {
  return { ...bot, ...(display_name && { display_name }), ...(description && { description }), ...(last_icon_update && { last_icon_update }) };
}

export async function findBot(sql: Sql, user_id: string): Promise<Bot | undefined> {
  const row = await sql.maybe<Row>(`${SELECT} WHERE b.user_id = $1`, [user_id]);
  return row && toBot(row);
}

export interface BotFilter {
  /** '' lists the bots of everybody. */
  readonly owner_id: string;
  readonly include_deleted: boolean;
  /** Only those whose owner is deactivated. */
  readonly only_orphaned: boolean;
}

/** A page of the bots, the oldest first. */
export async function listBots(sql: Sql, filter: BotFilter, skip: number, limit: number): Promise<Bot[]> {
  const rows = await sql.rows<Row>(
    `${SELECT} LEFT JOIN users o ON o.id = b.owner_id
     WHERE ($1 = '' OR b.owner_id = $1) AND ($2 OR u.delete_at = 0) AND (NOT $3 OR o.delete_at > 0) ORDER BY b.create_at, u.username LIMIT $4 OFFSET $5`,
    [filter.owner_id, filter.include_deleted, filter.only_orphaned, limit, skip],
  );
  return rows.map(toBot);
}

export async function insertBot(sql: Sql, bot: { user_id: string; owner_id: string }, now: number): Promise<void> {
  await sql.run('INSERT INTO bots (user_id, owner_id, create_at, update_at) VALUES ($1, $2, $3, $3)', [bot.user_id, bot.owner_id, now]);
}

export async function setOwner(sql: Sql, user_id: string, owner_id: string, now: number): Promise<void> {
  await sql.run('UPDATE bots SET owner_id = $2, update_at = $3 WHERE user_id = $1', [user_id, owner_id, now]);
}

export async function deleteBot(sql: Sql, user_id: string): Promise<void> {
  await sql.run('DELETE FROM bots WHERE user_id = $1', [user_id]);
}

/** Active bots whose owner is deactivated: those of one owner, or with '' of all. */
export async function findOrphans(sql: Sql, owner_id: string): Promise<string[]> {
  const rows = await sql.rows<{ user_id: string }>(
    `SELECT b.user_id FROM bots b JOIN users u ON u.id = b.user_id JOIN users o ON o.id = b.owner_id WHERE u.delete_at = 0 AND o.delete_at > 0 AND ($1 = '' OR b.owner_id = $1)`,
    [owner_id],
  );
  return rows.map((row) => row.user_id);
}
