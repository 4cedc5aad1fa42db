import { guestChanged, signUpInvitation, userErased, userScopes, type UserScope } from '#identity/users/server/feature.ts';
import { findInvitation } from './invitations.ts';
import { eraseMemberships, readMembershipsOf, setGuest } from './team-members.store.ts';
import { addTeamMembers } from './team-members.ts';
import { forgetTeamMemberships } from './teams.cache.ts';
import { teamMemberUpdated } from './teams.events.ts';
import { hasTeamPermission } from './teams.permissions.ts';
import { readTeamByInvite } from './teams.store.ts';

const member = (condition: string) => `EXISTS (SELECT 1 FROM team_members tm WHERE tm.user_id = u.id AND tm.delete_at = 0${condition})`;

const inViewed: UserScope['check'] = (ctx, team_id) => hasTeamPermission(ctx, team_id, 'view_team');

const scopes: UserScope[] = [
  { name: 'in_team', condition: member(' AND tm.team_id = $'), check: inViewed },
  { name: 'not_in_team', condition: `NOT ${member(' AND tm.team_id = $')}`, check: inViewed },
  { name: 'without_team', condition: `NOT ${member('')}` },
  { name: 'team_roles', condition: member(" AND ((tm.scheme_admin AND 'team_admin' = ANY($)) OR (tm.scheme_user AND NOT tm.scheme_admin AND 'team_user' = ANY($)) OR (tm.scheme_guest AND 'team_guest' = ANY($)))") },
];

/** What teams add to people: filters of lists, the invitation link, and following an account that becomes a guest or is deleted. */
export const userContributions = [
  ...scopes.map((scope) => userScopes.add(scope)),
  signUpInvitation.add(async (ctx, { token }) => (token ? findInvitation(ctx, token) : undefined)),
  signUpInvitation.add(async (ctx, { invite_id }) => {
    const team = invite_id ? await readTeamByInvite(ctx.db, invite_id) : undefined;
    return team && { accept: async (inner, user) => void (await addTeamMembers(inner, team, [user])) };
  }),
  guestChanged.add(async (ctx, user_id, is_guest) => {
    await setGuest(ctx.db, user_id, is_guest);
    forgetTeamMemberships(ctx.app, [user_id]);
    for (const member of await readMembershipsOf(ctx.db, [user_id])) ctx.emit(teamMemberUpdated, { member });
  }),
  userErased.add(async (ctx, user_id) => {
    await eraseMemberships(ctx.db, user_id);
    forgetTeamMemberships(ctx.app, [user_id]);
  }),
];
