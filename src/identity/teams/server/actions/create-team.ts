import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { getUser } from '#identity/users/server/feature.ts';
import { action, newId, newToken, userError, type Ctx } from '#kernel/server/index.ts';
import type { Team } from '../../wire/index.ts';
import { addTeamMembers } from '../team-members.ts';
import { teamCreated } from '../teams.events.ts';
import { afterTeamCreated } from '../teams.extensions.ts';
import { looseFlag, looseText } from '../teams.fields.ts';
import { showTeam } from '../teams.permissions.ts';
import { findTeamFault, isDomainAllowed } from '../teams.rules.ts';
import { insertTeam, readTeamByName } from '../teams.store.ts';

export const createTeam = action({
  name: 'create-team',
  summary: 'Makes a team and its maker the first member.',
  input: z.object({ name: looseText(), display_name: looseText(), type: looseText(), description: looseText(), company_name: looseText(), allowed_domains: looseText(), allow_open_invite: looseFlag() }),
  permission: inSystem('create_team'),
  run: async (ctx, input): Promise<Team> => {
    const maker = await getUser(ctx.app, ctx.actor.user_id);
    const team: Team = {
      ...input, type: input.type as Team['type'], name: input.name.toLowerCase(), display_name: input.display_name.trim(),
      id: newId(ctx.now), create_at: ctx.now, update_at: ctx.now, delete_at: 0, email: maker?.email ?? '', invite_id: newToken(),
      scheme_id: null, group_constrained: null, policy_id: null, cloud_limits_archived: false,
    };
    const fault = findTeamFault(team);
    if (fault) throw fault;
    if (maker && !isDomainAllowed(team.allowed_domains, maker.email)) throw userError('api.team.is_team_creation_allowed.domain.app_error', 'Your own e-mail address must be of a domain that the team allows.');
    await saveTeam(ctx, team);
    ctx.emit(teamCreated, { team });
    if (maker) await addTeamMembers(ctx, team, [maker]);
    return showTeam(ctx, team);
  },
});

async function saveTeam(ctx: Ctx, team: Team): Promise<void> {
  const taken = () => userError('store.sql_team.save_team.existing.app_error', `There is a team ${team.name} already. Choose another name.`);
  if (await readTeamByName(ctx.db, team.name)) throw taken();
  await ctx.db
    .tx(async (tx) => {
      await insertTeam(tx, team);
      for (const fill of ctx.app.all(afterTeamCreated)) await fill(tx, team, ctx.now);
    })
    .catch((error: { code?: string }) => {
      throw error.code === '23505' ? taken() : error;
    });
}
