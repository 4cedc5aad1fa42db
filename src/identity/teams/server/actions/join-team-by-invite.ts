import { z } from 'zod';
import { needUser } from '#identity/users/server/feature.ts';
import { action, fields, signedIn, userError } from '#kernel/server/index.ts';
import { joinByToken } from '../invitations.ts';
import { addTeamMembers } from '../team-members.ts';
import { missingInvitation } from '../teams.permissions.ts';
import { readTeamByInvite } from '../teams.store.ts';

export const joinTeamByInvite = action({
  name: 'join-team-by-invite',
  summary: 'Joins the team of an invitation: by the link of the team, or by the token of a mail.',
  input: z.object({ invite_id: fields.text(64).nullish(), token: fields.text(128).nullish() }),
  permission: signedIn('the invitation is the right to join'),
  run: async (ctx, { invite_id, token }) => {
    if (token) return joinByToken(ctx, token);
    if (!invite_id) throw userError('api.team.add_user_to_team.missing_parameter.app_error', 'Give the invite_id of a team or the token of an invitation.');
    if (ctx.actor.is_guest) throw userError('api.team.add_user_to_team_from_invite.guest.app_error', 'Guests cannot join a team by a link: ask a member to add you.', 403);
    const team = await readTeamByInvite(ctx.db, invite_id);
    if (!team) throw missingInvitation();
    if (team.group_constrained) throw userError('app.team.invite_id.group_constrained.error', 'Groups alone decide who is in this team.', 403);
    const [member] = await addTeamMembers(ctx, team, [await needUser(ctx, ctx.actor.user_id)]);
    return member!;
  },
});
