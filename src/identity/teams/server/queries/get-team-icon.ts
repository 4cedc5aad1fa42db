import { query, userError } from '#kernel/server/index.ts';
import { teamIdInput } from '../teams.fields.ts';
import { inTeam, requireTeam } from '../teams.permissions.ts';

/** Where a team's picture lies in the file store. */
export const iconPath = (team_id: string) => `teams/${team_id}/icon.png`;

export const getTeamIcon = query({
  name: 'get-team-icon',
  summary: "The team's picture.",
  input: teamIdInput,
  permission: inTeam('view_team'),
  run: async (ctx, { team_id }) => {
    const team = await requireTeam(ctx, team_id);
    const size = team.last_team_icon_update ? await ctx.app.files.size(iconPath(team_id)) : undefined;
    if (size === undefined) throw userError('api.team.get_team_icon.read_file.app_error', 'The team has no picture.', 404);
    return { path: iconPath(team_id), size, etag: `"${team_id}.${team.last_team_icon_update}"` };
  },
});
