import { z } from 'zod';
import { findRole } from '#identity/roles/server/feature.ts';
import { splitRoles } from '#identity/schemes/server/feature.ts';
import { action, fields, invalidBody, userError } from '#kernel/server/index.ts';
import { saveRoles } from '../save-member-roles.ts';
import { roleNamesOf } from '../team-scheme.ts';
import { inTeam } from '../teams.permissions.ts';

export const setTeamMemberRoles = action({
  name: 'set-team-member-roles',
  summary: 'Sets the roles of a member by their names.',
  input: z.object({ team_id: fields.id(), user_id: fields.id(), roles: fields.text(256) }),
  permission: inTeam('manage_team_roles'),
  run: async (ctx, { team_id, user_id, roles }) => {
    const names = roles.split(' ').filter(Boolean);
    if (!names.every((name) => /^[a-z0-9_]+$/.test(name))) throw invalidBody('team_member_roles');
    const wanted = splitRoles('team', names, await roleNamesOf(ctx, team_id));
    for (const name of wanted.explicit_roles.split(' ').filter(Boolean)) {
      const role = findRole(ctx.app, name);
      if (!role) throw userError('app.role.get_by_name.app_error', `There is no role ${name}.`);
      if (role.scheme_managed) throw userError('api.channel.update_team_member_roles.scheme_role.app_error', `The role ${name} cannot be given in a team.`);
    }
    await saveRoles(ctx, team_id, user_id, () => wanted);
  },
});
