import { grants, selfOr } from '#identity/roles/server/feature.ts';
import { inTeam } from '#identity/teams/server/feature.ts';
import { allOf, permissionError, userError, type AppError, type Ctx } from '#kernel/server/index.ts';

/** Rule: one's own sidebar of a team of one's own. */
export const ownSidebar = allOf<{ user_id: string; team_id: string }>(selfOr('edit_other_users'), inTeam('view_team'));

/** The protocol tells only those who may look at any sidebar that a category does not exist. */
export function missingCategory(ctx: Ctx): AppError {
  if (!grants(ctx.app, ctx.actor.roles, 'edit_other_users')) return permissionError(ctx.actor.user_id, ['edit_other_users']);
  return userError('app.channel.sidebar_categories.app_error', 'There is no such category in this sidebar.', 404);
}
