import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { invitation, refuseEmail } from '../refuse-email.ts';
import { inTeam } from '../teams.permissions.ts';

export const inviteGuestsByEmail = action({
  name: 'invite-guests-by-email',
  summary: 'Invites guests to channels of a team by e-mail.',
  input: z.object({ team_id: fields.id(), invitation, graceful: fields.queryFlag() }),
  permission: inTeam('invite_guest'),
  run: (ctx, { team_id, invitation, graceful }) => refuseEmail(ctx, team_id, invitation, graceful, 'api.team.invite_guests_to_channels.disabled.error'),
});
