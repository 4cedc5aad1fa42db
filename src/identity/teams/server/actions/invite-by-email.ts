import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { isEmail } from '#identity/users/server/feature.ts';
import { action, allOf, fields, userError, type Ctx } from '#kernel/server/index.ts';
import { inTeam, requireTeam } from '../teams.permissions.ts';

const emails = z.array(fields.text(254)).min(1).max(1_000);
// Clients send a list of addresses, or an object with the addresses, channels and a message.
const invitation = z.union([emails, z.looseObject({ emails })]);

export const inviteByEmail = action({
  name: 'invite-by-email',
  summary: 'Invites people to a team by e-mail.',
  input: z.object({ team_id: fields.id(), invitation, graceful: fields.queryFlag() }),
  permission: allOf(inTeam('invite_user'), inTeam('add_user_to_team')),
  run: (ctx, { team_id, invitation, graceful }) => refuse(ctx, team_id, invitation, graceful, 'api.team.invite_members.disabled.app_error'),
});

export const inviteGuestsByEmail = action({
  name: 'invite-guests-by-email',
  summary: 'Invites guests to channels of a team by e-mail.',
  input: z.object({ team_id: fields.id(), invitation, graceful: fields.queryFlag() }),
  permission: inTeam('invite_guest'),
  run: (ctx, { team_id, invitation, graceful }) => refuse(ctx, team_id, invitation, graceful, 'api.team.invite_guests_to_channels.disabled.error'),
});

export const endEmailInvites = action({
  name: 'end-email-invites',
  summary: 'Ends all invitations sent by e-mail.',
  input: z.object({}),
  permission: inSystem('invalidate_email_invite'),
  run: () => {},
});

/** The answer for one address of a graceful call. */
export interface EmailInviteWithError {
  readonly email: string;
  readonly error: object;
}

// There is no mail server to send by. Links (invite_id) work without one.
async function refuse(ctx: Ctx, team_id: string, invitation: string[] | { emails: string[] }, graceful: boolean, id: string): Promise<EmailInviteWithError[]> {
  await requireTeam(ctx, team_id);
  const addresses = Array.isArray(invitation) ? invitation : invitation.emails;
  const wrong = addresses.find((address) => !isEmail(address));
  if (wrong !== undefined) throw userError('api.team.invite_members.invalid_email.app_error', `${wrong} is not an e-mail address.`);
  const error = userError(id, 'This server sends no e-mail. Give people the invitation link of the team instead.', 501);
  if (!graceful) throw error;
  return addresses.map((email) => ({ email, error: error.toBody(ctx.origin.request_id) }));
}
