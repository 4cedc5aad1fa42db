import { z } from 'zod';
import { anyone, fields, query, userError } from '#kernel/server/index.ts';
import type { TeamInviteInfo } from '../../wire/index.ts';
import { missingInvitation } from '../teams.permissions.ts';
import { readTeamByInvite } from '../teams.store.ts';

export const getInviteInfo = query({
  name: 'get-invite-info',
  summary: 'What an invitation tells of its team before one has an account.',
  input: z.object({ invite_id: fields.id() }),
  permission: anyone('people without an account look at it before they sign up'),
  run: async (ctx, { invite_id }): Promise<TeamInviteInfo> => {
    const team = await readTeamByInvite(ctx.db, invite_id);
    if (!team) throw missingInvitation();
    if (team.type !== 'O') throw userError('api.team.get_invite_info.not_open_team', 'This team can be joined only by a personal invitation.', 403);
    return { id: team.id, name: team.name, display_name: team.display_name, description: team.description };
  },
});
