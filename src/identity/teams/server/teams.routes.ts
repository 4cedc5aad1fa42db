import { answerOk, readFormFile, route, STATUS_OK, type Ctx, type HttpReply, type HttpRequest, type Routes } from '#kernel/server/index.ts';
import { addTeamMember } from './actions/add-team-member.ts';
import { addTeamMembers } from './actions/add-team-members.ts';
import { archiveTeam } from './actions/archive-team.ts';
import { createTeam } from './actions/create-team.ts';
import { endEmailInvites } from './actions/end-email-invites.ts';
import { inviteByEmail } from './actions/invite-by-email.ts';
import { inviteGuestsByEmail } from './actions/invite-guests-by-email.ts';
import { joinTeamByInvite } from './actions/join-team-by-invite.ts';
import { patchTeam } from './actions/patch-team.ts';
import { regenerateTeamInvite } from './actions/regenerate-team-invite.ts';
import { removeTeamIcon } from './actions/remove-team-icon.ts';
import { removeTeamMember } from './actions/remove-team-member.ts';
import { restoreTeam } from './actions/restore-team.ts';
import { setTeamIcon } from './actions/set-team-icon.ts';
import { setTeamMemberRoles } from './actions/set-team-member-roles.ts';
import { setTeamMemberSchemeRoles } from './actions/set-team-member-scheme-roles.ts';
import { setTeamPrivacy } from './actions/set-team-privacy.ts';
import { setTeamScheme } from './actions/set-team-scheme.ts';
import { updateTeam } from './actions/update-team.ts';
import { checkTeamName } from './queries/check-team-name.ts';
import { getInviteInfo } from './queries/get-invite-info.ts';
import { getTeamByName } from './queries/get-team-by-name.ts';
import { getTeamIcon } from './queries/get-team-icon.ts';
import { getTeamMember } from './queries/get-team-member.ts';
import { getTeamStats } from './queries/get-team-stats.ts';
import { getTeam } from './queries/get-team.ts';
import { listTeamMembersByIds } from './queries/list-team-members-by-ids.ts';
import { listTeamMembers } from './queries/list-team-members.ts';
import { listTeamsOfScheme } from './queries/list-teams-of-scheme.ts';
import { listTeams } from './queries/list-teams.ts';
import { listUserTeamMemberships } from './queries/list-user-team-memberships.ts';
import { listUserTeams } from './queries/list-user-teams.ts';
import { searchTeams } from './queries/search-teams.ts';

const MAX_ICON = 10 * 1024 * 1024;
const MAX_BATCH_BODY = 4 * 1024 * 1024;

const readIcon = async (request: HttpRequest) => ({ team_id: request.params['team_id'], file: await readFormFile(request, 'image', MAX_ICON) });

function answerIcon({ path, size, etag }: { path: string; size: number; etag: string }, reply: HttpReply, request: HttpRequest, ctx: Ctx): unknown {
  reply.headers({ etag, 'cache-control': 'max-age=2592000, private', 'content-type': 'image/png' });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  reply.header('content-length', size);
  return ctx.app.files.read(path);
}

export const routes: Routes = {
  'GET /api/v4/teams': listTeams,
  'POST /api/v4/teams': route({ action: createTeam, status: 201 }),
  'POST /api/v4/teams/search': searchTeams,
  'GET /api/v4/teams/name/:team_name': getTeamByName,
  'GET /api/v4/teams/name/:team_name/exists': checkTeamName,
  'GET /api/v4/teams/invite/:invite_id': getInviteInfo,
  'DELETE /api/v4/teams/invites/email': route({ action: endEmailInvites, answer: answerOk }),
  'POST /api/v4/teams/members/invite': route({ action: joinTeamByInvite, status: 201 }),
  'GET /api/v4/teams/:team_id': getTeam,
  'PUT /api/v4/teams/:team_id': updateTeam,
  'DELETE /api/v4/teams/:team_id': route({ action: archiveTeam, answer: answerOk }),
  'PUT /api/v4/teams/:team_id/patch': patchTeam,
  'PUT /api/v4/teams/:team_id/scheme': route({ action: setTeamScheme, answer: answerOk }),
  'GET /api/v4/schemes/:scheme_id/teams': listTeamsOfScheme,
  'PUT /api/v4/teams/:team_id/privacy': setTeamPrivacy,
  'POST /api/v4/teams/:team_id/restore': restoreTeam,
  'POST /api/v4/teams/:team_id/regenerate_invite_id': regenerateTeamInvite,
  'GET /api/v4/teams/:team_id/stats': getTeamStats,
  'GET /api/v4/teams/:team_id/image': route({ action: getTeamIcon, answer: answerIcon }),
  'POST /api/v4/teams/:team_id/image': route({ action: setTeamIcon, is_streamed: true, read: readIcon, answer: answerOk }),
  'DELETE /api/v4/teams/:team_id/image': route({ action: removeTeamIcon, answer: answerOk }),
  'POST /api/v4/teams/:team_id/invite/email': route({ action: inviteByEmail, body: '=invitation', answer: (results) => results ?? STATUS_OK }),
  'POST /api/v4/teams/:team_id/invite-guests/email': route({ action: inviteGuestsByEmail, body: '=invitation', answer: (results) => results ?? STATUS_OK }),
  'GET /api/v4/teams/:team_id/members': listTeamMembers,
  'POST /api/v4/teams/:team_id/members': route({ action: addTeamMember, status: 201 }),
  'POST /api/v4/teams/:team_id/members/batch': route({ action: addTeamMembers, status: 201, body: 'members', max_body: MAX_BATCH_BODY }),
  'POST /api/v4/teams/:team_id/members/ids': route({ action: listTeamMembersByIds, body: 'user_ids' }),
  'GET /api/v4/teams/:team_id/members/:user_id': getTeamMember,
  'DELETE /api/v4/teams/:team_id/members/:user_id': route({ action: removeTeamMember, answer: answerOk }),
  'PUT /api/v4/teams/:team_id/members/:user_id/roles': route({ action: setTeamMemberRoles, answer: answerOk }),
  'PUT /api/v4/teams/:team_id/members/:user_id/schemeRoles': route({ action: setTeamMemberSchemeRoles, answer: answerOk }),
  'GET /api/v4/users/:user_id/teams': listUserTeams,
  'GET /api/v4/users/:user_id/teams/members': listUserTeamMemberships,
};
