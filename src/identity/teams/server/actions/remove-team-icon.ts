import { action } from '#kernel/server/index.ts';
import { saveTeamChange } from '../change-team.ts';
import { iconPath } from '../queries/get-team-icon.ts';
import { teamIdInput } from '../teams.fields.ts';
import { inTeam, requireTeam } from '../teams.permissions.ts';

export const removeTeamIcon = action({
  name: 'remove-team-icon',
  summary: "Removes the team's picture.",
  input: teamIdInput,
  permission: inTeam('manage_team'),
  run: async (ctx, { team_id }) => {
    await requireTeam(ctx, team_id);
    await ctx.app.files.remove(iconPath(team_id));
    await saveTeamChange(ctx, team_id, { last_team_icon_update: 0 });
  },
});
