import { needUser } from '#identity/users/server/feature.ts';
import { action, type PermissionRule } from '#kernel/server/index.ts';
import { removeTeamMember as remove } from '../team-members.ts';
import { teamMemberInput } from '../teams.fields.ts';
import { hasTeamPermission, requireTeam } from '../teams.permissions.ts';

const selfOrRemover: PermissionRule<{ team_id: string; user_id: string }> = {
  scope: 'team',
  ids: ['remove_user_from_team'],
  check: async (ctx, { team_id, user_id }) => user_id === ctx.actor.user_id || hasTeamPermission(ctx, team_id, 'remove_user_from_team'),
};

export const removeTeamMember = action({
  name: 'remove-team-member',
  summary: 'Removes a person from a team, or leaves it oneself.',
  input: teamMemberInput,
  permission: selfOrRemover,
  run: async (ctx, { team_id, user_id }) => {
    const team = await requireTeam(ctx, team_id);
    await needUser(ctx, user_id);
    await remove(ctx, team, user_id);
  },
});
