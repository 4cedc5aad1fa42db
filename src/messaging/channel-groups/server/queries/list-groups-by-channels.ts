import { z } from 'zod';
import { groupListInput, groupsOfTarget } from '#identity/groups/server/feature.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { inTeam, requireTeam } from '#identity/teams/server/feature.ts';
import { anyOf, fields, query } from '#kernel/server/index.ts';

export const listGroupsByChannels = query({
  name: 'list-groups-by-channels',
  summary: 'Lists the groups that fill the channels of a team, by channel.',
  input: z.object({ team_id: fields.id(), ...groupListInput }),
  permission: anyOf(inTeam('list_team_channels'), inSystem('sysconsole_read_user_management_groups')),
  run: async (ctx, { team_id, ...asked }) => {
    await requireTeam(ctx, team_id);
    const rows = await ctx.db.rows<{ id: string }>(
      `SELECT DISTINCT c.id FROM channels c JOIN user_group_syncables s ON s.kind = 'channels' AND s.syncable_id = c.id AND s.delete_at = 0
       LEFT JOIN channel_members m ON m.channel_id = c.id AND m.user_id = $2
       WHERE c.team_id = $1 AND c.delete_at = 0 AND (c.type = 'O' OR m.user_id IS NOT NULL) ORDER BY c.id`,
      [team_id, ctx.actor.user_id],
    );
    const groups: Record<string, unknown> = {};
    for (const { id } of rows) groups[id] = (await groupsOfTarget(ctx, 'channels', id, asked)).groups;
    return { groups };
  },
});
