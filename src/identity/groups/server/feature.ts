import { beforeTeamMembersAdded, teamConstrained } from '#identity/teams/server/feature.ts';
import { userErased, userScopes, usernameTaken } from '#identity/users/server/feature.ts';
import { defineFeature } from '#kernel/server/index.ts';
import { isGroupName } from './change-group.ts';
import { mayFilterBy } from './groups.permissions.ts';
import { frames } from './groups.events.ts';
import { groupTargets } from './groups.extensions.ts';
import { routes } from './groups.routes.ts';
import { settings } from './groups.settings.ts';
import { eraseMemberships } from './groups.store.ts';
import { syncTarget } from './sync-members.ts';
import { demandInGroups, teamTarget } from './team-target.ts';

export { groupsMentioned, type MentionedGroup } from './group-mentions.ts';
export { countsInChannel, groupTargets, type GroupTarget } from './groups.extensions.ts';
export { readPeopleOfTarget } from './groups.store.ts';
export { groupListInput } from './queries/group-filter.ts';
export { groupsOfTarget } from './queries/groups-of-target.ts';
export { groupIdsOf, peopleWithoutGroups } from './queries/people-without-groups.ts';
export { syncTarget } from './sync-members.ts';
export { saveSyncedGroup, type SyncedGroup } from './synced-groups.ts';

const member = 'EXISTS (SELECT 1 FROM user_group_members gm WHERE gm.user_id = u.id AND gm.delete_at = 0 AND gm.group_id = $)';

export const groupsFeature = defineFeature({
  name: 'groups',
  area: 'identity',
  summary: 'Groups of people: to mention, and to fill teams and channels with.',
  tables: ['user_groups', 'user_group_members', 'user_group_syncables'],
  routes,
  frames,
  settings,
  contributes: [
    userScopes.add({ name: 'in_group', condition: member, check: mayFilterBy }),
    userScopes.add({ name: 'not_in_group', condition: `NOT ${member}`, check: mayFilterBy }),
    usernameTaken.add((ctx, name) => isGroupName(ctx.db, name)),
    userErased.add((ctx, user_id) => eraseMemberships(ctx.db, user_id)),
    groupTargets.add(teamTarget),
    beforeTeamMembersAdded.add(demandInGroups),
    teamConstrained.add((ctx, team) => syncTarget(ctx, 'teams', team.id, true)),
  ],
});
