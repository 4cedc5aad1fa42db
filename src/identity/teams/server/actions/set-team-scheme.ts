import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { requireScheme } from '#identity/schemes/server/feature.ts';
import { action, fields, invalidBody, userError } from '#kernel/server/index.ts';
import { saveScheme } from '../team-scheme.ts';
import { requireTeam } from '../teams.permissions.ts';

export const setTeamScheme = action({
  name: 'set-team-scheme',
  summary: 'Gives a team to a scheme, or with an empty scheme_id back to the built-in roles.',
  input: z.object({ team_id: fields.id(), scheme_id: z.string().nullish() }),
  permission: inSystem('sysconsole_write_user_management_permissions'),
  run: async (ctx, { team_id, scheme_id }) => {
    await requireTeam(ctx, team_id);
    if (scheme_id && !/^[a-z0-9]{26}$/.test(scheme_id)) throw invalidBody('scheme_id');
    const scheme = scheme_id ? await requireScheme(ctx, scheme_id) : null;
    if (scheme && scheme.scope !== 'team') throw userError('api.team.update_team_scheme.scheme_scope.error', 'A team follows a scheme of the scope team.');
    await saveScheme(ctx, team_id, scheme);
  },
});
