import { z } from 'zod';
import { action, allOf, fields } from '#kernel/server/index.ts';
import { invitation, refuseEmail } from '../refuse-email.ts';
import { inTeam } from '../teams.permissions.ts';

export const inviteByEmail = action({
  name: 'invite-by-email',
  summary: 'Invites people to a team by e-mail.',
  input: z.object({ team_id: fields.id(), invitation, graceful: fields.queryFlag() }),
  permission: allOf(inTeam('invite_user'), inTeam('add_user_to_team')),
  run: (ctx, { team_id, invitation, graceful }) => refuseEmail(ctx, team_id, invitation, graceful, 'api.team.invite_members.disabled.app_error'),
});
