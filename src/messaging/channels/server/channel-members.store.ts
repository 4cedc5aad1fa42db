import { effectiveRoles, roleNames, type SchemeRolesColumn } from '#identity/schemes/server/feature.ts';
import type { Sql } from '#kernel/server/index.ts';
import type { ChannelMember, ChannelNotifyProps } from '../wire/index.ts';
import { fullNotifyProps } from './channels.rules.ts';

// What the roles of guests, members and administrators are called: by the channel's scheme, else its team's.
const SCHEME_ROLES = (m: string) => `(SELECT ARRAY[s.default_channel_guest_role, s.default_channel_user_role, s.default_channel_admin_role]
  FROM channels sc LEFT JOIN teams st ON st.id = sc.team_id JOIN schemes s ON s.id = COALESCE(sc.scheme_id, st.scheme_id) WHERE sc.id = ${m}.channel_id) AS scheme_roles`;

/** The columns of a member with effective counts; `m` is the name of the view in the statement. */
export const memberColumns = (m = 'm') =>
  ['channel_id', 'user_id', 'last_viewed_at', 'msg_count', 'mention_count', 'mention_count_root', 'urgent_mention_count', 'msg_count_root', 'notify_props', 'last_update_at', 'scheme_guest', 'scheme_user', 'scheme_admin', 'explicit_roles'].map((c) => `${m}.${c}`).join(', ') + `, ${SCHEME_ROLES(m)}`;

export type MemberRow = Omit<ChannelMember, 'roles' | 'notify_props' | 'autotranslation_disabled'> & { notify_props: Record<string, string>; scheme_roles: SchemeRolesColumn };

/** A row as the protocol shows it to the member himself. */
export function toMember({ scheme_roles, ...row }: MemberRow): ChannelMember {
  return { ...row, roles: effectiveRoles(row, roleNames('channel', scheme_roles)).join(' '), notify_props: fullNotifyProps(row.notify_props), autotranslation_disabled: false };
}

/** SQL: whether mentions of the whole channel do not count, by a user's and the channel's settings (jsonb). */
const ignoresWide = (user_props: string, props: string) =>
  `(COALESCE(${user_props} ->> 'channel', 'true') <> 'true' OR COALESCE(${props} ->> 'ignore_channel_mentions', 'default') = 'on'
    OR (COALESCE(${props} ->> 'mark_unread', 'all') = 'mention' AND COALESCE(${props} ->> 'ignore_channel_mentions', 'default') = 'default'))`;

/** Makes people members of channels, all pairs in one statement. Returns the new memberships; members stay as they are. */
export async function addMembers(sql: Sql, pairs: readonly { channel_id: string; user_id: string; is_guest: boolean; is_admin: boolean }[], now: number): Promise<ChannelMember[]> {
  const rows = await sql.rows<MemberRow>(
    `INSERT INTO channel_members AS m (channel_id, user_id, create_at, last_update_at, scheme_guest, scheme_user, scheme_admin, wide_mention_seen, wide_mention_seen_root, wide_urgent_seen, is_wide_ignored)
     SELECT p.channel_id, p.user_id, $5, $5, p.is_guest, NOT p.is_guest, p.is_admin, c.wide_mention_count, c.wide_mention_count_root, c.wide_urgent_count, ${ignoresWide('u.notify_props', "'{}'::jsonb")}
     FROM unnest($1::text[], $2::text[], $3::boolean[], $4::boolean[]) AS p (channel_id, user_id, is_guest, is_admin)
     JOIN channels c ON c.id = p.channel_id JOIN users u ON u.id = p.user_id
     ON CONFLICT (channel_id, user_id) DO NOTHING
     RETURNING ${memberColumns()}`,
    [pairs.map((p) => p.channel_id), pairs.map((p) => p.user_id), pairs.map((p) => p.is_guest), pairs.map((p) => p.is_admin), now],
  );
  return rows.map(toMember);
}

/** Ends memberships and returns whose. */
export async function removeMembers(sql: Sql, channel_ids: readonly string[], user_ids: readonly string[]): Promise<{ channel_id: string; user_id: string }[]> {
  return sql.rows('DELETE FROM channel_members WHERE channel_id = ANY($1) AND user_id = ANY($2) RETURNING channel_id, user_id', [channel_ids, user_ids]);
}

