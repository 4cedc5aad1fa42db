import { hasPermission } from '#identity/roles/server/feature.ts';
import { getUser, isGuest } from '#identity/users/server/feature.ts';
import { action, userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import { addTeamMember as add } from '../team-members.ts';
import { teamMemberInput } from '../teams.fields.ts';
import { hasTeamPermission, requireTeam } from '../teams.permissions.ts';

const mayAdd: PermissionRule<{ team_id: string; user_id: string }> = {
  scope: 'team',
  ids: ['join_public_teams', 'join_private_teams', 'add_user_to_team', 'invite_guest'],
  check: async (ctx, { team_id, user_id }) => (user_id === ctx.actor.user_id ? mayJoin(ctx, team_id) : mayAddOther(ctx, team_id, user_id)),
};

async function mayJoin(ctx: Ctx, team_id: string): Promise<boolean> {
  const team = await requireTeam(ctx, team_id);
  return hasPermission(ctx, team.allow_open_invite ? 'join_public_teams' : 'join_private_teams');
}

async function mayAddOther(ctx: Ctx, team_id: string, user_id: string): Promise<boolean> {
  if (!(await hasTeamPermission(ctx, team_id, 'add_user_to_team'))) return false;
  const user = await getUser(ctx.app, user_id);
  if (!user) throw userError('api.team.user.missing_account', 'There is no such account.', 404);
  return !isGuest(user) || hasTeamPermission(ctx, team_id, 'invite_guest');
}

export const addTeamMember = action({
  name: 'add-team-member',
  summary: 'Makes a person a member of a team, or joins it oneself.',
  input: teamMemberInput,
  permission: mayAdd,
  run: (ctx, { team_id, user_id }) => add(ctx, team_id, user_id, { is_added: true }),
});
