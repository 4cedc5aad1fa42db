import { newId, newToken, type Ctx } from '#kernel/server/index.ts';
import type { Team } from '../wire/index.ts';
import { addMembers } from './team-members.store.ts';
import { forgetTeamMemberships, forgetTeams } from './teams.cache.ts';
import { afterTeamCreated } from './teams.extensions.ts';
import { findTeamFault } from './teams.rules.ts';
import { insertTeam, readTeamByName, updateTeam } from './teams.store.ts';

export type ImportedTeam = Pick<Team, 'name' | 'display_name' | 'type'> & Partial<Pick<Team, 'description' | 'allow_open_invite'>>;

/** Makes a team of another server, or brings the one of that name up to date. Nobody is told and nobody joins it. */
export async function importTeam(ctx: Ctx, given: ImportedTeam): Promise<Team> {
  const known = await readTeamByName(ctx.db, given.name);
  const text = { display_name: given.display_name, description: given.description ?? '', allow_open_invite: given.allow_open_invite ?? false, type: given.type };
  if (known) {
    const team = (await updateTeam(ctx.db, known.id, text, ctx.now)) ?? known;
    forgetTeams(ctx.app, team.id);
    return team;
  }
  const team: Team = {
    ...text, name: given.name.toLowerCase(), id: newId(ctx.now), create_at: ctx.now, update_at: ctx.now, delete_at: 0, email: '', company_name: '', allowed_domains: '', invite_id: newToken(),
    scheme_id: null, group_constrained: null, policy_id: null, cloud_limits_archived: false,
  };
  const fault = findTeamFault(team);
  if (fault) throw fault;
  await ctx.db.tx(async (tx) => {
    await insertTeam(tx, team);
    for (const fill of ctx.app.all(afterTeamCreated)) await fill(tx, team, ctx.now);
  });
  forgetTeams(ctx.app, team.id);
  return team;
}

/** Makes people members of a team without a message about it; they join no channel by it. */
export async function importTeamMembers(ctx: Ctx, team_id: string, people: readonly { user_id: string; is_guest: boolean; is_admin: boolean }[]): Promise<void> {
  await addMembers(ctx.db, team_id, people, ctx.now);
  forgetTeamMemberships(ctx.app, people.map((one) => one.user_id));
}
