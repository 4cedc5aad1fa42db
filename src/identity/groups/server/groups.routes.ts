import { answerOk, route, type Routes } from '#kernel/server/index.ts';
import { addGroupMembers } from './actions/add-group-members.ts';
import { archiveGroup } from './actions/archive-group.ts';
import { createGroup } from './actions/create-group.ts';
import { linkGroup } from './actions/link-group.ts';
import { patchGroupLink } from './actions/patch-group-link.ts';
import { patchGroup } from './actions/patch-group.ts';
import { removeGroupMembers } from './actions/remove-group-members.ts';
import { restoreGroup } from './actions/restore-group.ts';
import { unlinkGroup } from './actions/unlink-group.ts';
import { getGroupLink } from './queries/get-group-link.ts';
import { getGroupStats } from './queries/get-group-stats.ts';
import { getGroup } from './queries/get-group.ts';
import { listGroupLinks } from './queries/list-group-links.ts';
import { listGroupMembers } from './queries/list-group-members.ts';
import { listGroupsByNames } from './queries/list-groups-by-names.ts';
import { listGroupsOfTeam } from './queries/list-groups-of-team.ts';
import { listGroupsOfUser } from './queries/list-groups-of-user.ts';
import { listGroups } from './queries/list-groups.ts';
import { listTeamMembersWithoutGroups } from './queries/list-team-members-without-groups.ts';

export const routes: Routes = {
  'GET /api/v4/groups': listGroups,
  'POST /api/v4/groups': route({ action: createGroup, status: 201 }),
  'POST /api/v4/groups/names': route({ action: listGroupsByNames, body: 'names' }),
  'GET /api/v4/groups/:group_id': getGroup,
  'PUT /api/v4/groups/:group_id/patch': patchGroup,
  'DELETE /api/v4/groups/:group_id': archiveGroup,
  'POST /api/v4/groups/:group_id/restore': restoreGroup,
  'GET /api/v4/groups/:group_id/stats': getGroupStats,
  'GET /api/v4/groups/:group_id/members': listGroupMembers,
  'POST /api/v4/groups/:group_id/members': addGroupMembers,
  'DELETE /api/v4/groups/:group_id/members': removeGroupMembers,
  'GET /api/v4/groups/:group_id/:syncable_type': listGroupLinks,
  'GET /api/v4/groups/:group_id/:syncable_type/:syncable_id': getGroupLink,
  'POST /api/v4/groups/:group_id/:syncable_type/:syncable_id/link': route({ action: linkGroup, status: 201 }),
  'DELETE /api/v4/groups/:group_id/:syncable_type/:syncable_id/link': route({ action: unlinkGroup, answer: answerOk }),
  'PUT /api/v4/groups/:group_id/:syncable_type/:syncable_id/patch': patchGroupLink,
  'GET /api/v4/teams/:team_id/groups': listGroupsOfTeam,
  'GET /api/v4/teams/:team_id/members_minus_group_members': listTeamMembersWithoutGroups,
  'GET /api/v4/users/:user_id/groups': listGroupsOfUser,
};
