import { grants, hasPermission } from '#identity/roles/server/feature.ts';
import { SYSTEM, userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import type { Team } from '../wire/index.ts';
import { getTeam, teamMembershipsOf } from './teams.cache.ts';
import { withoutSecrets } from './teams.rules.ts';

/** Whether the actor has a permission in a team: by the roles there, else by the system-wide ones. */
export async function hasTeamPermission(ctx: Ctx, team_id: string, permission: string): Promise<boolean> {
  if (ctx.actor === SYSTEM) return true;
  const membership = (await teamMembershipsOf(ctx.app, ctx.actor.user_id)).get(team_id);
  return (membership !== undefined && grants(ctx.app, membership.roles, permission)) || hasPermission(ctx, permission);
}

/** Rule: this permission in the team that the input names. */
export function inTeam(permission: string): PermissionRule<{ team_id: string }> {
  return { scope: 'team', ids: [permission], check: (ctx, { team_id }) => hasTeamPermission(ctx, team_id, permission) };
}

/** The team, also an archived one, or a 404. */
export async function requireTeam(ctx: Ctx, team_id: string): Promise<Team> {
  const team = await getTeam(ctx.app, team_id);
  if (!team) throw missingTeam();
  return team;
}

export function missingTeam() {
  return userError('app.team.get.find.app_error', 'There is no such team.', 404);
}

export function missingInvitation() {
  return userError('app.team.get_by_invite_id.finding.app_error', 'This invitation is not valid or no longer so.', 404);
}

/** The team as the actor may see it: the address of its maker and the invitation are for those who manage or invite. */
export async function showTeam(ctx: Ctx, team: Team): Promise<Team> {
  if (await hasTeamPermission(ctx, team.id, 'manage_team')) return team;
  const invites = await hasTeamPermission(ctx, team.id, 'invite_user');
  return { ...withoutSecrets(team), invite_id: invites ? team.invite_id : '' };
}

/** Several teams as the actor may see them. */
export function showTeams(ctx: Ctx, teams: readonly Team[]): Promise<Team[]> {
  return Promise.all(teams.map((team) => showTeam(ctx, team)));
}
