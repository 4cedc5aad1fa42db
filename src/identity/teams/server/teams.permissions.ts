import { grants, hasPermission } from '#identity/roles/server/feature.ts';
import { SYSTEM, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import { teamMembershipsOf } from './teams.cache.ts';

/** Whether the actor has a permission in a team: by the roles there, else by the system-wide ones. */
export async function hasTeamPermission(ctx: Ctx, team_id: string, permission: string): Promise<boolean> {
  if (ctx.actor === SYSTEM) return true;
  const membership = (await teamMembershipsOf(ctx.app, ctx.actor.user_id)).get(team_id);
  return (membership !== undefined && grants(ctx.app, membership.roles, permission)) || hasPermission(ctx, permission);
}

/** Rule: all of these permissions in the team that the input names. */
export function inTeam(...permissions: string[]): PermissionRule<{ team_id: string }> {
  return {
    scope: 'team',
    ids: permissions,
    check: async (ctx, { team_id }) => {
      for (const permission of permissions) if (!(await hasTeamPermission(ctx, team_id, permission))) return false;
      return true;
    },
  };
}