/** Ends a person's memberships of all channels of a team and returns the channels' ids. */
export async function removeMemberOfTeam(sql: Sql, team_id: string, user_id: string): Promise<string[]> {
  const rows = await sql.rows<{ channel_id: string }>('DELETE FROM channel_members m USING channels c WHERE c.id = m.channel_id AND c.team_id = $1 AND m.user_id = $2 RETURNING m.channel_id', [team_id, user_id]);
  return rows.map((row) => row.channel_id);
}

export async function readMember(sql: Sql, channel_id: string, user_id: string): Promise<ChannelMember | undefined> {
  const row = await sql.maybe<MemberRow>(`SELECT ${memberColumns()} FROM channel_member_counts m WHERE channel_id = $1 AND user_id = $2`, [channel_id, user_id]);
  return row && toMember(row);
}

export async function readMembersByIds(sql: Sql, channel_id: string, user_ids: readonly string[]): Promise<ChannelMember[]> {
  return (await sql.rows<MemberRow>(`SELECT ${memberColumns()} FROM channel_member_counts m WHERE channel_id = $1 AND user_id = ANY($2)`, [channel_id, user_ids])).map(toMember);
}

/** The ids of everybody in a channel. */
export async function readMemberIds(sql: Sql, channel_id: string): Promise<string[]> {
  return (await sql.rows<{ user_id: string }>('SELECT user_id FROM channel_members WHERE channel_id = $1', [channel_id])).map((row) => row.user_id);
}

export type MemberFlags = Pick<ChannelMember, 'channel_id' | 'user_id' | 'explicit_roles' | 'scheme_guest' | 'scheme_user' | 'scheme_admin'> & { readonly scheme_roles: SchemeRolesColumn };

/** The memberships of several people without their counts. */
export async function readMembershipsOf(sql: Sql, user_ids: readonly string[]): Promise<MemberFlags[]> {
  return sql.rows<MemberFlags>(`SELECT m.channel_id, m.user_id, m.explicit_roles, m.scheme_guest, m.scheme_user, m.scheme_admin, ${SCHEME_ROLES('m')} FROM channel_members m WHERE m.user_id = ANY($1)`, [user_ids]);
}

export async function setMemberRoles(sql: Sql, channel_id: string, user_id: string, roles: Pick<ChannelMember, 'explicit_roles' | 'scheme_guest' | 'scheme_user' | 'scheme_admin'>, now: number): Promise<boolean> {
  return (await sql.run(
    'UPDATE channel_members SET explicit_roles = $3, scheme_guest = $4, scheme_user = $5, scheme_admin = $6, last_update_at = $7 WHERE channel_id = $1 AND user_id = $2',
    [channel_id, user_id, roles.explicit_roles, roles.scheme_guest, roles.scheme_user, roles.scheme_admin, now],
  )) > 0;
}

// When somebody stops listening to mentions of the whole channel, those not seen yet become personal; when somebody
// begins to listen, those before do not count.
const MOVE_WIDE = (ignored: string) => `
  mention_count = m.mention_count + CASE WHEN NOT m.is_wide_ignored AND ${ignored} THEN c.wide_mention_count - m.wide_mention_seen ELSE 0 END,
  mention_count_root = m.mention_count_root + CASE WHEN NOT m.is_wide_ignored AND ${ignored} THEN c.wide_mention_count_root - m.wide_mention_seen_root ELSE 0 END,
  urgent_mention_count = m.urgent_mention_count + CASE WHEN NOT m.is_wide_ignored AND ${ignored} THEN c.wide_urgent_count - m.wide_urgent_seen ELSE 0 END,
  wide_mention_seen = CASE WHEN m.is_wide_ignored <> ${ignored} THEN c.wide_mention_count ELSE m.wide_mention_seen END,
  wide_mention_seen_root = CASE WHEN m.is_wide_ignored <> ${ignored} THEN c.wide_mention_count_root ELSE m.wide_mention_seen_root END,
  wide_urgent_seen = CASE WHEN m.is_wide_ignored <> ${ignored} THEN c.wide_urgent_count ELSE m.wide_urgent_seen END,
  is_wide_ignored = ${ignored}`;

