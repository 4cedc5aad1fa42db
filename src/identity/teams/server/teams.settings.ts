import { setting } from '#kernel/server/index.ts';

export const maxUsersPerTeam = setting({ key: 'TeamSettings.MaxUsersPerTeam', default: 100_000, min: 1, max: 10_000_000, summary: 'How many members a team may have.' });
export const enableTeamDeletion = setting({ key: 'ServiceSettings.EnableAPITeamDeletion', default: false, summary: 'Whether administrators may delete a team for good.' });

export const enableEmailInvitations = setting({ key: 'ServiceSettings.EnableEmailInvitations', default: true, summary: 'People can be invited to teams by e-mail; without a mail server administrators hand the links over.', client: 'EnableEmailInvitations' });

export const settings = [enableEmailInvitations, maxUsersPerTeam, enableTeamDeletion];
