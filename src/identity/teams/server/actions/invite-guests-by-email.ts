import { z } from 'zod';
import { enableGuestAccounts } from '#identity/users/server/feature.ts';
import { action, fields, userError } from '#kernel/server/index.ts';
import { demandMayInviteTo } from '../invited-channels.ts';
import { sendInvitations } from '../invitations.ts';
import { emails } from '../invitations.fields.ts';
import { inTeam, requireTeam } from '../teams.permissions.ts';

export const inviteGuestsByEmail = action({
  name: 'invite-guests-by-email',
  summary: 'Invites guests to channels of a team by e-mail.',
  input: z.object({ team_id: fields.id(), invitation: z.looseObject({ emails, channels: z.array(fields.id()).min(1).max(100) }), graceful: fields.queryFlag() }),
  permission: inTeam('invite_guest'),
  run: async (ctx, { team_id, invitation, graceful }) => {
    const team = await requireTeam(ctx, team_id);
    if (!ctx.settings.get(enableGuestAccounts)) throw userError('api.team.invite_guests_to_channels.disabled.error', 'Guest accounts are switched off on this server.', 403);
    await demandMayInviteTo(ctx, team, invitation.channels);
    const results = await sendInvitations(ctx, { team, emails: invitation.emails, channel_ids: invitation.channels, is_guest: true, graceful });
    return graceful ? results : null;
  },
});
