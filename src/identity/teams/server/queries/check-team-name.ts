import { hasPermission } from '#identity/roles/server/feature.ts';
import { query } from '#kernel/server/index.ts';
import { byName, maySeeTeam } from '../team-sight.ts';
import { getTeamByName } from '../teams.cache.ts';

export const checkTeamName = query({
  name: 'check-team-name',
  summary: 'Whether the name of a team is taken, as far as the asker may know.',
  input: byName,
  permission: { scope: 'signed-in', ids: [], reason: 'it tells only of teams that the asker may see', check: () => true },
  run: async (ctx, { team_name }) => {
    const team = await getTeamByName(ctx.app, team_name);
    return { exists: team !== undefined && ((await maySeeTeam(ctx, team)) || (await hasPermission(ctx, 'list_private_teams'))) };
  },
});
