import type { Sql } from '#kernel/server/index.ts';
import type { Channel, ModeratedName } from '../wire/index.ts';

const NAMES = ['id', 'create_at', 'update_at', 'delete_at', 'team_id', 'type', 'display_name', 'name', 'header', 'purpose', 'last_post_at', 'total_msg_count', 'creator_id', 'scheme_id', 'group_constrained', 'shared', 'total_msg_count_root', 'last_root_post_at', 'banner_info', 'default_category_name'] as const;

/** The columns of a channel; `t` is its table's name in the statement. */
export const channelColumns = (t = 'channels') => NAMES.map((c) => `${t}.${c}`).join(', ');

/** The order of lists; the table is called `c` in the statement. */
export const BY_NAME = 'ORDER BY lower(c.display_name), c.id';

const COLUMNS = channelColumns();

export type ChannelRow = Pick<Channel, (typeof NAMES)[number]>;

/** A row as the protocol shows it. */
export function toWireChannel(row: ChannelRow): Channel {
  return { ...row, extra_update_at: 0, props: null, autotranslation: false, policy_id: null, policy_enforced: false, policy_is_active: false };
}

export type NewChannel = Pick<Channel, 'id' | 'team_id' | 'type' | 'display_name' | 'name' | 'header' | 'purpose' | 'creator_id' | 'shared'> & Partial<Pick<Channel, 'group_constrained' | 'banner_info' | 'default_category_name'>>;

/** Makes a channel; undefined if the name is taken. */
export async function insertChannel(sql: Sql, channel: NewChannel, now: number): Promise<Channel | undefined> {
  const row = await sql.maybe<ChannelRow>(
    `INSERT INTO channels (id, create_at, update_at, team_id, type, display_name, name, header, purpose, creator_id, shared, group_constrained, banner_info, default_category_name)
     VALUES ($1, $2, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     ON CONFLICT (team_id, name) DO NOTHING RETURNING ${COLUMNS}`,
    [channel.id, now, channel.team_id, channel.type, channel.display_name, channel.name, channel.header, channel.purpose, channel.creator_id, channel.shared, channel.group_constrained ?? null, channel.banner_info ?? null, channel.default_category_name ?? ''],
  );
  return row && toWireChannel(row);
}

/** Channels with their counters of this moment, by id. */
export async function readChannels(sql: Sql, ids: readonly string[]): Promise<Map<string, Channel>> {
  const rows = await sql.rows<ChannelRow>(`SELECT ${COLUMNS} FROM channels WHERE id = ANY($1)`, [ids]);
  return new Map(rows.map((row) => [row.id, toWireChannel(row)]));
}

/** One channel with its counters of this moment. */
export async function readChannel(sql: Sql, id: string): Promise<Channel | undefined> {
  const row = await sql.maybe<ChannelRow>(`SELECT ${COLUMNS} FROM channels WHERE id = $1`, [id]);
  return row && toWireChannel(row);
}

/** Channels of a team by their names; `team_id` is '' for direct and group channels. */
export async function readChannelsByNames(sql: Sql, team_id: string, names: readonly string[]): Promise<Channel[]> {
  return (await sql.rows<ChannelRow>(`SELECT ${COLUMNS} FROM channels WHERE team_id = $1 AND name = ANY($2)`, [team_id, names])).map(toWireChannel);
}

export type ChannelChange = Partial<Pick<Channel, 'display_name' | 'name' | 'header' | 'purpose' | 'type' | 'delete_at' | 'team_id' | 'group_constrained' | 'banner_info' | 'default_category_name' | 'scheme_id'>>;

// Which columns a change may touch; the names go into the statement, so they come from here alone.
const CHANGEABLE = ['display_name', 'name', 'header', 'purpose', 'type', 'delete_at', 'team_id', 'group_constrained', 'banner_info', 'default_category_name', 'scheme_id'] as const satisfies readonly (keyof ChannelChange)[];

/** Changes what is given and returns the channel as it is now. */
export async function updateChannel(sql: Sql, id: string, change: ChannelChange, now: number): Promise<Channel | undefined> {
  const keys = CHANGEABLE.filter((key) => change[key] !== undefined);
  const sets = keys.map((key, i) => `, ${key} = $${i + 3}`).join('');
  const row = await sql.maybe<ChannelRow>(`UPDATE channels SET update_at = $2${sets} WHERE id = $1 RETURNING ${COLUMNS}`, [id, now, ...keys.map((key) => change[key])]);
  return row && toWireChannel(row);
}

/** Every channel of a team, archived ones too. */
export async function readChannelIdsOfTeam(sql: Sql, team_id: string): Promise<string[]> {
  return (await sql.rows<{ id: string }>('SELECT id FROM channels WHERE team_id = $1', [team_id])).map((row) => row.id);
}

/** Removes channels and their memberships for good and returns who was in them. */
export async function deleteChannels(sql: Sql, ids: readonly string[]): Promise<string[]> {
  const members = await sql.rows<{ user_id: string }>('WITH gone AS (DELETE FROM channel_members WHERE channel_id = ANY($1) RETURNING user_id) SELECT DISTINCT user_id FROM gone', [ids]);
  await sql.run('DELETE FROM channels WHERE id = ANY($1)', [ids]);
  return members.map((m) => m.user_id);
}

/** How many channels a team has, archived ones not counted. */
export async function countChannels(sql: Sql, team_id: string): Promise<number> {
  return (await sql.one<{ count: number }>('SELECT count(*) FROM channels WHERE team_id = $1 AND delete_at = 0', [team_id])).count;
}

export async function readChannelsOfScheme(sql: Sql, scheme_id: string): Promise<Channel[]> {
  return (await sql.rows<ChannelRow>(`SELECT ${COLUMNS} FROM channels WHERE scheme_id = $1`, [scheme_id])).map(toWireChannel);
}

/** What older versions kept of moderated channels. */
export function readRestrictions(sql: Sql): Promise<{ channel_id: string; who: 'members' | 'guests'; name: ModeratedName }[]> {
  return sql.rows('SELECT channel_id, who, name FROM channel_restrictions');
}

export async function deleteRestrictions(sql: Sql, channel_id: string): Promise<void> {
  await sql.run('DELETE FROM channel_restrictions WHERE channel_id = $1', [channel_id]);
}
