import { z } from 'zod';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { fields, type Ctx } from '#kernel/server/index.ts';
import type { Team } from '../wire/index.ts';
import { hasTeamPermission } from './teams.permissions.ts';

// A team that anybody may join can be looked at by anybody who may list such teams.
export async function maySeeTeam(ctx: Ctx, team: Team): Promise<boolean> {
  return (team.allow_open_invite && !team.delete_at && (await hasPermission(ctx, 'list_public_teams'))) || hasTeamPermission(ctx, team.id, 'view_team');
}

export const byName = z.object({ team_name: fields.text(64) });
