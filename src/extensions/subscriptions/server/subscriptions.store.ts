import type { Sql } from '#kernel/server/index.ts';
import type { Subscription } from '../wire/index.ts';

const COLUMNS = 'id, create_at, update_at, owner_id, display_name, description, url, events, team_id, channel_id, is_enabled, secret, former_secret, former_until';

/** A row; its secrets are sealed. */
export interface SubscriptionRow extends Subscription {
  readonly secret: string;
  readonly former_secret: string;
  readonly former_until: number;
}

export async function insertSubscription(sql: Sql, s: SubscriptionRow): Promise<void> {
  await sql.run(`INSERT INTO subscriptions (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`, [
    s.id, s.create_at, s.update_at, s.owner_id, s.display_name, s.description, s.url, s.events, s.team_id, s.channel_id, s.is_enabled, s.secret, s.former_secret, s.former_until,
  ]);
}

export function readAllSubscriptions(sql: Sql): Promise<SubscriptionRow[]> {
  return sql.rows<SubscriptionRow>(`SELECT ${COLUMNS} FROM subscriptions ORDER BY create_at, id`);
}

export async function updateSubscription(sql: Sql, s: SubscriptionRow): Promise<void> {
  await sql.run(
    'UPDATE subscriptions SET update_at = $2, display_name = $3, description = $4, url = $5, events = $6, team_id = $7, channel_id = $8, is_enabled = $9, secret = $10, former_secret = $11, former_until = $12 WHERE id = $1',
    [s.id, s.update_at, s.display_name, s.description, s.url, s.events, s.team_id, s.channel_id, s.is_enabled, s.secret, s.former_secret, s.former_until],
  );
}

/** Deletes one, those of somebody, of channels or of a team. */
export async function deleteSubscriptions(sql: Sql, of: { id: string } | { owner_id: string } | { channel_ids: readonly string[] } | { team_id: string }): Promise<void> {
  const [where, value] = 'id' in of ? ['id = $1', of.id] : 'owner_id' in of ? ['owner_id = $1', of.owner_id] : 'team_id' in of ? ['team_id = $1', of.team_id] : ['channel_id = ANY($1)', of.channel_ids];
  await sql.run(`DELETE FROM subscriptions WHERE ${where}`, [value]);
}
