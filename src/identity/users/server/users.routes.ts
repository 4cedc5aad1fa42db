import { answerOk, readFormFile, route, type HttpReply, type HttpRequest, type Routes } from '#kernel/server/index.ts';
import type { User } from '../wire/index.ts';
import { promoteGuest } from './actions/promote-guest.ts';
import { demoteToGuest } from './actions/demote-to-guest.ts';
import { changePassword } from './actions/change-password.ts';
import { resetFailedAttempts } from './actions/reset-failed-attempts.ts';
import { resetPassword } from './actions/reset-password.ts';
import { sendPasswordReset } from './actions/send-password-reset.ts';
import { deleteUser } from './actions/delete-user.ts';
import { setActive } from './actions/set-user-active.ts';
import { generateMfaSecret } from './actions/generate-mfa-secret.ts';
import { setMfa } from './actions/set-mfa.ts';
import { removePicture } from './actions/remove-user-picture.ts';
import { setPicture } from './actions/set-user-picture.ts';
import { signUp } from './actions/sign-up.ts';
import { updateUserAuth } from './actions/update-user-auth.ts';
import { updateUserRoles } from './actions/update-user-roles.ts';
import { patchUser } from './actions/patch-user.ts';
import { updateUser } from './actions/update-user.ts';
import { sendVerification } from './actions/send-email-verification.ts';
import { verifyEmail } from './actions/verify-email.ts';
import { verifyMemberEmail } from './actions/verify-member-email.ts';
import { autocompleteUsers } from './queries/autocomplete-users.ts';
import { getFilteredUserStats } from './queries/get-filtered-user-stats.ts';
import { getUserStats } from './queries/get-user-stats.ts';
import { getDefaultPicture } from './queries/get-default-user-picture.ts';
import { getPicture } from './queries/get-user-picture.ts';
import { getUserByEmail } from './queries/get-user-by-email.ts';
import { getUserById } from './queries/get-user.ts';
import { getUserByName } from './queries/get-user-by-username.ts';
import { getUsersByIds } from './queries/get-users-by-ids.ts';
import { getUsersByNames } from './queries/get-users-by-usernames.ts';
import { listInvalidEmails } from './queries/list-invalid-emails.ts';
import { listKnownUsers } from './queries/list-known-users.ts';
import { listUsers } from './queries/list-users.ts';
import { searchUsers } from './queries/search-users.ts';

const ok = answerOk;
const MAX_PICTURE = 20 * 1024 * 1024;

export const routes: Routes = {
  'POST /api/v4/users': route({ action: signUp, status: 201 }),
  'GET /api/v4/users': route({ action: listUsers, has_etag: true }),
  'GET /api/v4/users/invalid_emails': listInvalidEmails,
  'GET /api/v4/users/known': listKnownUsers,
  'GET /api/v4/users/stats': getUserStats,
  'GET /api/v4/users/stats/filtered': getFilteredUserStats,
  'GET /api/v4/users/autocomplete': autocompleteUsers,
  'POST /api/v4/users/search': route({ action: searchUsers, is_csrf_exempt: true }),
  'POST /api/v4/users/ids': route({ action: getUsersByIds, body: 'user_ids', is_csrf_exempt: true }),
  'POST /api/v4/users/usernames': route({ action: getUsersByNames, body: 'usernames', is_csrf_exempt: true }),
  'GET /api/v4/users/username/:username': route({ action: getUserByName, has_etag: true }),
  'GET /api/v4/users/email/:email': route({ action: getUserByEmail, has_etag: true }),
  'POST /api/v4/users/email/verify': route({ action: verifyEmail, answer: ok }),
  'POST /api/v4/users/email/verify/send': route({ action: sendVerification, answer: ok }),
  'POST /api/v4/users/password/reset': route({ action: resetPassword, answer: ok }),
  'POST /api/v4/users/password/reset/send': route({ action: sendPasswordReset, answer: ok }),
  'GET /api/v4/users/:user_id': route({ action: getUserById, has_etag: true }),
  'PUT /api/v4/users/:user_id': updateUser,
  'PUT /api/v4/users/:user_id/patch': patchUser,
  'DELETE /api/v4/users/:user_id': route({ action: deleteUser, answer: ok }),
  'PUT /api/v4/users/:user_id/active': route({ action: setActive, answer: ok }),
  'PUT /api/v4/users/:user_id/roles': route({ action: updateUserRoles, answer: ok }),
  'PUT /api/v4/users/:user_id/password': route({ action: changePassword, answer: ok }),
  'PUT /api/v4/users/:user_id/auth': updateUserAuth,
  'PUT /api/v4/users/:user_id/mfa': route({ action: setMfa, answer: ok }),
  'POST /api/v4/users/:user_id/mfa/generate': generateMfaSecret,
  'POST /api/v4/users/:user_id/email/verify/member': verifyMemberEmail,
  'POST /api/v4/users/:user_id/promote': route({ action: promoteGuest, answer: ok }),
  'POST /api/v4/users/:user_id/demote': route({ action: demoteToGuest, answer: ok }),
  'POST /api/v4/users/:user_id/reset_failed_attempts': route({ action: resetFailedAttempts, answer: ok }),
  'GET /api/v4/users/:user_id/image': route({ action: getPicture, answer: answerPicture }),
  'GET /api/v4/users/:user_id/image/default': route({ action: getDefaultPicture, answer: answerPicture }),
  'POST /api/v4/users/:user_id/image': route({ action: setPicture, is_streamed: true, answer: ok, read: readUpload }),
  'DELETE /api/v4/users/:user_id/image': route({ action: removePicture, answer: ok }),
};

async function readUpload(request: HttpRequest, ctx: { actor: { user_id: string } }) {
  const { user_id } = request.params;
  return { user_id: user_id === 'me' ? ctx.actor.user_id : user_id, file: await readFormFile(request, 'image', MAX_PICTURE) };
}

async function answerPicture({ user, load }: { user: User; load: () => Promise<unknown> }, reply: HttpReply, request: HttpRequest): Promise<unknown> {
  reply.header('cache-control', 'max-age=2592000, private').header('content-security-policy', "default-src 'none'").type('image/png');
  return isKnown(`${user.id}.${user.last_picture_update ?? 0}.${user.username[0]}`, reply, request) ? reply.code(304).send() : load();
}

function isKnown(text: string, reply: HttpReply, request: HttpRequest): boolean {
  const etag = `"${text}"`;
  reply.header('etag', etag);
  return request.headers['if-none-match'] === etag;
}
