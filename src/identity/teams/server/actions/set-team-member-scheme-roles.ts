import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { saveRoles } from '../save-member-roles.ts';
import { inTeam } from '../teams.permissions.ts';

export const setTeamMemberSchemeRoles = action({
  name: 'set-team-member-scheme-roles',
  summary: 'Makes a member an administrator of the team or an ordinary member.',
  input: z.object({ team_id: fields.id(), user_id: fields.id(), scheme_admin: z.boolean(), scheme_user: z.boolean(), scheme_guest: z.boolean().nullish() }),
  permission: inTeam('manage_team_roles'),
  run: (ctx, { team_id, user_id, scheme_admin, scheme_user, scheme_guest }) =>
    saveRoles(ctx, team_id, user_id, (member) => {
      const names = member.explicit_roles.split(' ').filter((name) => !['team_guest', 'team_user', 'team_admin'].includes(name));
      return { explicit_roles: names.join(' '), scheme_admin, scheme_user, scheme_guest: scheme_guest ?? false };
    }),
});
