import { z } from 'zod';
import { hasTeamPermission, teamMembershipsOf } from '#identity/teams/server/feature.ts';
import { fields, query, type PermissionRule } from '#kernel/server/index.ts';
import { findInTeam, OWN, PUBLIC } from '../search-channels.ts';

// In the team, or one of its guests: guests find what they are in.
const isInTeam: PermissionRule<{ team_id: string }> = {
  scope: 'team',
  ids: ['list_team_channels'],
  check: async (ctx, { team_id }) => (await teamMembershipsOf(ctx.app, ctx.actor.user_id)).has(team_id) || hasTeamPermission(ctx, team_id, 'list_team_channels'),
};

export const searchTeamChannels = query({
  name: 'search-team-channels',
  summary: 'Public channels of a team whose names contain a text; for guests their own channels.',
  input: z.object({ team_id: fields.id(), term: fields.text(256).nullish() }),
  permission: isInTeam,
  run: async (ctx, { team_id, term }) => findInTeam(ctx, (await hasTeamPermission(ctx, team_id, 'list_team_channels')) ? PUBLIC : OWN, team_id, term ?? ''),
});
