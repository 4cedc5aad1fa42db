import { z } from 'zod';
import { selfOr } from '#identity/roles/server/feature.ts';
import { inTeam } from '#identity/teams/server/feature.ts';
import { allOf, fields, query } from '#kernel/server/index.ts';
import type { Channel } from '../../wire/index.ts';
import { addMentions } from '../channels.present.ts';
import { channelColumns, toWireChannel, type ChannelRow } from '../channels.store.ts';
import { ALIVE, deleted } from '../user-channels.ts';

export const listTeamChannelsOfUser = query({
  name: 'list-team-channels-of-user',
  summary: 'The channels of a team that a person is in, with direct and group channels.',
  input: z.object({ user_id: fields.id(), team_id: fields.id(), ...deleted }),
  permission: allOf<{ user_id: string; team_id: string }>(selfOr('edit_other_users'), inTeam('view_team')),
  run: async (ctx, { user_id, team_id, include_deleted, last_delete_at }): Promise<Channel[]> => {
    const rows = await ctx.db.rows<ChannelRow>(
      `SELECT ${channelColumns('c')} FROM channel_members m JOIN channels c ON c.id = m.channel_id WHERE m.user_id = $1 AND c.team_id IN ($2, '') AND ${ALIVE} ORDER BY c.display_name, c.id`,
      [user_id, team_id, include_deleted, last_delete_at],
    );
    return addMentions(ctx.app, rows.map(toWireChannel));
  },
});
