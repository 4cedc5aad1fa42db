import { readScheme, roleNames, type RoleNames } from '#identity/schemes/server/feature.ts';
import type { Scheme } from '#identity/schemes/wire/index.ts';
import type { Ctx } from '#kernel/server/index.ts';
import type { Team } from '../wire/index.ts';
import { forgetAllTeamMemberships, forgetTeams, getTeam } from './teams.cache.ts';
import { teamSchemeChanged } from './teams.events.ts';
import { teamSchemeSet } from './teams.extensions.ts';
import { missingTeam } from './teams.permissions.ts';
import { readTeamIdsOfScheme, updateTeam } from './teams.store.ts';

/** What the roles of a team's guests, members and administrators are called. */
export async function roleNamesOf(ctx: Ctx, team_id: string): Promise<RoleNames> {
  const team = await getTeam(ctx.app, team_id);
  const scheme = team?.scheme_id ? await readScheme(ctx.db, team.scheme_id) : undefined;
  return roleNames('team', scheme ? [scheme.default_team_guest_role, scheme.default_team_user_role, scheme.default_team_admin_role] : null);
}

/** Gives a team to a scheme, or with null back to the built-in roles. */
export async function saveScheme(ctx: Ctx, team_id: string, scheme: Scheme | null): Promise<Team> {
  const team = await updateTeam(ctx.db, team_id, { scheme_id: scheme?.id ?? null }, ctx.now);
  if (!team) throw missingTeam();
  forgetTeams(ctx.app, team_id);
  forgetAllTeamMemberships(ctx.app);
  for (const follow of ctx.app.all(teamSchemeSet)) await follow(ctx, team, scheme);
  ctx.emit(teamSchemeChanged, { team });
  return team;
}

/** The teams of a scheme that ends go back to the built-in roles. */
export async function leaveScheme(ctx: Ctx, scheme: Scheme): Promise<void> {
  for (const team_id of await readTeamIdsOfScheme(ctx.db, scheme.id)) await saveScheme(ctx, team_id, null);
}
