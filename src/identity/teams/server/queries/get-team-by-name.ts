import { query, userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import type { Team } from '../../wire/index.ts';
import { byName, maySeeTeam } from '../team-sight.ts';
import { getTeamByName as findTeam } from '../teams.cache.ts';
import { showTeam } from '../teams.permissions.ts';

const named = async (ctx: Ctx, name: string): Promise<Team> => {
  const team = await findTeam(ctx.app, name);
  if (!team) throw userError('app.team.get_by_name.missing.app_error', 'There is no team of this name.', 404);
  return team;
};

const seesNamed: PermissionRule<{ team_name: string }> = { scope: 'team', ids: ['view_team'], check: async (ctx, { team_name }) => maySeeTeam(ctx, await named(ctx, team_name)) };

export const getTeamByName = query({
  name: 'get-team-by-name',
  summary: 'One team by its name.',
  input: byName,
  permission: seesNamed,
  run: async (ctx, { team_name }) => showTeam(ctx, await named(ctx, team_name)),
});