/** Changes notification settings of one person in several channels and returns the channels' ids. Only what differs from the default is kept. */
export async function updateNotifyProps(sql: Sql, channel_ids: readonly string[], user_id: string, change: Partial<ChannelNotifyProps>, defaults: ChannelNotifyProps, now: number): Promise<string[]> {
  const rows = await sql.rows<{ channel_id: string }>(
    `WITH changed AS (
       SELECT m.channel_id, (SELECT COALESCE(jsonb_object_agg(key, value), '{}') FROM jsonb_each(m.notify_props || $3::jsonb) WHERE value IS DISTINCT FROM ($4::jsonb -> key)) AS props
       FROM channel_members m WHERE m.channel_id = ANY($1) AND m.user_id = $2)
     UPDATE channel_members m SET notify_props = n.props, last_update_at = $5, ${MOVE_WIDE(ignoresWide('u.notify_props', 'n.props'))}
     FROM changed n, channels c, users u
     WHERE m.channel_id = n.channel_id AND m.user_id = $2 AND c.id = m.channel_id AND u.id = m.user_id
     RETURNING m.channel_id`,
    [channel_ids, user_id, JSON.stringify(change), JSON.stringify(defaults), now],
  );
  return rows.map((row) => row.channel_id);
}

/** Follows a change of somebody's own wish to be reached by mentions of whole channels. */
export async function syncWideIgnored(sql: Sql, user_id: string): Promise<void> {
  const ignored = ignoresWide('u.notify_props', 'm.notify_props');
  await sql.run(`UPDATE channel_members m SET ${MOVE_WIDE(ignored)} FROM channels c, users u WHERE m.user_id = $1 AND c.id = m.channel_id AND u.id = m.user_id AND m.is_wide_ignored <> ${ignored}`, [user_id]);
}

/** A person's memberships of these channels. */
export async function readMembershipsIn(sql: Sql, user_id: string, channel_ids: readonly string[]): Promise<ChannelMember[]> {
  return (await sql.rows<MemberRow>(`SELECT ${memberColumns()} FROM channel_member_counts m WHERE user_id = $1 AND channel_id = ANY($2)`, [user_id, channel_ids])).map(toMember);
}

/** Makes a person a guest, or a member, of all channels the person is in and returns their ids. */
export async function setGuest(sql: Sql, user_id: string, is_guest: boolean): Promise<string[]> {
  const rows = await sql.rows<{ channel_id: string }>('UPDATE channel_members SET scheme_guest = $2, scheme_user = NOT $2, scheme_admin = scheme_admin AND NOT $2 WHERE user_id = $1 RETURNING channel_id', [user_id, is_guest]);
  return rows.map((row) => row.channel_id);
}

/** Removes every trace of a person and returns the channels the person was in. */
export async function eraseMemberships(sql: Sql, user_id: string): Promise<string[]> {
  return (await sql.rows<{ channel_id: string }>('DELETE FROM channel_members WHERE user_id = $1 RETURNING channel_id', [user_id])).map((row) => row.channel_id);
}

/** How many members whose accounts are active some channels have, and how many of them are guests. */
export async function countMembers(sql: Sql, channel_ids: readonly string[]): Promise<Map<string, { member_count: number; guest_count: number }>> {
  const rows = await sql.rows<{ channel_id: string; member_count: number; guest_count: number }>(
    `SELECT m.channel_id, count(*) AS member_count, count(*) FILTER (WHERE m.scheme_guest) AS guest_count
     FROM channel_members m JOIN users u ON u.id = m.user_id WHERE m.channel_id = ANY($1) AND u.delete_at = 0 GROUP BY m.channel_id`,
    [channel_ids],
  );
  const found = new Map(rows.map(({ channel_id, ...counts }) => [channel_id, counts]));
  return new Map(channel_ids.map((id) => [id, found.get(id) ?? { member_count: 0, guest_count: 0 }]));
}
