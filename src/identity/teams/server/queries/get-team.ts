import { z } from 'zod';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { anyone, fields, query, userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import type { Team, TeamInviteInfo } from '../../wire/index.ts';
import { getTeamByName } from '../teams.cache.ts';
import { teamIdInput } from '../teams.fields.ts';
import { hasTeamPermission, missingTeam, requireTeam, showTeam } from '../teams.permissions.ts';
import { readTeamByInvite } from '../teams.store.ts';

// A team that anybody may join can be looked at by anybody who may list such teams.
async function maySee(ctx: Ctx, team: Team): Promise<boolean> {
  return (team.allow_open_invite && !team.delete_at && (await hasPermission(ctx, 'list_public_teams'))) || hasTeamPermission(ctx, team.id, 'view_team');
}

const sees: PermissionRule<{ team_id: string }> = { scope: 'team', ids: ['view_team'], check: async (ctx, { team_id }) => maySee(ctx, await requireTeam(ctx, team_id)) };

const named = async (ctx: Ctx, name: string): Promise<Team> => {
  const team = await getTeamByName(ctx.app, name);
  if (!team) throw userError('app.team.get_by_name.missing.app_error', 'There is no team of this name.', 404);
  return team;
};

const seesNamed: PermissionRule<{ team_name: string }> = { scope: 'team', ids: ['view_team'], check: async (ctx, { team_name }) => maySee(ctx, await named(ctx, team_name)) };

const byName = z.object({ team_name: fields.text(64) });

export const getTeam = query({
  name: 'get-team',
  summary: 'One team.',
  input: teamIdInput,
  permission: sees,
  run: async (ctx, { team_id }) => showTeam(ctx, await requireTeam(ctx, team_id)),
});

export const getTeamNamed = query({
  name: 'get-team-by-name',
  summary: 'One team by its name.',
  input: byName,
  permission: seesNamed,
  run: async (ctx, { team_name }) => showTeam(ctx, await named(ctx, team_name)),
});

export const teamExists = query({
  name: 'team-exists',
  summary: 'Whether the name of a team is taken, as far as the asker may know.',
  input: byName,
  permission: { scope: 'signed-in', ids: [], reason: 'it tells only of teams that the asker may see', check: () => true },
  run: async (ctx, { team_name }) => {
    const team = await getTeamByName(ctx.app, team_name);
    return { exists: team !== undefined && ((await maySee(ctx, team)) || (await hasPermission(ctx, 'list_private_teams'))) };
  },
});

export const getInviteInfo = query({
  name: 'get-invite-info',
  summary: 'What an invitation tells of its team before one has an account.',
  input: z.object({ invite_id: fields.id() }),
  permission: anyone('people without an account look at it before they sign up'),
  run: async (ctx, { invite_id }): Promise<TeamInviteInfo> => {
    const team = await readTeamByInvite(ctx.db, invite_id);
    if (!team) throw missingTeam();
    if (team.type !== 'O') throw userError('api.team.get_invite_info.not_open_team', 'This team can be joined only by a personal invitation.', 403);
    return { id: team.id, name: team.name, display_name: team.display_name, description: team.description };
  },
});
