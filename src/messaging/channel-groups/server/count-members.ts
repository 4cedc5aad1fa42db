import type { Ctx } from '#kernel/server/index.ts';

type Count = { group_id: string; channel_member_count: number; channel_member_timezones_count: number };

// The zone that a person chose, or the one that the person's machine told.
const ZONE = "CASE WHEN u.timezone ->> 'useAutomaticTimezone' = 'false' THEN u.timezone ->> 'manualTimezone' ELSE u.timezone ->> 'automaticTimezone' END";

/** How many members of a channel each group has; `group_ids` null means all groups. */
export function countMembersOfGroups(ctx: Ctx, channel_id: string, group_ids: readonly string[] | null, with_timezones: boolean): Promise<Count[]> {
  const zones = with_timezones ? `count(DISTINCT nullif(${ZONE}, ''))` : '0';
  return ctx.db.slow.rows<Count>(
    `SELECT g.group_id, count(*) AS channel_member_count, ${zones} AS channel_member_timezones_count
     FROM channel_members m JOIN users u ON u.id = m.user_id AND u.delete_at = 0
     JOIN user_group_members g ON g.user_id = m.user_id AND g.delete_at = 0
     JOIN user_groups a ON a.id = g.group_id AND a.delete_at = 0
     WHERE m.channel_id = $1 AND ($2::text[] IS NULL OR g.group_id = ANY($2)) GROUP BY g.group_id ORDER BY g.group_id`,
    [channel_id, group_ids],
  );
}
