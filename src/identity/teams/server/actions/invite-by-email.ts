import { z } from 'zod';
import { action, allOf, fields, type PermissionRule } from '#kernel/server/index.ts';
import { demandMayInviteTo } from '../invited-channels.ts';
import { sendInvitations } from '../invitations.ts';
import { emails } from '../invitations.fields.ts';
import { inTeam, requireTeam } from '../teams.permissions.ts';

// Clients send a list of addresses, or an object with the addresses, channels and a message.
const invitation = z.union([emails, z.looseObject({ emails, channelIds: z.array(fields.id()).max(100).nullish() })]);
const mayInvite: PermissionRule = allOf(inTeam('invite_user'), inTeam('add_user_to_team'));

export const inviteByEmail = action({
  name: 'invite-by-email',
  summary: 'Invites people to a team by e-mail, and to some of its channels.',
  input: z.object({ team_id: fields.id(), invitation, graceful: fields.queryFlag() }),
  permission: mayInvite,
  run: async (ctx, { team_id, invitation: given, graceful }) => {
    const team = await requireTeam(ctx, team_id);
    const { emails: addresses, channelIds } = Array.isArray(given) ? { emails: given, channelIds: [] } : given;
    const channel_ids = channelIds ?? [];
    await demandMayInviteTo(ctx, team, channel_ids);
    const results = await sendInvitations(ctx, { team, emails: addresses, channel_ids, is_guest: false, graceful });
    return graceful ? results : null;
  },
});
