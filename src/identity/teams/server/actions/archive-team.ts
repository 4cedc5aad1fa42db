import { z } from 'zod';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { action, fields, userError } from '#kernel/server/index.ts';
import { readMemberIds } from '../team-members.store.ts';
import { forgetTeamMemberships, forgetTeams } from '../teams.cache.ts';
import { teamArchived } from '../teams.events.ts';
import { beforeTeamDeleted } from '../teams.extensions.ts';
import { inTeam, missingTeam, requireTeam } from '../teams.permissions.ts';
import { enableTeamDeletion } from '../teams.settings.ts';
import { deleteTeam, updateTeam } from '../teams.store.ts';

export const archiveTeam = action({
  name: 'archive-team',
  summary: 'Archives a team, or with `permanent` deletes it and everything in it.',
  input: z.object({ team_id: fields.id(), permanent: fields.queryFlag() }),
  permission: inTeam('manage_team'),
  run: async (ctx, { team_id, permanent }) => {
    const team = await requireTeam(ctx, team_id);
    if (permanent) {
      if (!ctx.settings.get(enableTeamDeletion)) throw userError('api.user.delete_team.not_enabled.app_error', 'Deleting teams for good is switched off (ServiceSettings.EnableAPITeamDeletion).', 401);
      if (!(await hasPermission(ctx, 'manage_system'))) throw userError('api.user.delete_team.not_enabled.for_admin.app_error', 'Only administrators may delete a team for good.', 401);
      const members = await readMemberIds(ctx.db, team_id);
      for (const remove of ctx.app.all(beforeTeamDeleted)) await remove(ctx, team);
      await deleteTeam(ctx.db, team_id);
      forgetTeamMemberships(ctx.app, members);
      ctx.emit(teamArchived, { team: { ...team, delete_at: ctx.now } });
    } else {
      const archived = await updateTeam(ctx.db, team_id, { delete_at: team.delete_at || ctx.now }, ctx.now);
      if (!archived) throw missingTeam();
      ctx.emit(teamArchived, { team: archived });
    }
    forgetTeams(ctx.app, team_id);
  },
});
