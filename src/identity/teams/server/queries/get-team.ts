import { query, type PermissionRule } from '#kernel/server/index.ts';
import { maySeeTeam } from '../team-sight.ts';
import { teamIdInput } from '../teams.fields.ts';
import { requireTeam, showTeam } from '../teams.permissions.ts';

const sees: PermissionRule<{ team_id: string }> = { scope: 'team', ids: ['view_team'], check: async (ctx, { team_id }) => maySeeTeam(ctx, await requireTeam(ctx, team_id)) };

export const getTeam = query({
  name: 'get-team',
  summary: 'One team.',
  input: teamIdInput,
  permission: sees,
  run: async (ctx, { team_id }) => showTeam(ctx, await requireTeam(ctx, team_id)),
});
