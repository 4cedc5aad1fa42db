import { selfOr } from '#identity/roles/server/feature.ts';
import { inTeam } from '#identity/teams/server/feature.ts';
import { allOf, userError } from '#kernel/server/index.ts';

/** Rule: one's own sidebar of a team of one's own. */
export const ownSidebar = allOf<{ user_id: string; team_id: string }>(selfOr('edit_other_users'), inTeam('view_team'));

export function missingCategory() {
  return userError('app.channel.sidebar_categories.app_error', 'There is no such category in this sidebar.', 404);
}
