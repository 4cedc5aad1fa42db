import { z } from 'zod';
import { hasTeamPermission, inTeam } from '#identity/teams/server/feature.ts';
import { allOf, fields, query, type PermissionRule } from '#kernel/server/index.ts';
import type { ChannelMember } from '../../wire/index.ts';
import { memberColumns, toMember, type MemberRow } from '../channel-members.store.ts';
import { showMember } from '../channels.present.ts';

const selfOrManager: PermissionRule<{ user_id: string; team_id: string }> = {
  scope: 'team',
  ids: ['manage_system'],
  check: async (ctx, { user_id, team_id }) => user_id === ctx.actor.user_id || hasTeamPermission(ctx, team_id, 'manage_system'),
};

export const listTeamMembershipsOfUser = query({
  name: 'list-team-memberships-of-user',
  summary: "A person's memberships of the channels of a team, with direct and group channels.",
  input: z.object({ user_id: fields.id(), team_id: fields.id() }),
  permission: allOf<{ user_id: string; team_id: string }>(inTeam('view_team'), selfOrManager),
  run: async (ctx, { user_id, team_id }): Promise<ChannelMember[]> => {
    const rows = await ctx.db.rows<MemberRow>(`SELECT ${memberColumns()} FROM channel_member_counts m WHERE m.user_id = $1 AND m.team_id IN ($2, '') ORDER BY m.channel_id`, [user_id, team_id]);
    return rows.map((row) => showMember(ctx, toMember(row)));
  },
});
