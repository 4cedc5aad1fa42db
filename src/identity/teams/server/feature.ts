import { defineFeature, listenTo, topicsOfUser } from '#kernel/server/index.ts';
import { teamMembershipsOf } from './teams.cache.ts';
import { beforeSchemeDeleted } from '#identity/schemes/server/feature.ts';
import { leaveScheme } from './team-scheme.ts';
import { frames, teamMemberRemoved, topicOfTeam } from './teams.events.ts';
import { routes } from './teams.routes.ts';
import { settings } from './teams.settings.ts';
import { userContributions } from './teams.users.ts';

export { importTeam, importTeamMembers } from './import-team.ts';
export { addTeamMember, addTeamMembers, removeTeamMember } from './team-members.ts';
export { getTeam, getTeamByName, getTeams, teamMembershipsOf, teamMembershipsOfMany, type TeamMembership } from './teams.cache.ts';
export { teamArchived, teamCreated, teamMemberAdded, teamMemberRemoved, teamMemberUpdated, teamRestored, teamUpdated, toTeam, topicOfTeam } from './teams.events.ts';
export { teamSchemeChanged } from './teams.events.ts';
export { afterTeamCreated, afterTeamMembersAdded, beforeTeamMembersAdded, invitedChannels, teamConstrained, teamSchemeSet, beforeTeamDeleted, beforeTeamMemberRemoved, type TeamJoin } from './teams.extensions.ts';
export { hasTeamPermission, inTeam, requireTeam, showTeam, showTeams } from './teams.permissions.ts';
export { setTeamAdmins } from './save-member-roles.ts';
export { listTeamPeople } from './team-members.ts';
export { teamColumns, toWireTeam } from './teams.store.ts';

export const teamsFeature = defineFeature({
  name: 'teams',
  area: 'identity',
  summary: 'Teams, who is in them and by which roles.',
  tables: ['teams', 'team_members', 'team_invitations'],
  routes,
  frames,
  settings,
  listeners: [
    // Only after the frames of the removal have left, since its person still gets them.
    listenTo(teamMemberRemoved, (ctx, { team, user_id }) => ctx.app.hub.leave(user_id, topicOfTeam(team.id))),
  ],
  contributes: [
    ...userContributions,
    beforeSchemeDeleted.add(leaveScheme),
    topicsOfUser.add(async (app, actor) => [...(await teamMembershipsOf(app, actor.user_id)).keys()].map(topicOfTeam)),
  ],
});
