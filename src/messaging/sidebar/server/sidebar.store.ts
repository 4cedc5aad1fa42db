import type { Sql } from '#kernel/server/index.ts';
import type { OrderedSidebarCategories, SidebarCategory } from '../wire/index.ts';
import { defaultCategories, defaultCategoryId, fillCategories, sortOrderAt, type CategoryRow, type PlacedChannel } from './sidebar.rules.ts';

/** A person's categories of a team with their channels. */
export async function readSidebar(sql: Sql, user_id: string, team_id: string): Promise<OrderedSidebarCategories> {
  const [rows, channels] = await Promise.all([
    sql.rows<CategoryRow>('SELECT id, user_id, team_id, sort_order, sorting, type, display_name, muted, collapsed FROM sidebar_categories WHERE user_id = $1 AND team_id = $2', [user_id, team_id]),
    sql.rows<PlacedChannel>(
      `SELECT c.id AS channel_id, c.type IN ('D', 'G') AS is_direct, COALESCE(s.category_id, '') AS category_id
       FROM channel_members m JOIN channels c ON c.id = m.channel_id LEFT JOIN sidebar_channels s ON s.user_id = m.user_id AND s.team_id = $2 AND s.channel_id = c.id
       WHERE m.user_id = $1 AND c.team_id IN ($2, '') AND (c.delete_at = 0 OR s.category_id IS NOT NULL)
       ORDER BY s.sort_order NULLS LAST, lower(c.display_name), c.id`,
      [user_id, team_id],
    ),
  ]);
  return fillCategories(rows.length ? rows : defaultCategories(user_id, team_id), channels);
}

/** Gives somebody rows for the default categories, to be changed. Run it in the transaction that changes them. */
export async function ensureCategories(tx: Sql, user_id: string, team_id: string): Promise<void> {
  // Two clients of one person may change the sidebar at once.
  await tx.run('SELECT pg_advisory_xact_lock(hashtext($1))', [`sidebar ${user_id} ${team_id}`]);
  const known = await tx.maybe('SELECT 1 FROM sidebar_categories WHERE user_id = $1 AND team_id = $2 LIMIT 1', [user_id, team_id]);
  if (!known) for (const row of defaultCategories(user_id, team_id)) await insertCategory(tx, row);
}

export async function insertCategory(sql: Sql, row: CategoryRow): Promise<void> {
  await sql.run(
    'INSERT INTO sidebar_categories (user_id, team_id, id, sort_order, sorting, type, display_name, muted, collapsed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [row.user_id, row.team_id, row.id, row.sort_order, row.sorting, row.type, row.display_name, row.muted, row.collapsed],
  );
}

export async function updateCategory(sql: Sql, row: Pick<CategoryRow, 'user_id' | 'team_id' | 'id' | 'sorting' | 'display_name' | 'muted' | 'collapsed'>): Promise<void> {
  await sql.run('UPDATE sidebar_categories SET sorting = $4, display_name = $5, muted = $6, collapsed = $7 WHERE user_id = $1 AND team_id = $2 AND id = $3', [row.user_id, row.team_id, row.id, row.sorting, row.display_name, row.muted, row.collapsed]);
}

/** Removes a category; its channels are in the defaults again. */
export async function deleteCategory(sql: Sql, user_id: string, team_id: string, id: string): Promise<void> {
  await sql.run('DELETE FROM sidebar_channels WHERE user_id = $1 AND team_id = $2 AND category_id = $3', [user_id, team_id, id]);
  await sql.run('DELETE FROM sidebar_categories WHERE user_id = $1 AND team_id = $2 AND id = $3', [user_id, team_id, id]);
}

/** Sets the order of the categories. */
export async function setOrder(sql: Sql, user_id: string, team_id: string, ids: readonly string[]): Promise<void> {
  await sql.run('UPDATE sidebar_categories c SET sort_order = o.sort_order FROM unnest($3::text[], $4::integer[]) AS o (id, sort_order) WHERE c.user_id = $1 AND c.team_id = $2 AND c.id = o.id', [user_id, team_id, ids, ids.map((_, i) => sortOrderAt(i))]);
}

