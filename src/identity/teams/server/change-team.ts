import type { Ctx } from '#kernel/server/index.ts';
import type { Team } from '../wire/index.ts';
import { forgetTeams } from './teams.cache.ts';
import { teamUpdated } from './teams.events.ts';
import { teamConstrained } from './teams.extensions.ts';
import { missingTeam, requireTeam } from './teams.permissions.ts';
import { findTeamFault } from './teams.rules.ts';
import { updateTeam, type TeamChange } from './teams.store.ts';

/** Checks and saves a change of a team, tells its members and returns the team. */
export async function changeTeam(ctx: Ctx, team_id: string, change: TeamChange): Promise<Team> {
  const team = await requireTeam(ctx, team_id);
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const fault = findTeamFault({ ...team, ...given, name: 'unchanged' });
  if (fault) throw fault;
  return saveTeamChange(ctx, team_id, change);
}

/** As `changeTeam`, for changes that cannot be wrong. */
export async function saveTeamChange(ctx: Ctx, team_id: string, change: TeamChange): Promise<Team> {
  const changed = await updateTeam(ctx.db, team_id, change, ctx.now);
  if (!changed) throw missingTeam();
  forgetTeams(ctx.app, team_id);
  if (change.group_constrained) for (const follow of ctx.app.all(teamConstrained)) await follow(ctx, changed);
  ctx.emit(teamUpdated, { team: changed });
  return changed;
}
