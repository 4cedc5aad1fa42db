import { z } from 'zod';
import { isEmail } from '#identity/users/server/feature.ts';
import { fields, userError, type Ctx } from '#kernel/server/index.ts';
import { requireTeam } from './teams.permissions.ts';

export const emails = z.array(fields.text(254)).min(1).max(1_000);

// Clients send a list of addresses, or an object with the addresses, channels and a message.
export const invitation = z.union([emails, z.looseObject({ emails })]);

/** The answer for one address of a graceful call. */
export interface EmailInviteWithError {
  readonly email: string;
  readonly error: object;
}

// There is no mail server to send by. Links (invite_id) work without one.
export async function refuseEmail(ctx: Ctx, team_id: string, invitation: string[] | { emails: string[] }, graceful: boolean, id: string): Promise<EmailInviteWithError[]> {
  await requireTeam(ctx, team_id);
  const addresses = Array.isArray(invitation) ? invitation : invitation.emails;
  const wrong = addresses.find((address) => !isEmail(address));
  if (wrong !== undefined) throw userError('api.team.invite_members.invalid_email.app_error', `${wrong} is not an e-mail address.`);
  const error = userError(id, 'This server sends no e-mail. Give people the invitation link of the team instead.', 501);
  if (!graceful) throw error;
  return addresses.map((email) => ({ email, error: error.toBody(ctx.origin.request_id) }));
}
