import { action } from '#kernel/server/index.ts';
import { forgetTeams } from '../teams.cache.ts';
import { teamRestored } from '../teams.events.ts';
import { teamIdInput } from '../teams.fields.ts';
import { inTeam, missingTeam, showTeam } from '../teams.permissions.ts';
import { updateTeam } from '../teams.store.ts';

export const restoreTeam = action({
  name: 'restore-team',
  summary: 'Brings an archived team back.',
  input: teamIdInput,
  permission: inTeam('manage_team'),
  run: async (ctx, { team_id }) => {
    const team = await updateTeam(ctx.db, team_id, { delete_at: 0 }, ctx.now);
    if (!team) throw missingTeam();
    forgetTeams(ctx.app, team_id);
    ctx.emit(teamRestored, { team });
    return showTeam(ctx, team);
  },
});