/** Makes these the channels of a category, in this order; out of all others. The category for direct channels keeps none: they are in it by themselves. */
export async function setChannels(sql: Sql, category: Pick<SidebarCategory, 'user_id' | 'team_id' | 'id' | 'type' | 'channel_ids'>): Promise<void> {
  const { user_id, team_id, id, type, channel_ids } = category;
  await sql.run('DELETE FROM sidebar_channels WHERE user_id = $1 AND team_id = $2 AND (category_id = $3 OR channel_id = ANY($4))', [user_id, team_id, id, channel_ids]);
  if (type === 'direct_messages' || !channel_ids.length) return;
  await sql.run('INSERT INTO sidebar_channels (user_id, team_id, category_id, channel_id, sort_order) SELECT $1, $2, $3, c.id, c.sort_order FROM unnest($4::text[], $5::integer[]) AS c (id, sort_order)', [user_id, team_id, id, channel_ids, channel_ids.map((_, i) => sortOrderAt(i))]);
}

/** Adds a channel at the end of somebody's favourites: those of its team, or of all the person's teams for a direct or group channel. */
export async function addFavorites(sql: Sql, user_id: string, channel_ids: readonly string[]): Promise<void> {
  await sql.run(
    `INSERT INTO sidebar_channels (user_id, team_id, category_id, channel_id, sort_order)
     SELECT $1, tm.team_id, $3 || tm.team_id, c.id,
       COALESCE((SELECT max(s.sort_order) FROM sidebar_channels s WHERE s.user_id = $1 AND s.team_id = tm.team_id AND s.category_id = $3 || tm.team_id), 0) + 10 * row_number() OVER (PARTITION BY tm.team_id ORDER BY c.id)
     FROM channels c JOIN channel_members m ON m.channel_id = c.id AND m.user_id = $1 JOIN team_members tm ON tm.user_id = $1 AND tm.delete_at = 0 AND c.team_id IN ('', tm.team_id)
     WHERE c.id = ANY($2)
     ON CONFLICT (user_id, team_id, channel_id) DO UPDATE SET category_id = excluded.category_id, sort_order = excluded.sort_order WHERE sidebar_channels.category_id <> excluded.category_id`,
    [user_id, channel_ids, defaultCategoryId('favorites', user_id, '')],
  );
}

/** Takes channels out of somebody's favourites of all teams. */
export async function removeFavorites(sql: Sql, user_id: string, channel_ids: readonly string[]): Promise<void> {
  await sql.run('DELETE FROM sidebar_channels WHERE user_id = $1 AND channel_id = ANY($2) AND category_id = $3 || team_id', [user_id, channel_ids, defaultCategoryId('favorites', user_id, '')]);
}

/** Forgets where somebody had put channels, e.g. after leaving them. */
export async function forgetChannels(sql: Sql, user_id: string, channel_ids: readonly string[]): Promise<void> {
  await sql.run('DELETE FROM sidebar_channels WHERE user_id = $1 AND channel_id = ANY($2)', [user_id, channel_ids]);
}

/** Forgets where anybody had put channels. */
export async function forgetChannelsOfAll(sql: Sql, channel_ids: readonly string[]): Promise<void> {
  await sql.run('DELETE FROM sidebar_channels WHERE channel_id = ANY($1)', [channel_ids]);
}

/** Forgets a person's sidebar of a team, or of all teams. */
export async function forgetSidebar(sql: Sql, user_id: string, team_id: string | null): Promise<void> {
  await sql.run('DELETE FROM sidebar_channels WHERE user_id = $1 AND ($2::text IS NULL OR team_id = $2)', [user_id, team_id]);
  await sql.run('DELETE FROM sidebar_categories WHERE user_id = $1 AND ($2::text IS NULL OR team_id = $2)', [user_id, team_id]);
}
