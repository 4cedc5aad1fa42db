import { action, allOf, newToken } from '#kernel/server/index.ts';
import { saveTeamChange } from '../change-team.ts';
import { teamIdInput } from '../teams.fields.ts';
import { inTeam, showTeam } from '../teams.permissions.ts';

export const regenerateTeamInvite = action({
  name: 'regenerate-team-invite',
  summary: 'Makes a new invitation link; the old one ends.',
  input: teamIdInput,
  permission: allOf(inTeam('manage_team'), inTeam('invite_user')),
  run: async (ctx, { team_id }) => showTeam(ctx, await saveTeamChange(ctx, team_id, { invite_id: newToken() })),
});
