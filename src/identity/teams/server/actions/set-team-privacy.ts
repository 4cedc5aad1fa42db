import { z } from 'zod';
import { action, allOf, fields, newToken } from '#kernel/server/index.ts';
import { saveTeamChange } from '../change-team.ts';
import { inTeam, requireTeam, showTeam } from '../teams.permissions.ts';

export const setTeamPrivacy = action({
  name: 'set-team-privacy',
  summary: 'Opens a team to everybody or closes it.',
  input: z.object({ team_id: fields.id(), privacy: z.enum(['O', 'I']) }),
  permission: allOf(inTeam('manage_team'), inTeam('invite_user')),
  run: async (ctx, { team_id, privacy }) => {
    const team = await requireTeam(ctx, team_id);
    // Links that were given out while the team was open must not lead into the closed one.
    const invite_id = privacy === 'I' && (team.type === 'O' || team.allow_open_invite) ? newToken() : undefined;
    return showTeam(ctx, await saveTeamChange(ctx, team_id, { type: privacy, allow_open_invite: privacy === 'O', invite_id }));
  },
});
