import { hasPermission } from '#identity/roles/server/feature.ts';
import { userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';

export interface Reach {
  readonly open: boolean;
  readonly closed: boolean;
}

export const reachOf = async (ctx: Ctx): Promise<Reach> => ({ open: await hasPermission(ctx, 'list_public_teams'), closed: await hasPermission(ctx, 'list_private_teams') });

export const listsTeams: PermissionRule = {
  scope: 'system',
  ids: ['list_public_teams', 'list_private_teams'],
  check: async (ctx) => {
    const { open, closed } = await reachOf(ctx);
    if (!open && !closed) throw userError('api.team.get_all_teams.insufficient_permissions', 'You may not list teams.', 403);
    return true;
  },
};

// Archived teams are for those who manage all teams, who may restore them.
export const REACHED = `($1 AND allow_open_invite AND (delete_at = 0 OR $2)) OR ($2 AND NOT allow_open_invite)`;
